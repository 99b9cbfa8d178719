/** The type of a link, seen from one ticket. Each type has an inverse, seen from the other ticket. */
export const LINK_TYPES = [
  'related',
  'duplicates',
  'duplicated_by',
  'causes',
  'caused_by',
  'part_of',
  'contains',
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** The types that are stored; the others are their inverses. */
export type StoredLinkType = 'related' | 'duplicates' | 'causes' | 'part_of';

const INVERSE: Record<LinkType, LinkType> = {
  related: 'related',
  duplicates: 'duplicated_by',
  duplicated_by: 'duplicates',
  causes: 'caused_by',
  caused_by: 'causes',
  part_of: 'contains',
  contains: 'part_of',
};

/** The same link seen from the other ticket. */
export const inverseLinkType = (link: LinkType): LinkType => INVERSE[link];

/** A link as it is stored: from which ticket, to which, and of which type. */
export function toStoredLink(
  one: string,
  link: LinkType,
  other: string,
): { from: string; to: string; kind: StoredLinkType } {
  if (link === 'related') {
    // Symmetric: the older ticket first, so that there is one row.
    return BigInt(one) < BigInt(other)
      ? { from: one, to: other, kind: 'related' }
      : { from: other, to: one, kind: 'related' };
  }
  if (link === 'duplicates' || link === 'causes' || link === 'part_of')
    return { from: one, to: other, kind: link };
  return { from: other, to: one, kind: INVERSE[link] as StoredLinkType };
}

/** The type of a stored link, seen from ticket `one`. */
export const linkTypeSeenFrom = (row: { from: string; kind: StoredLinkType }, one: string): LinkType =>
  row.from === one ? row.kind : inverseLinkType(row.kind);
