const MAX_LENGTH = 300;
const TAG = /\[#([^[\]]{12,40})\]/g;
/** Control characters, line and paragraph separators, direction overrides and zero-width characters. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff]+/g;

/** Text on one line without invisible characters, for headers and titles. */
export function oneLine(text: string, longest = MAX_LENGTH): string {
  const line = text.replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The texts between `[#` and `]`; each may be a ticket number. */
export function tagsIn(subject: string): string[] {
  return [...subject.slice(0, 1000).matchAll(TAG)].map((match) => match[1]!).slice(0, 5);
}

/**
 * The subject without our tags, for a new ticket with its own number. Numbers that are no tickets of ours are the
 * sender's own references and stay.
 */
export function stripTags(subject: string, isNumber: (text: string) => boolean): string {
  return oneLine(subject.replace(TAG, (tag, inner: string) => (isNumber(inner) ? ' ' : tag)));
}

/** `[#2648-1937-0521] …` @param number grouped */
export function taggedSubject(number: string, subject: string): string {
  return `[#${number}] ${oneLine(subject)}`.trim();
}

const NO_SUBJECT: Record<string, string> = { ar: 'رسالة بلا عنوان', fr: '(sans objet)', ms: '(tiada tajuk)' };

/** The subject of a ticket whose mail had none. */
export function noSubject(language: string): string {
  return NO_SUBJECT[language] ?? '(no subject)';
}
