import fc from 'fast-check';
import type { DomainEvent, EventPayloads, EventType } from '#wasl/contracts';
import type { PresenceFact } from './agent-time.js';
import { figuresOf } from './figures.js';
import { figureTexts } from './figure-texts.js';
import { factsOfEvents, type FigureContext, type WorkContext } from './facts-of-events.js';
import { type ContactFact, sumsByQuarter } from './facts.js';
import { splitAtQuarters, intervalStart, QUARTER_MS } from './interval.js';
import { presenceByQuarter } from './presence-quarters.js';
import { parseRange } from './range.js';
import { emptySums, intervalRows } from './rows.js';
import {
  addContactSums,
  addPresenceSums,
  CONTACT_SUMS,
  emptyContactSums,
  emptyPresenceSums,
} from './sums.js';

const NOON = Date.parse('2026-03-01T09:00:00Z');
const MINUTE = 60_000;
let id = 0;

function event<T extends EventType>(type: T, at: number, data: EventPayloads[T]): DomainEvent {
  return { id: String(++id), type, at: new Date(at).toISOString(), data } as DomainEvent;
}
const moved = (at: number, data: Partial<EventPayloads['work.changed']>) =>
  event('work.changed', at, {
    workId: 'w',
    queue: 'general',
    pool: 'main',
    from: null,
    to: 'waiting',
    agentId: null,
    ...data,
  });
const present = (at: number, state: EventPayloads['presence.changed']['state'], queues = ['general']) =>
  event('presence.changed', at, {
    agentId: 'a',
    state,
    reason: null,
    since: new Date(at).toISOString(),
    queues,
  });
const ended = (at: number, outcome: 'resolved' | 'closed' | 'reopened') =>
  event('ticket.changed', at, {
    ticketId: '7',
    number: '1',
    queue: 'general',
    status: outcome === 'reopened' ? 'open' : outcome,
    version: 2,
    changed: ['status'],
    assigneeId: null,
    outcome,
  });
const call: WorkContext = {
  arrivedAt: NOON,
  channel: 'phone',
  live: true,
  talkedFrom: NOON + 20 * MINUTE,
  talkedTo: NOON + 23 * MINUTE,
  heldMs: 30_000,
  written: null,
  service: 'roads',
  entity: 'works',
};
const letter: WorkContext = {
  ...call,
  channel: 'email',
  live: false,
  talkedFrom: null,
  talkedTo: null,
  written: { ticketId: '7', isPaused: false },
};
const contextOf = (works: Record<string, WorkContext> = { w: call }): FigureContext => ({
  works: new Map(Object.entries(works)),
  tickets: new Map([['7', { channel: 'web', service: 'roads', entity: 'works' }]]),
  settlements: new Map(),
  agents: new Map(),
  thresholdMsOf: () => 20_000,
  shortMs: 5_000,
  reopenMs: 14 * 86_400_000,
});
const factsOf = (events: DomainEvent[], context = contextOf()) => factsOfEvents(events, context);
const sumOf = (facts: ContactFact[]) => {
  const sums = emptyContactSums();
  for (const quarter of sumsByQuarter(facts)) addContactSums(sums, quarter.sums);
  return sums;
};

describe('facts of contacts', () => {
  it('should belong to the interval in which the contact arrived, even when it is answered later', () => {
    const { contacts } = factsOf([
      moved(NOON, {}),
      moved(NOON + 20 * MINUTE, { from: 'waiting', to: 'assigned', answeredAfterSeconds: 1_200 }),
      moved(NOON + 23 * MINUTE, { from: 'assigned', to: 'done', agentId: 'a' }),
    ]);
    const [quarter, ...others] = sumsByQuarter(contacts);
    expect(others).toEqual([]);
    expect(quarter).toMatchObject({ start: NOON, queue: 'general', channel: 'phone', live: true });
    expect(quarter!.sums).toMatchObject({
      offered: 1,
      answered: 1,
      answeredInThreshold: 0,
      waitMs: 1_200_000,
      handled: 1,
      timed: 1,
      talkMs: 150_000,
      holdMs: 30_000,
    });
  });

  it('should distinguish short abandons, those within the threshold and late ones', () => {
    const gaveUp = (seconds: number) =>
      moved(NOON, { from: 'waiting', to: 'done', abandonedAfterSeconds: seconds });
    expect(sumOf(factsOf([gaveUp(5), gaveUp(5.1), gaveUp(20), gaveUp(20.1)]).contacts)).toMatchObject({
      abandoned: 4,
      shortAbandoned: 1,
      abandonedInThreshold: 3,
    });
  });

  it('should attribute wrap-up time to the conversation before it only', () => {
    const context = contextOf();
    const { contacts } = factsOf(
      [
        present(NOON, 'available'),
        present(NOON + 20 * MINUTE, 'busy'),
        moved(NOON + 23 * MINUTE, { from: 'assigned', to: 'done', agentId: 'a' }),
        present(NOON + 23 * MINUTE, 'wrap_up'),
        present(NOON + 24 * MINUTE, 'available'),
        present(NOON + 30 * MINUTE, 'busy'),
        present(NOON + 40 * MINUTE, 'wrap_up'),
        present(NOON + 45 * MINUTE, 'available'),
      ],
      context,
    );
    expect(contacts.filter(({ kind }) => kind === 'wrapped_up')).toMatchObject([
      { ms: MINUTE, belongsAt: NOON },
    ]);
  });

  it('should count a transfer for the transferring queue', () => {
    const { contacts } = factsOf([
      moved(NOON, { from: 'assigned', to: 'waiting', fromQueue: 'general', queue: 'billing' }),
      moved(NOON, { from: 'waiting', to: 'waiting', fromQueue: 'billing', queue: 'general' }),
    ]);
    expect(contacts).toMatchObject([
      { kind: 'transferred', queue: 'general' },
      { kind: 'handled', queue: 'general', ms: null },
    ]);
  });

  it("should time written work by the agent's time on it, without pending, conversations and nights", () => {
    const status = (at: number, to: 'open' | 'pending') =>
      event('ticket.changed', at, {
        ...ended(at, 'closed').data,
        status: to,
        assigneeId: 'a',
        outcome: undefined,
      } as never);
    const { contacts, presence } = factsOf(
      [
        present(NOON, 'available'),
        moved(NOON + 5 * MINUTE, { from: 'offered', to: 'assigned', agentId: 'a' }),
        present(NOON + 15 * MINUTE, 'busy'),
        present(NOON + 20 * MINUTE, 'available'),
        status(NOON + 22 * MINUTE, 'pending'),
        present(NOON + 30 * MINUTE, 'offline'),
        present(NOON + 900 * MINUTE, 'available'),
        status(NOON + 901 * MINUTE, 'open'),
        moved(NOON + 904 * MINUTE, { from: 'assigned', to: 'done', agentId: 'a', fromAgentId: 'a' }),
        present(NOON + 910 * MINUTE, 'offline'),
      ],
      contextOf({ w: letter }),
    );
    expect(contacts).toMatchObject([{ kind: 'handled', ms: 15 * MINUTE, holdMs: null, agentId: 'a' }]);
    expect(sumOf(contacts)).toMatchObject({ handled: 1, timed: 1, workMs: 15 * MINUTE, talkMs: 0 });
    const sums = emptyPresenceSums();
    for (const quarter of presenceByQuarter(presence))
      if (quarter.queue === 'general') addPresenceSums(sums, quarter.sums);
    expect(sums).toEqual({ availableMs: 20 * MINUTE, handlingMs: 20 * MINUTE, notReadyMs: 0 });
  });

  it('should count the time of everybody who had a written contact', () => {
    const { contacts } = factsOf(
      [
        present(NOON, 'available'),
        moved(NOON, { from: 'waiting', to: 'assigned', agentId: 'a' }),
        moved(NOON + 2 * MINUTE, { from: 'assigned', to: 'waiting', fromAgentId: 'a' }),
        moved(NOON + 9 * MINUTE, { from: 'waiting', to: 'assigned', agentId: 'a' }),
        moved(NOON + 12 * MINUTE, { from: 'assigned', to: 'done', agentId: 'a', fromAgentId: 'a' }),
      ],
      contextOf({ w: letter }),
    );
    expect(contacts.map((fact) => [fact.kind, 'ms' in fact && fact.ms, fact.agentId])).toEqual([
      ['worked', 2 * MINUTE, 'a'],
      ['handled', 3 * MINUTE, 'a'],
    ]);
    expect(sumOf(contacts)).toMatchObject({ handled: 1, timed: 1, workMs: 5 * MINUTE });
  });

  it('should settle a ticket once, and count reopening within the days, and its rating', () => {
    const day = 86_400_000;
    const rated = (at: number) =>
      event('ticket.rated', at, { ticketId: '7', number: '1', queue: 'x', score: 4 });
    const { contacts } = factsOf([
      ended(NOON, 'resolved'),
      rated(NOON + day),
      ended(NOON + 14 * day, 'closed'),
      ended(NOON + 14 * day, 'reopened'),
      ended(NOON + 15 * day, 'resolved'),
      ended(NOON + 40 * day, 'reopened'),
    ]);
    expect(contacts.map(({ kind, belongsAt }) => [kind, (belongsAt - NOON) / day])).toEqual([
      ['settled', 0],
      ['rated', 0],
      ['reopened', 0],
      ['settled', 15],
    ]);
    expect(sumOf(contacts)).toMatchObject({ settled: 2, reopened: 1, rated: 1, satisfied: 1 });
  });
});

describe('presence facts', () => {
  it('should be split at quarter hours, and counted for each queue of the agent', () => {
    const from = NOON + 10 * MINUTE;
    const { presence } = factsOf([
      present(from, 'available', ['general', 'billing']),
      present(from + 25 * MINUTE, 'busy', ['general', 'billing']),
      present(from + 30 * MINUTE, 'offline', []),
      present(from + 900 * MINUTE, 'not_ready'),
    ]);
    const quarters = presenceByQuarter(presence).filter(({ queue }) => queue === 'billing');
    expect(quarters.map(({ start, sums }) => [(start - NOON) / MINUTE, sums])).toEqual([
      [0, { ...emptyPresenceSums(), availableMs: 5 * MINUTE }],
      [15, { ...emptyPresenceSums(), availableMs: 15 * MINUTE }],
      [30, { ...emptyPresenceSums(), availableMs: 5 * MINUTE, handlingMs: 5 * MINUTE }],
    ]);
  });

  it('should lose and add no millisecond, however they are split', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 0, max: 4 * 86_400_000 }),
        (from, ms) => {
          const pieces = splitAtQuarters(from, from + ms);
          expect(pieces.reduce((sum, [, piece]) => sum + piece, 0)).toBe(ms);
          expect(pieces.every(([start, piece]) => start % QUARTER_MS === 0 && piece <= QUARTER_MS)).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('random histories', () => {
  const anyEvent = fc.oneof(
    fc
      .record({
        workId: fc.constantFrom('w', 'x', 'y'),
        queue: fc.constantFrom('general', 'billing'),
        from: fc.constantFrom(null, 'waiting' as const, 'assigned' as const),
        to: fc.constantFrom('waiting' as const, 'assigned' as const, 'done' as const),
        agentId: fc.constantFrom(null, 'a'),
        answeredAfterSeconds: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }),
        abandonedAfterSeconds: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }),
      })
      .map((data) => (at: number) => moved(at, data)),
    fc
      .constantFrom('available', 'busy', 'wrap_up', 'not_ready', 'offline')
      .map((state) => (at: number) => present(at, state as 'busy')),
    fc
      .constantFrom('resolved', 'closed', 'reopened')
      .map((outcome) => (at: number) => ended(at, outcome as 'closed')),
  );
  const history = fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 1_200_000 })), { maxLength: 60 });
  const works = {
    w: call,
    x: { ...letter, arrivedAt: NOON + 7e6 },
    y: { ...call, channel: 'chat' as const },
  };

  it('should give the same sums however they are split into batches', () => {
    fc.assert(
      fc.property(history, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (steps, cuts) => {
        let at = NOON;
        const events = steps.map(([make, gap]) => make((at += gap)));
        const atOnce = factsOf(events, contextOf(works));
        const whole = sumsByQuarter(atOnce.contacts);
        const presence: PresenceFact[] = [];
        const context = contextOf(works);
        const kept = new Map<string, (typeof whole)[number]>();
        for (let n = 0, i = 0; n < events.length; n += cuts[i % cuts.length]!, i++) {
          const batch = events.slice(n, n + cuts[i % cuts.length]!);
          const facts = factsOf(batch, context);
          presence.push(...facts.presence);
          for (const quarter of sumsByQuarter(facts.contacts)) {
            const key = JSON.stringify([quarter.start, quarter.queue, quarter.channel, quarter.live]);
            const cell = kept.get(key);
            if (cell) addContactSums(cell.sums, quarter.sums);
            else kept.set(key, quarter);
          }
        }
        expect([...kept.keys()].sort().map((key) => kept.get(key))).toEqual(whole);
        expect(presence).toEqual(atOnce.presence);
      }),
      { numRuns: 300 },
    );
  });
});

describe('intervals', () => {
  it.each([
    ['Asia/Bahrain', 30, '2026-03-01T09:44:59Z', '2026-03-01T09:30:00Z'],
    ['Asia/Bahrain', 15, '2026-03-01T09:44:59Z', '2026-03-01T09:30:00Z'],
    ['Asia/Kathmandu', 30, '2026-03-01T09:44:59Z', '2026-03-01T09:15:00Z'],
    ['Asia/Beirut', 30, '2023-10-28T21:29:59Z', '2023-10-28T21:00:00Z'],
  ] as const)('should begin on the clocks of %s, by %d minutes', (zone, size, at, start) => {
    expect(new Date(intervalStart(Date.parse(at), size, zone)).toISOString()).toBe(
      new Date(start).toISOString(),
    );
  });

  it('should be combined from quarter hours without averaging', () => {
    const quarter = (start: number, answered: number, inTime: number) => ({
      start,
      queue: 'general',
      sums: { ...emptyContactSums(), offered: answered, answered, answeredInThreshold: inTime },
    });
    const contacts = [quarter(NOON, 1, 1), quarter(NOON + QUARTER_MS, 99, 0)];
    const rows = intervalRows(
      { contacts, presence: [], roster: [] },
      {
        size: 30,
        zone: 'Asia/Bahrain',
        variant: 'late_abandons_count',
      },
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ start: NOON, figures: { offered: 100, serviceLevel: 1 } });
  });
});

describe('figures', () => {
  const contacts = {
    ...emptyContactSums(),
    offered: 1_060,
    answered: 1_000,
    answeredInThreshold: 860,
    abandoned: 60,
    abandonedInThreshold: 20,
    shortAbandoned: 10,
    waitMs: 12_000_000,
    handled: 1_000,
    timed: 1_000,
    talkMs: 170_000_000,
    workMs: 10_000_000,
    holdMs: 20_000_000,
    wrapUpMs: 40_000_000,
    transferred: 50,
    settled: 400,
    reopened: 20,
    rated: 100,
    satisfied: 80,
  };
  const roster = { rosteredMs: 3_600_000, scheduledMs: 4_000_000, adheredMs: 3_000_000 };
  const presence = { availableMs: 600_000, handlingMs: 2_400_000, notReadyMs: 1_000_000 };

  it('should match their definitions', () => {
    const figures = figuresOf(
      { contacts, presence, roster },
      { variant: 'late_abandons_count', ms: 1_800_000 },
    );
    expect(figures).toMatchObject({
      serviceLevel: 82.69,
      asaSeconds: 12,
      ahtSeconds: 240,
      talkSeconds: 170,
      workSeconds: 10,
      holdSeconds: 20,
      acwSeconds: 40,
      occupancy: 80,
      abandonment: 4.76,
      transferRate: 5,
      reopenRate: 5,
      csat: 80,
      responseRate: 25,
      present: 1.67,
      rostered: 2,
      adherence: 75,
    });
    expect(figuresOf({ contacts, presence, roster }, { variant: 'of_answered', ms: 1 }).serviceLevel).toBe(
      86,
    );
  });

  it('should be null where the divisor is zero', () => {
    const figures = figuresOf(emptySums(), { variant: 'of_all', ms: 1 });
    for (const name of [
      'serviceLevel',
      'asaSeconds',
      'ahtSeconds',
      'occupancy',
      'abandonment',
      'csat',
    ] as const)
      expect(figures[name]).toBeNull();
  });

  it('should each have a name and a formula in both languages', () => {
    const texts = figureTexts('of_all', 5);
    expect(Object.keys(texts)).toEqual(Object.keys(figuresOf(emptySums(), { variant: 'of_all', ms: 1 })));
    for (const { name, formula } of Object.values(texts)) {
      for (const text of [name, formula]) {
        expect(text.ar).toMatch(/[\u0600-\u06ff]/);
        expect(text.en).toMatch(/[A-Za-z]/);
      }
    }
  });

  it('should have a sum for every name', () => {
    expect(Object.keys(emptyContactSums())).toEqual([...CONTACT_SUMS]);
  });
});

describe('a range', () => {
  const now = new Date('2026-03-05T20:00:00Z');
  const read = (from?: unknown, to?: unknown) => {
    try {
      const range = parseRange({ from, to }, { zone: 'Asia/Bahrain', mostDays: 31, now });
      return [new Date(range.from).toISOString(), new Date(range.to).toISOString()];
    } catch (error) {
      return (error as { faults: { path: string; code: string }[] }).faults.map(({ path, code }) => [
        path,
        code,
      ]);
    }
  };

  it('should be parsed from days of the country’s calendar and from timestamps', () => {
    expect(read('2026-03-01', '2026-03-01')).toEqual([
      '2026-02-28T21:00:00.000Z',
      '2026-03-01T21:00:00.000Z',
    ]);
    expect(read('2026-03-01T06:00:00+03:00', '2026-03-01T04:00:00Z')).toEqual([
      '2026-03-01T03:00:00.000Z',
      '2026-03-01T04:00:00.000Z',
    ]);
    expect(read()).toEqual(['2026-03-04T21:00:00.000Z', '2026-03-05T21:00:00.000Z']);
  });

  it.each([
    ['yesterday', '2026-03-01', [['from', 'date']]],
    ['2026-02-30', '2026-03-01', [['from', 'date']]],
    ['2026-03-01T00:00:00', '2026-03-02', [['from', 'date']]],
    ['2026-03-02', '2026-03-01', [['to', 'order']]],
    ['2026-01-01', '2026-12-31', [['to', 'range_too_long']]],
    [['2026-03-01'], '2026-03-01', [['from', 'date']]],
  ])('should be rejected: %s to %s', (from, to, faults) => {
    expect(read(from, to)).toEqual(faults);
  });
});
