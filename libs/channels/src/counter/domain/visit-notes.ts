interface NoteFacts {
  callNumber: string | null;
  centre: { ar: string; en: string };
  desk: string | null;
}

/** A call-up number inside a sentence of either direction. */
const apart = (text: string) => `\u2066${text}\u2069`;

/** What staff read on the ticket of somebody who was called and did not come. */
export function noShowNote(language: string, { callNumber, centre, desk }: NoteFacts): string {
  return language === 'ar'
    ? `نودي صاحب الطلب برقم ${apart(callNumber ?? '')} إلى المكتب ${apart(desk ?? '')} في ${centre.ar} فلم يحضر. ينتظر الموضوع الآن في قائمته كأي طلب مكتوب.`
    : `The requester was called as ${apart(callNumber ?? '')} to desk ${apart(desk ?? '')} at ${centre.en} and did not come. The matter now waits in its queue like any other that is written.`;
}

/** The same when the centre closed before it was their turn. */
export function releasedNote(language: string, { callNumber, centre }: NoteFacts): string {
  return language === 'ar'
    ? `أُغلق ${centre.ar} قبل أن يأتي دور صاحب الطلب (${apart(callNumber ?? '')}). ينتظر الموضوع الآن في قائمته كأي طلب مكتوب.`
    : `${centre.en} closed before it was the requester’s turn (${apart(callNumber ?? '')}). The matter now waits in its queue like any other that is written.`;
}
