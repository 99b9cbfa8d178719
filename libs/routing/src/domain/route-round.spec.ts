import fc from 'fast-check';
import type { Priority } from '#wasl/contracts';
import { chooseAgent, type FreeAgent, type WaitingWork } from './choose-agent.js';
import { routeRound } from './route-round.js';
import { urgencyAt } from './urgency.js';

const queues = ['q1', 'q2'];
const anyWork = fc.record({
  id: fc.uuid(),
  queueId: fc.constantFrom(...queues),
  units: fc.constantFrom(20, 34, 100),
  priority: fc.constantFrom<Priority>('low', 'normal', 'urgent'),
  language: fc.constantFrom('ar', 'en', null),
  skills: fc.constantFrom<Record<string, number>>({}, { tax: 2 }),
  waitedSeconds: fc.integer({ min: 0, max: 300 }),
  stickyAgentId: fc.constant(null),
  declinedBy: fc.constant<string[]>([]),
}) satisfies fc.Arbitrary<WaitingWork>;
const anyAgent = fc.record({
  id: fc.uuid(),
  queueIds: fc.subarray(queues).map((keys) => new Set(keys)),
  skills: fc.dictionary(fc.constantFrom('ar', 'en', 'tax'), fc.integer({ min: 1, max: 5 })),
  freeUnits: fc.constantFrom(20, 60, 100),
  idleSeconds: fc.integer({ min: 0, max: 100 }),
}) satisfies fc.Arbitrary<FreeAgent>;
const unique = <T extends { id: string }>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { selector: (item) => item.id, maxLength: 30 });

describe('a round of the router', () => {
  it('should give each agent and each piece of work one offer at most', () => {
    fc.assert(
      fc.property(unique(anyWork), unique(anyAgent), (waiting, agents) => {
        const made = routeRound(waiting, agents);
        expect(new Set(made.map((one) => one.agentId)).size).toBe(made.length);
        expect(new Set(made.map((one) => one.workId)).size).toBe(made.length);
      }),
    );
  });

  it('should leave no eligible agent idle while eligible work waits', () => {
    fc.assert(
      fc.property(unique(anyWork), unique(anyAgent), (waiting, agents) => {
        const made = routeRound(waiting, agents);
        const left = waiting.filter((work) => !made.some((one) => one.workId === work.id));
        const idle = agents.filter((agent) => !made.some((one) => one.agentId === agent.id));
        for (const work of left) expect(chooseAgent(work, idle)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('should serve work in its order', () => {
    const work = (id: string) => ({
      id,
      queueId: 'q1',
      units: 20,
      priority: 'normal' as const,
      language: null,
      skills: {},
      waitedSeconds: 1,
      stickyAgentId: null,
      declinedBy: [],
    });
    const agent = { id: 'a', queueIds: new Set(['q1']), skills: {}, freeUnits: 100, idleSeconds: 0 };
    expect(routeRound([work('first'), work('second')], [agent]).map((one) => one.workId)).toEqual(['first']);
  });

  it('should not pass over work because another of its kind was declined by everybody', () => {
    const work = (id: string, declinedBy: string[]) => ({
      id,
      queueId: 'q1',
      units: 20,
      priority: 'normal' as const,
      language: null,
      skills: {},
      waitedSeconds: 1,
      stickyAgentId: null,
      declinedBy,
    });
    const agent = { id: 'a', queueIds: new Set(['q1']), skills: {}, freeUnits: 100, idleSeconds: 0 };
    expect(
      routeRound([work('declined', ['a']), work('other', [])], [agent]).map((one) => one.workId),
    ).toEqual(['other']);
  });
});

describe('the order in which work waits', () => {
  const noon = new Date('2026-03-01T12:00:00Z');
  const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);
  const place = (priority: Priority, arrivedAt: Date, dueAt: Date | null = null) =>
    urgencyAt({ priority, arrivedAt, dueAt }).getTime();

  it('should offer the oldest urgent work first', () => {
    expect(place('urgent', noon)).toBeLessThan(place('urgent', later(1)));
    expect(place('urgent', later(1))).toBeLessThan(place('high', noon));
    expect(place('high', noon)).toBeLessThan(place('normal', noon));
    expect(place('normal', noon)).toBeLessThan(place('low', noon));
  });

  it('should bring forward work whose promise is about to be broken', () => {
    expect(place('normal', later(5), later(6))).toBeLessThan(place('normal', later(3), later(40)));
  });

  it('should serve low priority in the end', () => {
    expect(place('low', noon)).toBeLessThan(place('normal', later(9)));
    expect(place('low', noon)).toBeLessThan(place('urgent', later(100)));
  });
});
