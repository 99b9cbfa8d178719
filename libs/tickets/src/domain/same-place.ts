import { searchText } from '#wasl/kernel';
import { metresBetween, type Point } from './nearby.js';

/** Where something is, as far as it was said: on the map, in words, or both. */
export interface Place {
  point: Point | null;
  address: string | null;
}

/** A lamp, a crossing, a stretch of one street; a telephone is seldom surer of where it is. */
export const SAME_PLACE_METRES = 150;
/** Streets of two towns bear the same name: what is further away than this is not the place that the words mean. */
const FAR_METRES = 2_000;
/** One word alone is a town or a quarter, and half the reports are there. */
const FEWEST_WORDS = 2;

/**
 * Whether two things are at the same place: near on the map, or called the same in words while the map does not
 * contradict.
 * @returns how far apart they are, `null` when only words say so; `undefined` when they are not at the same place
 */
export function apart(one: Place, other: Place): number | null | undefined {
  const metres = one.point && other.point ? metresBetween(one.point, other.point) : null;
  if (metres !== null && metres <= SAME_PLACE_METRES) return Math.round(metres);
  if (metres !== null && metres > FAR_METRES) return undefined;
  return sameWords(one.address, other.address) ? null : undefined;
}

/** Whether words can be compared at all; so nobody asks in vain. */
export const hasTellingWords = (address: string | null): boolean => wordsOf(address).size >= FEWEST_WORDS;

/** The shorter address says nothing that the longer one does not: one of them may name the town as well. */
function sameWords(one: string | null, other: string | null): boolean {
  const [fewer, more] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size) as [
    Set<string>,
    Set<string>,
  ];
  return fewer.size >= FEWEST_WORDS && [...fewer].every((word) => more.has(word));
}

/** Folded as for searching, and without the Arabic article, which people write or leave out. */
function wordsOf(address: string | null): Set<string> {
  const words = searchText(address ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((word) => (/^ال.{3}/u.test(word) ? word.slice(2) : word)));
}

/** What lies nearest first, then what only words place here, each the newest first. */
export function nearestFirst<T extends { metres: number | null; filedAt: Date }>(found: readonly T[]): T[] {
  const far = (one: T) => one.metres ?? SAME_PLACE_METRES;
  return [...found].sort((a, b) => far(a) - far(b) || b.filedAt.getTime() - a.filedAt.getTime());
}
