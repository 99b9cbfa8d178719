import { toAsciiDigits } from './digits.js';

/** With what nobody sees or types: marks of direction, soft hyphens, joiners. */
const MARKS_AND_TATWEEL = /[\p{Mn}\p{Cf}\u0640]/gu;
const FOLDS: Record<string, string> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي' };
const FOLDED = new RegExp(`[${Object.keys(FOLDS).join('')}]`, 'gu');

/**
 * Normalises text for search, in Arabic and Latin script: NFKC, interchangeable letters folded to one, marks and
 * tatweel removed, ASCII digits, lower case, single spaces. PostgreSQL's `arabic` stemmer misses most everyday pairs
 * (المدرسه/مدرسة); folding finds spelling variants, and trigrams find the rest.
 */
export function toSearchText(text: string): string {
  const folded = text.normalize('NFKC').replace(FOLDED, (letter) => FOLDS[letter]!);
  return toAsciiDigits(folded.normalize('NFKD').replace(MARKS_AND_TATWEEL, ''))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
