export interface EntityNode {
  key: string;
  /** key */
  parent: string | null;
  active: boolean;
}

export type PlaceFault = 'not_found' | 'entity_closed' | 'entity_circle' | 'has_parts';

/** Why an entity cannot stand in the tree as it is proposed, or null. @param tree the entities as they are */
export function placeFault(tree: readonly EntityNode[], proposed: EntityNode): PlaceFault | null {
  if (!proposed.active && tree.some(({ parent, active }) => parent === proposed.key && active))
    return 'has_parts';
  if (proposed.parent === null) return null;
  const byKey = new Map([...tree, proposed].map((node) => [node.key, node]));
  const parent = byKey.get(proposed.parent);
  if (!parent) return 'not_found';
  if (isBelow(parent, proposed.key, byKey)) return 'entity_circle';
  return proposed.active && !parent.active ? 'entity_closed' : null;
}

/** Whether a node is the one with this key, or below it. */
function isBelow(node: EntityNode, key: string, byKey: ReadonlyMap<string, EntityNode>): boolean {
  const seen = new Set<string>();
  for (let at: EntityNode | undefined = node; at && !seen.has(at.key); at = byKey.get(at.parent ?? '')) {
    if (at.key === key) return true;
    seen.add(at.key);
  }
  return false;
}
