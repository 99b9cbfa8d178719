import { searchText } from '#wasl/kernel';

/** Why a ticket may be about the same matter. */
export const LIKENESSES = ['requester', 'place', 'words'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** Short words are found everywhere and say nothing about a matter. */
const SHORTEST = 3;
/** The longest words of a subject tell most of it, and so few make a question that is answered at once. */
const MOST_WORDS = 4;

/** The words of a text that say something, folded as they are searched for, each once. */
export const tellingWords = (text: string): string[] =>
  [...new Set(searchText(text).match(/[\p{L}\p{N}]+/gu) ?? [])].filter(
    (word) => [...word].length >= SHORTEST,
  );

/**
 * Asks for texts that share two of the telling words of a subject, in PostgreSQL's words.
 * @returns null when the subject is too short to tell
 */
export function likeWords(subject: string): string | null {
  const words = tellingWords(subject)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_WORDS);
  const pairs = words.flatMap((one, at) => words.slice(at + 1).map((other) => `('${one}' & '${other}')`));
  return pairs.length > 0 ? pairs.join(' | ') : null;
}

export interface Like {
  because: Likeness[];
  /** the larger, the newer */
  id: string;
}

/** Those alike in most ways first, then those of the same requester, then the newest. */
export function mostAlike<T extends Like>(found: readonly T[], most: number): T[] {
  const own = (one: T) => Number(one.because.includes('requester'));
  return [...found]
    .sort(
      (a, b) => b.because.length - a.because.length || own(b) - own(a) || Number(BigInt(b.id) - BigInt(a.id)),
    )
    .slice(0, most);
}
