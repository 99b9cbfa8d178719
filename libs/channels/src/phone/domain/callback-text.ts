import { isUiLanguage, type UiLanguage } from '#wasl/kernel';

/** A telephone number inside a sentence of either direction is isolated (LRI … PDI), or it would be torn apart. */
const isolated = (text: string) => `\u2066${text}\u2069`;

/** How long, as a clock shows it: it reads the same in every language and needs no plural. */
function clockTime(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

const TEXTS: Record<UiLanguage, (m: { from: string; to: string | null; waited: string }) => CallbackText> = {
  en: ({ from, to, waited }) => ({
    subject: `Call back ${from}`,
    description: `Missed call from ${from}${to ? ` to ${to}` : ''}. Waited: ${waited}.`,
    again: `Called again from ${from}, and was not answered. Waited: ${waited}.`,
  }),
  ar: ({ from, to, waited }) => ({
    subject: `معاودة الاتصال ${from}`,
    description: `مكالمة فائتة من ${from}${to ? ` إلى ${to}` : ''}. مدة الانتظار: ${waited}.`,
    again: `اتصل مرة أخرى من ${from} ولم يُجَب. مدة الانتظار: ${waited}.`,
  }),
};

export interface CallbackText {
  subject: string;
  description: string;
  /** for a ticket that already asks to call this caller back */
  again: string;
}

/** What a callback ticket says, in the caller's language when it is one of ours. */
export function callbackText(
  language: string,
  missed: { from: string; to: string | null; waitedSeconds: number },
): CallbackText {
  return TEXTS[isUiLanguage(language) ? language : 'en']({
    from: isolated(missed.from),
    to: missed.to === null ? null : isolated(missed.to),
    waited: isolated(clockTime(missed.waitedSeconds)),
  });
}
