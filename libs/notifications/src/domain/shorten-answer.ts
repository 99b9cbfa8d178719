import { directionOf } from '#wasl/kernel';

/** How much of an answer stands in the text itself; the rest is behind the link. Three SMS, or what a screen shows. */
const MOST_OF_ANSWER = { sms: { rtl: 150, ltr: 330 }, whatsapp: { rtl: 3_000, ltr: 3_000 } };

/** An answer as it stands in a text: whole, or its beginning. */
export function shortenAnswer(
  body: string,
  medium: 'sms' | 'whatsapp',
  language: string,
): { answer: string; whenShortened: '' | null } {
  const text = body.trim();
  const most = MOST_OF_ANSWER[medium][directionOf(language)];
  if (text.length <= most) return { answer: text, whenShortened: null };
  const beginning = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return { answer: `${beginning.replace(/\s+\S*$/, '') || beginning}…`, whenShortened: '' };
}
