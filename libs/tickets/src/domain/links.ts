/** What a link says of a ticket, read from its side. Each has one that says the same from the other side. */
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

/** The kinds that are stored; the others are these, read backwards. */
export type StoredLink = 'related' | 'duplicates' | 'causes' | 'part_of';

const BACKWARDS: Record<Link, Link> = {
  related: 'related',
  duplicates: 'duplicated_by',
  duplicated_by: 'duplicates',
  causes: 'caused_by',
  caused_by: 'causes',
  part_of: 'contains',
  contains: 'part_of',
};

/** The same link as the other ticket sees it. */
export const fromOtherSide = (link: Link): Link => BACKWARDS[link];

/** A link as it is stored: from which ticket, to which, and of which kind. */
export function storedLink(
  one: string,
  link: Link,
  other: string,
): { from: string; to: string; kind: StoredLink } {
  if (link === 'related') {
    // Without direction: the older ticket first, so that there is one row.
    return BigInt(one) < BigInt(other)
      ? { from: one, to: other, kind: 'related' }
      : { from: other, to: one, kind: 'related' };
  }
  if (link === 'duplicates' || link === 'causes' || link === 'part_of')
    return { from: one, to: other, kind: link };
  return { from: other, to: one, kind: BACKWARDS[link] as StoredLink };
}

/** A row as `one` of its two tickets reads it. */
export const linkSeenFrom = (row: { from: string; kind: StoredLink }, one: string): Link =>
  row.from === one ? row.kind : fromOtherSide(row.kind);
