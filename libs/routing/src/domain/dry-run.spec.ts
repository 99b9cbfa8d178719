import fc from 'fast-check';
import { type DryRunRules, replayPeriod } from './dry-run.js';
import { figuresOf, recordedOutcomes } from './dry-run-figures.js';
import { DEFAULT_QUEUE_RULES, type QueueRules } from './queue-rules.js';
import type { RecordedPeriod, RecordedShiftAgent, RecordedWork } from './recorded-period.js';
import { EventTimeline } from './event-timeline.js';
import { DEFAULT_UNITS } from './units.js';
import { DEFAULT_ORDER } from './urgency.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const work = (id: string, given: Partial<RecordedWork> = {}): RecordedWork => ({
  routableAt: given.arrivedAt ?? 0,
  id,
  queueId: 'q',
  kind: 'call',
  priority: 'normal',
  language: null,
  arrivedAt: 0,
  dueAt: null,
  vip: false,
  vulnerable: false,
  stickyAgentId: null,
  stickyFor: undefined,
  handleMs: 5 * MINUTE,
  patienceMs: null,
  actual: null,
  carriedOver: false,
  unrouted: false,
  ...given,
});
const person = (id: string, given: Partial<RecordedShiftAgent> = {}): RecordedShiftAgent => ({
  id,
  capacity: 100,
  queueIds: new Set(['q']),
  skills: {},
  entityId: null,
  interruptible: true,
  atWork: [{ from: 0, to: 8 * HOUR }],
  ...given,
});
const rules = (given: Partial<QueueRules> = {}, more: Partial<DryRunRules> = {}): DryRunRules => ({
  round: { queues: new Map(), defaults: { ...DEFAULT_QUEUE_RULES, ...given } },
  order: DEFAULT_ORDER,
  units: DEFAULT_UNITS,
  isOpen: () => true,
  ...more,
});
const run = (recorded: Partial<RecordedPeriod>, by = rules()) => {
  const replay = replayPeriod({ from: 0, to: 8 * HOUR, work: [], people: [], ...recorded }, by);
  for (;;) {
    const { done, value } = replay.next();
    if (done) return value.map(({ workId, agentId, waitMs }) => [workId, agentId, waitMs && waitMs / MINUTE]);
  }
};

describe('a dry run of a recorded period', () => {
  it('should make one item wait until the other is done', () => {
    const calls = [work('a'), work('b', { arrivedAt: MINUTE })];
    expect(run({ work: calls, people: [person('p')] })).toEqual([
      ['a', 'p', 0],
      ['b', 'p', 4],
    ]);
  });

  it('should not assign work to agents before they arrive or after they leave', () => {
    const people = [person('p', { atWork: [{ from: 10 * MINUTE, to: 12 * MINUTE }] })];
    const calls = [work('a'), work('b', { arrivedAt: 11 * MINUTE }), work('c', { arrivedAt: 13 * MINUTE })];
    expect(run({ work: calls, people })).toEqual([
      ['a', 'p', 10],
      ['b', null, null],
      ['c', null, null],
    ]);
  });

  it('should leave unrouted work with its recorded agent, whose capacity it takes, and not count it', () => {
    const was = { agentId: 'p', answeredAt: 3 * MINUTE };
    const atDesk = work('visit', { unrouted: true, actual: was, handleMs: 10 * MINUTE });
    const noted = { agentId: 'p', answeredAt: -MINUTE };
    const before = work('noted', { arrivedAt: -MINUTE, unrouted: true, actual: noted, handleMs: 3 * MINUTE });
    const nobody = work('never called up', { unrouted: true });
    const calls = [work('a'), work('b', { arrivedAt: 4 * MINUTE }), work('c', { arrivedAt: 5 * MINUTE })];
    const all = [atDesk, before, nobody, ...calls];
    // p has the item they noted until two, then a; at three a visitor, whom a call does not interrupt; then b and c.
    const own = { people: [person('p', { capacity: 200, interruptible: false })] };
    expect(run({ work: all, ...own })).toEqual([
      ['a', 'p', 0],
      ['b', 'p', 1],
      ['c', 'p', 5],
    ]);
    expect(run({ work: calls, ...own })).toEqual([
      ['a', 'p', 0],
      ['b', 'p', 0],
      ['c', 'p', 0],
    ]);
    expect(recordedOutcomes(all).map(({ workId }) => workId)).toEqual(['a', 'b', 'c']);
  });

  it('should route work that first waited at a counter from when its requester left, by its arrival time', () => {
    const left = work('left', { routableAt: 6 * MINUTE });
    const later = work('later', { arrivedAt: MINUTE });
    const people = [person('p', { atWork: [{ from: 2 * MINUTE, to: HOUR }] })];
    expect(run({ work: [left, later], people })).toEqual([
      ['left', 'p', 7],
      ['later', 'p', 1],
    ]);
    const allLate = [left, work('later', { arrivedAt: MINUTE, routableAt: 6 * MINUTE })];
    expect(run({ work: allLate, people }).map(([id, , wait]) => [id, wait])).toEqual([
      ['left', 6],
      ['later', 10],
    ]);
  });

  it('should let callers abandon, and continue with the next', () => {
    const calls = [work('a'), work('b', { patienceMs: 2 * MINUTE }), work('c', { arrivedAt: MINUTE })];
    expect(run({ work: calls, people: [person('p')] })).toEqual([
      ['a', 'p', 0],
      ['b', null, 2],
      ['c', 'p', 4],
    ]);
  });

  it('should relax requirements at the exact second', () => {
    const helper = person('h', { queueIds: new Set(['other']) });
    const steps = [{ afterSeconds: 90, queues: ['other'] }];
    expect(run({ work: [work('a')], people: [helper] }, rules({ steps }))).toEqual([['a', 'h', 1.5]]);
    expect(run({ work: [work('a')], people: [helper] })).toEqual([['a', null, null]]);
  });

  it('should let an agent hold five mails, and interrupt them for a call if the profile allows it', () => {
    const mails = Array.from({ length: 6 }, (_, n) => work(`m${n}`, { kind: 'email', handleMs: HOUR }));
    const taken = (people: RecordedShiftAgent[]) =>
      run({ work: mails, people }).filter(([, who]) => who === 'p');
    expect(taken([person('p')]).map(([, , wait]) => wait)).toEqual([0, 0, 0, 0, 0, 60]);
    const call = work('call', { arrivedAt: MINUTE });
    const some = [...mails.slice(0, 2), call];
    expect(run({ work: some, people: [person('p')] }).at(-1)).toEqual(['call', 'p', 0]);
    expect(run({ work: some, people: [person('p', { interruptible: false })] }).at(-1)).toEqual([
      'call',
      'p',
      59,
    ]);
  });

  it('should count work held at the beginning as capacity, and leave it out of the figures', () => {
    const earlier = work('old', {
      carriedOver: true,
      arrivedAt: -10 * MINUTE,
      handleMs: 7 * MINUTE,
      actual: { agentId: 'p', answeredAt: -MINUTE },
    });
    expect(run({ work: [earlier, work('a')], people: [person('p')] })).toEqual([['a', 'p', 6]]);
  });

  it('should wait while the queue is closed', () => {
    const isOpen = (_: string, at: number) => at >= HOUR;
    expect(run({ work: [work('a')], people: [person('p')] }, rules({}, { isOpen }))).toEqual([
      ['a', 'p', 60],
    ]);
  });

  it('should give each item one result, overload no agent, and be reproducible', () => {
    const anyWork = fc.record({
      kind: fc.constantFrom('call' as const, 'email' as const),
      queueId: fc.constantFrom('q', 'r'),
      arrivedAt: fc.integer({ min: 0, max: 2 * HOUR }),
      handleMs: fc.integer({ min: 1_000, max: HOUR }),
      patienceMs: fc.option(fc.integer({ min: 1_000, max: HOUR })),
      priority: fc.constantFrom('low' as const, 'urgent' as const),
      stickyAgentId: fc.constantFrom(null, 'p0', 'p1'),
    });
    const anyPerson = fc.record({
      queueIds: fc.subarray(['q', 'r']).map((keys) => new Set(keys)),
      atWork: fc.integer({ min: 0, max: 2 * HOUR }).map((from) => [{ from, to: from + HOUR }]),
    });
    fc.assert(
      fc.property(
        fc.array(anyWork, { maxLength: 25 }),
        fc.array(anyPerson, { maxLength: 4 }),
        (matters, team) => {
          const given = matters.map((one, n) => work(`w${n}`, one));
          const people = team.map((one, n) => person(`p${n}`, one));
          const outcomes = run({ work: given, people });
          expect(outcomes.map(([id]) => id)).toEqual(given.map(({ id }) => id));
          expect(run({ work: given, people })).toEqual(outcomes);
          for (const one of people) {
            const held = outcomes.flatMap(([id, who, wait]) => {
              const matter = given.find((other) => other.id === id)!;
              // rounded to the millisecond: otherwise one item may seem to start before the last one ended
              const from = matter.arrivedAt + Math.round(Number(wait) * MINUTE);
              return who === one.id ? [{ kind: matter.kind, from, to: from + matter.handleMs }] : [];
            });
            for (const { from } of held) {
              const now = held.filter((other) => other.from <= from && from < other.to);
              expect(now.filter(({ kind }) => kind === 'call').length).toBeLessThanOrEqual(1);
              expect(now.filter(({ kind }) => kind === 'email').length).toBeLessThanOrEqual(5);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('figures of a period', () => {
  it('should be those of the domain, by queue, beside the recorded ones', () => {
    const recorded = [
      work('a', { actual: { agentId: 'x', answeredAt: 10_000 } }),
      work('b', { actual: { agentId: 'x', answeredAt: 40_000 } }),
      work('c', { patienceMs: 5_000 }),
      work('d'),
    ];
    const queues = new Map([['q', { key: 'general', thresholdSeconds: 20 }]]);
    expect(figuresOf(recorded, recordedOutcomes(recorded), queues)).toEqual([
      {
        queue: 'general',
        arrived: 4,
        answered: 2,
        abandoned: 1,
        left: 1,
        wait: { mean: 25, p50: 40, p90: 40, longest: 40 },
        serviceLevel: 33.33,
        agents: [{ id: 'x', answered: 2 }],
      },
    ]);
  });
});

describe('the event timeline', () => {
  it('should return the earliest event, and simultaneous ones in the order of insertion', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (times) => {
        const line = new EventTimeline<number>();
        times.forEach((at, n) => line.add(at, n));
        const out: [number, number][] = [];
        for (let next = line.next(); next; next = line.next()) out.push([next.at, next.value]);
        expect(out).toEqual(
          times.map((at, n): [number, number] => [at, n]).sort((a, b) => a[0] - b[0] || a[1] - b[1]),
        );
      }),
    );
  });
});
