/** The type of a link, seen from one ticket. Each type has an inverse, seen from the other ticket. */
export const LINKS = [
  'related',
  'duplicates',
  'duplicated_by',
  'causes',
  'caused_by',
  'part_of',
  'contains',
] as const;
export type Link = (typeof LINKS)[number];

/** The types that are stored; the others are their inverses. */
export type StoredLink = 'related' | 'duplicates' | 'causes' | 'part_of';

const INVERSE: Record<Link, Link> = {
  related: 'related',
  duplicates: 'duplicated_by',
  duplicated_by: 'duplicates',
  causes: 'caused_by',
  caused_by: 'causes',
  part_of: 'contains',
  contains: 'part_of',
};

/** The same link seen from the other ticket. */
export const fromOtherSide = (link: Link): Link => INVERSE[link];

/** A link as it is stored: from which ticket, to which, and of which type. */
export function storedLink(
  one: string,
  link: Link,
  other: string,
): { from: string; to: string; kind: StoredLink } {
  if (link === 'related') {
    // Symmetric: the older ticket first, so that there is one row.
    return BigInt(one) < BigInt(other)
      ? { from: one, to: other, kind: 'related' }
      : { from: other, to: one, kind: 'related' };
  }
  if (link === 'duplicates' || link === 'causes' || link === 'part_of')
    return { from: one, to: other, kind: link };
  return { from: other, to: one, kind: INVERSE[link] as StoredLink };
}

/** The type of a stored link, seen from ticket `one`. */
export const linkSeenFrom = (row: { from: string; kind: StoredLink }, one: string): Link =>
  row.from === one ? row.kind : fromOtherSide(row.kind);
