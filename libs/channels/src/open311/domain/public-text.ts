/** Replaces redacted text. */
const REDACTED = '…';
const EMAIL = /[^\s@<>()[\]",;:]{1,64}@[^\s@<>()[\]",;:]{1,255}/g;
/** Seven digits or more, however separated: telephone, identity and account numbers. */
const LONG_NUMBER = /[+(]?\p{Nd}(?:[ ().\-\u2013/]{0,2}\p{Nd}){6,30}/gu;
/** Looks like a long number but is a date. */
const DATE = /((?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d))/;
/** Shorter parts of a name are ordinary words. */
const MIN_NAME_LENGTH = 3;

/**
 * Redacts text for the public: removes addresses, long numbers and the name of the reporter. It cannot detect every
 * way to identify a person; therefore only reports submitted as public are shown at all.
 */
export function publicText(text: string, name: string | null): string {
  let shown = text
    .replace(EMAIL, REDACTED)
    .split(DATE)
    .map((piece) => (DATE.test(piece) ? piece : piece.replace(LONG_NUMBER, REDACTED)))
    .join('');
  for (const part of name?.split(/\s+/) ?? []) {
    if (part.length >= MIN_NAME_LENGTH)
      shown = shown.split(new RegExp(wholeWord(part), 'giu')).join(REDACTED);
  }
  return shown;
}

const wholeWord = (word: string) =>
  `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`;
