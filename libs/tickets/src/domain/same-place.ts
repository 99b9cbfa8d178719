import { toSearchText } from '#wasl/kernel';
import { distanceMetresBetween, type Point } from './geo-distance.js';

/** A location as it was described: on the map, in words, or both. */
export interface DescribedLocation {
  point: Point | null;
  address: string | null;
}

/** About a street corner or a stretch of one street; telephones seldom locate more precisely. */
export const SAME_PLACE_METRES = 150;
/** Streets of different towns share names: at more than this distance the same words mean different places. */
const MAX_SAME_ADDRESS_METRES = 2_000;
/** One word alone is usually a town or district, which many reports share. */
const MIN_WORDS = 2;

/**
 * Whether two locations are the same: near on the map, or with the same words unless the map contradicts.
 * @returns the distance in metres, `null` when only the words match; `undefined` when they are not the same place
 */
export function distanceMetres(one: DescribedLocation, other: DescribedLocation): number | null | undefined {
  const metres = one.point && other.point ? distanceMetresBetween(one.point, other.point) : null;
  if (metres !== null && metres <= SAME_PLACE_METRES) return Math.round(metres);
  if (metres !== null && metres > MAX_SAME_ADDRESS_METRES) return undefined;
  return sameWords(one.address, other.address) ? null : undefined;
}

/** Whether an address has enough words to compare; saves a pointless query. */
export const hasComparableAddress = (address: string | null): boolean => wordsOf(address).size >= MIN_WORDS;

/** All words of the shorter address are in the longer one, which may name the town as well. */
function sameWords(one: string | null, other: string | null): boolean {
  const [fewer, more] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.size - b.size) as [
    Set<string>,
    Set<string>,
  ];
  return fewer.size >= MIN_WORDS && [...fewer].every((word) => more.has(word));
}

/** Normalised as for searching, and without the Arabic article, which is often left out. */
function wordsOf(address: string | null): Set<string> {
  const words = toSearchText(address ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.map((word) => (/^ال.{3}/u.test(word) ? word.slice(2) : word)));
}

/** Nearest first, then those that only match by words; newest first within each. */
export function nearestFirst<T extends { metres: number | null; filedAt: Date }>(found: readonly T[]): T[] {
  const far = (one: T) => one.metres ?? SAME_PLACE_METRES;
  return [...found].sort((a, b) => far(a) - far(b) || b.filedAt.getTime() - a.filedAt.getTime());
}
