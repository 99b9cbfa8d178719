import { toSearchText } from '#wasl/kernel';

/** Why a ticket may be about the same subject. */
export const SIMILARITY_REASONS = ['requester', 'place', 'words'] as const;
export type SimilarityReason = (typeof SIMILARITY_REASONS)[number];

/** Short words are too common to be significant. */
const MIN_WORD_LENGTH = 3;
/** The longest words of a subject are the most significant, and few words keep the query fast. */
const MAX_WORDS = 4;

/** The significant words of a text, normalised as for searching, each once. */
export const significantTerms = (text: string): string[] =>
  [...new Set(toSearchText(text).match(/[\p{L}\p{N}]+/gu) ?? [])].filter(
    (word) => [...word].length >= MIN_WORD_LENGTH,
  );

/**
 * A `tsquery` for texts that share two significant words of a subject.
 * @returns null when the subject has too few
 */
export function similarityQuery(subject: string): string | null {
  const words = significantTerms(subject)
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_WORDS);
  const pairs = words.flatMap((one, at) => words.slice(at + 1).map((other) => `('${one}' & '${other}')`));
  return pairs.length > 0 ? pairs.join(' | ') : null;
}

export interface SimilarityMatch {
  because: SimilarityReason[];
  /** a larger id is newer */
  id: string;
}

/** Those with most reasons first, then those of the same requester, then the newest. */
export function mostSimilar<T extends SimilarityMatch>(found: readonly T[], limit: number): T[] {
  const sameRequester = (one: T) => Number(one.because.includes('requester'));
  return [...found]
    .sort(
      (a, b) =>
        b.because.length - a.because.length ||
        sameRequester(b) - sameRequester(a) ||
        Number(BigInt(b.id) - BigInt(a.id)),
    )
    .slice(0, limit);
}
