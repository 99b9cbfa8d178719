/** What stands in the place of what was taken out. */
const GONE = '…';
const EMAIL = /[^\s@<>()[\]",;:]{1,64}@[^\s@<>()[\]",;:]{1,255}/g;
/** Seven digits or more, however they are set apart: telephone, identity and account numbers. */
const LONG_NUMBER =
  /[+(]?[\d\u0660-\u0669\u06f0-\u06f9](?:[ ().\-\u2013/]{0,2}[\d\u0660-\u0669\u06f0-\u06f9]){6,30}/g;
/** Looks like a long number and is none. */
const DATE = /((?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d))/;
/** Of a name, parts shorter than this are words that occur anywhere. */
const SHORTEST_NAME = 3;

/**
 * Text as everybody may read it: without addresses, long numbers, and the name of the person who reported. It cannot
 * know every way to say who one is; therefore only what was filed as a public report is shown at all.
 */
export function publicText(text: string, name: string | null): string {
  let shown = text
    .replace(EMAIL, GONE)
    .split(DATE)
    .map((piece) => (DATE.test(piece) ? piece : piece.replace(LONG_NUMBER, GONE)))
    .join('');
  for (const part of name?.split(/\s+/) ?? []) {
    if (part.length >= SHORTEST_NAME) shown = shown.split(new RegExp(wholeWord(part), 'giu')).join(GONE);
  }
  return shown;
}

const wholeWord = (word: string) =>
  `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`;
