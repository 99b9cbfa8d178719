interface NoteFacts {
  callNumber: string | null;
  centre: { ar: string; en: string };
  desk: string | null;
}

/** Isolates a call number, so that it keeps its order inside Arabic text. */
const isolated = (text: string) => `\u2066${text}\u2069`;

/** The note on the ticket of a requester who was called and did not come. */
export function noShowNote(language: string, { callNumber, centre, desk }: NoteFacts): string {
  return language === 'ar'
    ? `نودي صاحب الطلب برقم ${isolated(callNumber ?? '')} إلى المكتب ${isolated(desk ?? '')} في ${centre.ar} فلم يحضر. ينتظر الموضوع الآن في قائمته كأي طلب مكتوب.`
    : `The requester was called as ${isolated(callNumber ?? '')} to desk ${isolated(desk ?? '')} at ${centre.en} and did not come. The matter now waits in its queue like any other that is written.`;
}

/** The note when the centre closed before it was their turn. */
export function releasedNote(language: string, { callNumber, centre }: NoteFacts): string {
  return language === 'ar'
    ? `أُغلق ${centre.ar} قبل أن يأتي دور صاحب الطلب (${isolated(callNumber ?? '')}). ينتظر الموضوع الآن في قائمته كأي طلب مكتوب.`
    : `${centre.en} closed before it was the requester’s turn (${isolated(callNumber ?? '')}). The matter now waits in its queue like any other that is written.`;
}
