import fc from 'fast-check';
import {
  lineOfEntity,
  mayRead,
  type Reader,
  readScopeOf,
  readsEverything,
  type ServiceWall,
} from './may-read.js';

const reader = (values: Partial<Reader>): Reader => ({
  id: 'mona',
  scope: 'centre',
  entityId: null,
  groups: [],
  servedQueueIds: null,
  ...values,
});
const leak: ServiceWall = { id: 'leak', entityIds: ['water', 'energy'], readerGroups: null };
const protection: ServiceWall = { id: 'protection', entityIds: ['social'], readerGroups: ['family'] };
const ticket = (service: ServiceWall | null, assigneeId: string | null = null) => ({
  service,
  queueId: 'general',
  assigneeId,
});

describe('who may read a ticket', () => {
  it.each<[string, Partial<Reader>, ServiceWall | null, boolean]>([
    ['an agent, any service', {}, leak, true],
    ['an agent, no service', {}, null, true],
    ['an officer, of their entity', { scope: 'entity', entityId: 'water' }, leak, true],
    ['an officer, of an entity below theirs', { scope: 'entity', entityId: 'energy' }, leak, true],
    ['an officer, of another entity', { scope: 'entity', entityId: 'works' }, leak, false],
    ['an officer, no service', { scope: 'entity', entityId: 'water' }, null, false],
    ['an officer without an entity', { scope: 'entity' }, leak, false],
    ['an agent, a restricted service', {}, protection, false],
    ['a member of its group', { groups: ['family'] }, protection, true],
    ['a member of another group', { groups: ['health'] }, protection, false],
    ['an officer of its entity', { scope: 'entity', entityId: 'social' }, protection, false],
    ['whoever serves other queues', { servedQueueIds: ['billing'] }, leak, false],
    ['whoever serves its queue', { servedQueueIds: ['general'] }, leak, true],
  ])('%s: %o', (_what, who, service, expected) => {
    expect(mayRead(reader(who), ticket(service))).toBe(expected);
  });

  it('should let an owner read outside the queues they serve, but not a restricted service', () => {
    const limited = reader({ servedQueueIds: [] });
    expect(mayRead(limited, ticket(leak, 'mona'))).toBe(true);
    expect(mayRead(limited, ticket(protection, 'mona'))).toBe(false);
  });

  it('should read everything only where nothing is closed', () => {
    expect(readsEverything(readScopeOf(reader({}), [leak]))).toBe(true);
    expect(readsEverything(readScopeOf(reader({}), [leak, protection]))).toBe(false);
    expect(readsEverything(readScopeOf(reader({ servedQueueIds: [] }), [leak]))).toBe(false);
    expect(readsEverything(readScopeOf(reader({ scope: 'entity', entityId: 'water' }), [leak]))).toBe(false);
  });
});

describe('the line of an entity', () => {
  it('should end, whatever the parents are', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(name, fc.dictionary(name, name), (start, parents) => {
        const line = lineOfEntity(start, (id) => parents[id] ?? null);
        expect(new Set(line).size).toBe(line.length);
        expect(line[0]).toBe(start);
      }),
    );
  });
});
