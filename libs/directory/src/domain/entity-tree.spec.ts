import fc from 'fast-check';
import { type EntityNode, placeFault } from './entity-tree.js';

const node = (key: string, parent: string | null = null, active = true): EntityNode => ({
  key,
  parent,
  active,
});
const TREE = [node('energy'), node('water', 'energy'), node('leaks', 'water'), node('old', null, false)];

describe('the place of an entity', () => {
  it.each<[string, EntityNode, ReturnType<typeof placeFault>]>([
    ['at the top', node('new'), null],
    ['below another', node('new', 'leaks'), null],
    ['below nothing known', node('new', 'nowhere'), 'not_found'],
    ['below itself', node('energy', 'energy'), 'entity_circle'],
    ['below its own part', node('energy', 'leaks'), 'entity_circle'],
    ['below a closed one', node('new', 'old'), 'entity_closed'],
    ['closed, below a closed one', node('new', 'old', false), null],
    ['closed, with open parts', node('water', 'energy', false), 'has_parts'],
    ['closed, with no parts', node('leaks', 'water', false), null],
  ])('%s', (_what, proposed, fault) => {
    expect(placeFault(TREE, proposed)).toBe(fault);
  });

  it('should never lead to a circle, or to an open entity below a closed one', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const change = fc.record({ key, parent: fc.option(key, { nil: null }), active: fc.boolean() });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const tree = new Map<string, EntityNode>();
        for (const one of changes) if (!placeFault([...tree.values()], one)) tree.set(one.key, one);
        for (const start of tree.values()) {
          const line: EntityNode[] = [];
          for (let at: EntityNode | undefined = start; at; at = tree.get(at.parent ?? '')) {
            expect(line).not.toContain(at);
            if (start.active) expect(at.active).toBe(true);
            line.push(at);
          }
        }
      }),
    );
  });
});
