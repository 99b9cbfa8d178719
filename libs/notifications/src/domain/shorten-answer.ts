import { directionOf } from '#wasl/kernel';

/** The longest reply included in a text; the rest is behind the link. Three SMS, or one screen. */
const MAX_ANSWER_LENGTH = { sms: { rtl: 150, ltr: 330 }, whatsapp: { rtl: 3_000, ltr: 3_000 } };

/** A reply as included in a text: whole, or its beginning. */
export function shortenAnswer(
  body: string,
  medium: 'sms' | 'whatsapp',
  language: string,
): { answer: string; whenShortened: '' | null } {
  const text = body.trim();
  const most = MAX_ANSWER_LENGTH[medium][directionOf(language)];
  if (text.length <= most) return { answer: text, whenShortened: null };
  const beginning = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return { answer: `${beginning.replace(/\s+\S*$/, '') || beginning}…`, whenShortened: '' };
}
