import type { AttemptOutcome, CallbackState } from '#wasl/contracts';
import { isUiLanguage, type UiLanguage } from '#wasl/kernel';

/** Isolates a phone number (LRI … PDI), so that it keeps its order in text of either direction. */
const isolated = (text: string) => `\u2066${text}\u2069`;

/** A duration in clock format: it reads the same in every language and needs no plural. */
function clockTime(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

interface TextValues {
  from: string;
  to: string | null;
  /** null when the caller asked to be called back */
  waited: string | null;
}

const TEXTS: Record<UiLanguage, (m: TextValues) => CallbackText> = {
  en: ({ from, to, waited }) => ({
    subject: `Call back ${from}`,
    description: waited
      ? `Missed call from ${from}${to ? ` to ${to}` : ''}. Waited: ${waited}.`
      : `The caller asked to be called back at ${from}.`,
    again: waited
      ? `Called again from ${from}, and was not answered. Waited: ${waited}.`
      : `Asked again to be called back at ${from}.`,
  }),
  ar: ({ from, to, waited }) => ({
    subject: `معاودة الاتصال ${from}`,
    description: waited
      ? `مكالمة فائتة من ${from}${to ? ` إلى ${to}` : ''}. مدة الانتظار: ${waited}.`
      : `طلب المتصل معاودة الاتصال به على الرقم ${from}.`,
    again: waited
      ? `اتصل مرة أخرى من ${from} ولم يُجَب. مدة الانتظار: ${waited}.`
      : `طلب مجددًا معاودة الاتصال به على الرقم ${from}.`,
  }),
};

export interface CallbackText {
  subject: string;
  description: string;
  /** for a ticket that already asks to call this caller back */
  again: string;
}

/**
 * The text of a callback ticket, in the requester's language when supported.
 * @param missed `waitedSeconds` is null when the callback was requested rather than missed
 */
export function callbackText(
  language: string,
  missed: { from: string; to: string | null; waitedSeconds: number | null },
): CallbackText {
  return TEXTS[isUiLanguage(language) ? language : 'en']({
    from: isolated(missed.from),
    to: missed.to === null ? null : isolated(missed.to),
    waited: missed.waitedSeconds === null ? null : isolated(clockTime(missed.waitedSeconds)),
  });
}

const OUTCOMES: Record<UiLanguage, Record<AttemptOutcome, string>> = {
  en: {
    reached: 'the caller was reached',
    no_answer: 'nobody answered',
    busy: 'the line was busy',
    wrong_number: 'the number is wrong',
  },
  ar: {
    reached: 'تم الوصول إلى المتصل',
    no_answer: 'لم يُجب أحد',
    busy: 'كان الخط مشغولًا',
    wrong_number: 'الرقم غير صحيح',
  },
};

/** The note about one callback attempt. */
export function attemptText(
  language: string,
  attempt: { number: string; attempts: number; outcome: AttemptOutcome; state: CallbackState },
): string {
  const ui = isUiLanguage(language) ? language : 'en';
  const [number, count] = [isolated(attempt.number), isolated(String(attempt.attempts))];
  const outcome = OUTCOMES[ui][attempt.outcome];
  const over = attempt.state === 'gave_up';
  return ui === 'ar'
    ? `المحاولة ${count} للاتصال بالرقم ${number}: ${outcome}.${over ? ' لن تُجرى محاولات أخرى.' : ''}`
    : `Attempt ${count} to call ${number}: ${outcome}.${over ? ' No further attempts will be made.' : ''}`;
}
