import fc from 'fast-check';
import type { ClockKind, PendingOn, Priority } from '#wasl/contracts';
import {
  AROUND_THE_CLOCK,
  CalendarBusinessTime,
  countryCalendar,
  readCountryProfile,
  type BusinessTime,
  ZoneClock,
} from '#wasl/country';
import { type Clock, timeAtPercent, fireDueEvents } from './clock.js';
import { consumedUntil } from './due-at.js';
import { NO_ACTIVITY, planClocks, type TicketFacts } from './plan-clocks.js';
import type { Policy } from './policy.js';

const MINUTE = 60_000;
const T0 = Date.parse('2026-06-03T04:00:00Z'); // a Wednesday, seven in Bahrain
const at = (minutes: number) => T0 + minutes * MINUTE;

const country = readCountryProfile('bh');
const office = new CalendarBusinessTime(countryCalendar(country), new ZoneClock('Asia/Bahrain'));
const target = (minutes: number) => ({ minutes, ofService: false });
const POLICY: Policy = {
  key: 'all',
  calendar: 'always',
  serviceId: null,
  kind: null,
  priority: null,
  audience: null,
  targets: {
    first_response: target(60),
    next_response: target(120),
    resolution: target(600),
    update: target(240),
  },
  factors: { urgent: 0.5 },
  pauses: { requester: ['resolution', 'update'], third_party: ['resolution'] },
  atRiskPercent: 80,
  reopenPercent: 25,
  steps: [],
};
const rulesOf = (...policies: Policy[]) => ({
  policies,
  policy: (key: string) => policies.find((one) => one.key === key),
  workingTime: (calendar: string): BusinessTime => (calendar === 'always' ? AROUND_THE_CLOCK : office),
});
const RULES = rulesOf(POLICY);
const TICKET: TicketFacts = {
  serviceId: null,
  kind: 'request',
  priority: 'normal',
  audience: 'citizen',
  firstResponseMinutes: null,
  resolutionMinutes: null,
  status: 'new',
  pendingOn: null,
  createdAt: T0,
  firstRespondedAt: null,
};

/** A ticket and its clocks; methods take minutes after its opening. */
class ClockHarness {
  ticket: TicketFacts = { ...TICKET };
  clocks: Clock[] = planClocks(this.ticket, [], NO_ACTIVITY, this.rules, T0);
  /** the latest version of every clock */
  readonly all = new Map<string, Clock>();

  constructor(private rules: ReturnType<typeof rulesOf> = RULES) {
    this.keep(this.clocks);
  }

  happens(minute: number, change: Partial<TicketFacts>, happened = NO_ACTIVITY): this {
    this.ticket = { ...this.ticket, ...change };
    this.keep(planClocks(this.ticket, this.clocks, happened, this.rules, at(minute)));
    return this;
  }
  answers = (minute: number) =>
    this.happens(
      minute,
      {
        firstRespondedAt: this.ticket.firstRespondedAt ?? at(minute),
        status: this.ticket.status === 'new' ? 'open' : this.ticket.status,
      },
      { answered: true, asked: false },
    );
  asks = (minute: number, change: Partial<TicketFacts> = {}) =>
    this.happens(minute, change, { answered: false, asked: true });
  pends = (minute: number, on: PendingOn) => this.happens(minute, { status: 'pending', pendingOn: on });
  goesOn = (minute: number) => this.happens(minute, { status: 'open', pendingOn: null });
  settles = (minute: number) => this.happens(minute, { status: 'resolved', pendingOn: null });
  obeys(minute: number, ...policies: Policy[]): this {
    this.rules = rulesOf(...policies);
    return this.happens(minute, {});
  }
  of(kind: ClockKind): Clock | undefined {
    return this.clocks.findLast((clock) => clock.kind === kind);
  }
  /** minutes after the opening at which a clock is due */
  due = (kind: ClockKind) => (this.of(kind)!.dueAt - T0) / MINUTE;

  private keep(clocks: Clock[]): void {
    for (const clock of clocks) this.all.set(`${clock.kind} ${clock.round}`, clock);
    const kinds = [...new Set(clocks.map((clock) => clock.kind))];
    this.clocks = kinds.map(
      (kind) => clocks.filter((one) => one.kind === kind).sort((a, b) => b.round - a.round)[0]!,
    );
  }
}

describe('the clocks of a ticket', () => {
  it('should start with the ticket: first response, resolution and update', () => {
    const harness = new ClockHarness();
    expect(harness.clocks.map((clock) => clock.kind).sort()).toEqual([
      'first_response',
      'resolution',
      'update',
    ]);
    expect(harness.of('first_response')).toMatchObject({
      dueAt: at(60),
      atRiskAt: at(48),
      nextEventAt: at(48),
    });
  });

  it('should meet or miss the first response by the time of the answer', () => {
    expect(new ClockHarness().answers(60).of('first_response')).toMatchObject({
      outcome: 'met',
      consumedMs: 60 * MINUTE,
    });
    expect(new ClockHarness().answers(61).of('first_response')).toMatchObject({ outcome: 'broken' });
    expect(new ClockHarness().settles(10).of('first_response')).toMatchObject({ outcome: 'met' });
  });

  it('should set the next response target from the first unanswered message', () => {
    const harness = new ClockHarness().asks(5);
    expect(harness.of('next_response')).toBeUndefined();
    harness.answers(10).asks(100).asks(150);
    expect(harness.of('next_response')).toMatchObject({ round: 1, startedAt: at(100), dueAt: at(220) });
    harness.answers(200).asks(300);
    expect(harness.all.get('next_response 1')).toMatchObject({ outcome: 'met' });
    expect(harness.of('next_response')).toMatchObject({ round: 2, startedAt: at(300), outcome: null });
  });

  it('should restart the update target after every answer', () => {
    const harness = new ClockHarness().answers(100);
    expect(harness.all.get('update 1')).toMatchObject({ outcome: 'met' });
    expect(harness.of('update')).toMatchObject({ round: 2, dueAt: at(340) });
    expect(harness.settles(200).of('update')).toMatchObject({ endedAt: at(200), nextEventAt: null });
  });

  it('should pause while pending, where the policy says so', () => {
    const harness = new ClockHarness().answers(10).pends(100, 'requester');
    expect(harness.of('resolution')).toMatchObject({ nextEventAt: null, dueAt: at(600) });
    harness.goesOn(400);
    expect(harness.due('resolution')).toBe(900);
    expect(harness.pends(500, 'entity').of('resolution')!.nextEventAt).not.toBeNull();
    harness.pends(550, 'third_party').goesOn(560);
    expect(harness.due('resolution')).toBe(910);
    expect(harness.of('resolution')!.pauses.map(({ reason }) => reason)).toEqual([
      'requester',
      'third_party',
    ]);
  });

  it('should fire during a pause only events from before it', () => {
    const harness = new ClockHarness().pends(500, 'requester');
    expect(harness.of('resolution')!.nextEventAt).toBe(at(480));
  });

  it('should keep past pauses when the policy changes, in both directions', () => {
    const strict: Policy = { ...POLICY, key: 'strict', pauses: {}, targets: { resolution: target(300) } };
    const harness = new ClockHarness().pends(100, 'requester').obeys(200, strict);
    // A hundred minutes used, a hundred paused, and from now on no more pauses.
    expect(harness.due('resolution')).toBe(400);
    expect(harness.of('resolution')!.pauses).toEqual([{ from: at(100), to: at(200), reason: 'requester' }]);
    expect(harness.of('first_response')).toMatchObject({ outcome: 'cancelled' });
    harness.obeys(250, POLICY);
    expect(harness.due('resolution')).toBe(700);
    harness.goesOn(300);
    expect(harness.due('resolution')).toBe(750);
  });

  it('should follow priority and calendar exactly', () => {
    const harness = new ClockHarness().happens(100, { priority: 'urgent' });
    expect(harness.due('resolution')).toBe(300);
    harness.happens(110, { priority: 'normal' });
    expect(harness.due('resolution')).toBe(600);
    // Ten hours of office time from seven in the morning: seven today, three tomorrow.
    harness.obeys(120, { ...POLICY, calendar: 'country' });
    expect(harness.due('resolution')).toBe(24 * 60 + 180);
    expect(harness.of('resolution')!.startedAt).toBe(T0);
  });

  it('should continue when its ticket is reopened, with at least the policy’s share', () => {
    const early = new ClockHarness().answers(5).settles(100).happens(5_000, { status: 'open' });
    expect(early.due('resolution')).toBe(5_500);
    const late = new ClockHarness().answers(5).settles(590).happens(5_000, { status: 'open' });
    expect(late.due('resolution')).toBe(5_150);
    expect(late.of('resolution')).toMatchObject({ round: 1, grantedMs: 140 * MINUTE, outcome: null });
    const again = late.settles(5_140).happens(9_000, { status: 'open' });
    expect(again.due('resolution')).toBe(9_150);
    const broken = new ClockHarness().settles(700).happens(5_000, { status: 'open' });
    expect(broken.of('resolution')).toMatchObject({ dueAt: at(600), grantedMs: 0 });
    expect(broken.settles(5_001).of('resolution')).toMatchObject({ outcome: 'broken' });
  });

  it('should start for a ticket from before there were clocks', () => {
    const clocks = planClocks(
      { ...TICKET, firstRespondedAt: at(5), status: 'open' },
      [],
      NO_ACTIVITY,
      RULES,
      at(90),
    );
    expect(clocks.map(({ kind, dueAt }) => [kind, (dueAt - T0) / MINUTE])).toEqual([
      ['resolution', 600],
      ['update', 240],
    ]);
    expect(planClocks({ ...TICKET, status: 'closed' }, [], NO_ACTIVITY, RULES, at(90))).toEqual([]);
  });

  it('should agree with a minute-by-minute simulation', () => {
    const event = fc.record({
      wait: fc.integer({ min: 1, max: 400 }),
      what: fc.constantFrom(
        'answer',
        'ask',
        'requester',
        'third_party',
        'entity',
        'go on',
        'urgent',
        'normal',
        'settle',
        'reopen',
        'always',
        'country',
      ),
    });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 14 }), (events) => {
        const harness = new ClockHarness();
        let calendar: BusinessTime = AROUND_THE_CLOCK;
        let minute = 0;
        // The state in each minute, so that another calendar can be applied to all of them.
        const ran: boolean[] = [];
        for (const { wait, what } of events) {
          for (let end = minute + wait; minute < end; minute++) {
            const { status, pendingOn } = harness.ticket;
            ran.push(
              status !== 'resolved' &&
                !(status === 'pending' && (POLICY.pauses[pendingOn!] ?? []).includes('resolution')),
            );
          }
          if (harness.ticket.status === 'resolved' && what !== 'reopen') continue;
          if (what === 'answer') harness.answers(minute);
          if (what === 'ask') harness.asks(minute);
          if (what === 'requester' || what === 'third_party' || what === 'entity')
            harness.pends(minute, what);
          if (what === 'go on') harness.goesOn(minute);
          if (what === 'reopen') harness.happens(minute, { status: 'open', pendingOn: null });
          if (what === 'urgent' || what === 'normal') harness.happens(minute, { priority: what as Priority });
          if (what === 'settle') harness.settles(minute);
          if (what === 'always' || what === 'country') {
            calendar = what === 'always' ? AROUND_THE_CLOCK : office;
            harness.obeys(minute, { ...POLICY, calendar: what });
          }
        }
        const watched = ran.filter((runs, n) => runs && calendar.stateAt(at(n)).open).length;
        const clock = harness.of('resolution')!;
        expect(consumedUntil(clock, clock.endedAt ?? at(minute), calendar)).toBe(watched * MINUTE);
        // Continue the minute-by-minute count up to the due time.
        if (clock.endedAt === null && harness.ticket.status !== 'pending') {
          const whole = clock.targetMs + clock.grantedMs;
          if (whole > watched * MINUTE) {
            expect(clock.dueAt).toBe(calendar.after(at(minute), whole - watched * MINUTE));
          } else expect(clock.dueAt).toBeLessThanOrEqual(at(minute));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('the events of a clock', () => {
  const step = (percent: number) => ({
    key: `s${percent}`,
    clock: 'resolution' as const,
    percent,
    do: 'notify' as const,
  });
  const rules = rulesOf({ ...POLICY, steps: [step(50), step(100), step(150)] });
  const clock = new ClockHarness(rules).of('resolution')!;

  it('should fire once at each percentage, including missed ones', () => {
    expect(fireDueEvents(clock, rules, at(299)).percents).toEqual([]);
    const half = fireDueEvents(clock, rules, at(300));
    expect(half).toMatchObject({ percents: [50], clock: { nextEventAt: at(480), passedPercent: 50 } });
    expect(fireDueEvents(half.clock, rules, at(400)).percents).toEqual([]);
    expect(fireDueEvents(half.clock, rules, at(601))).toMatchObject({
      percents: [80, 100],
      clock: { nextEventAt: at(900) },
    });
    expect(fireDueEvents(half.clock, rules, at(901))).toMatchObject({
      percents: [80, 100, 150],
      clock: { nextEventAt: null },
    });
  });

  it('should fire again when a passed event moves into the future', () => {
    const { clock: passed } = fireDueEvents(clock, rules, at(610));
    const longer = {
      ...POLICY,
      steps: [step(50), step(100), step(150)],
      targets: { resolution: target(1_200) },
    };
    const [moved] = planClocks(
      { ...TICKET, firstRespondedAt: T0 },
      [passed],
      NO_ACTIVITY,
      rulesOf(longer),
      at(620),
    );
    expect(moved).toMatchObject({ passedPercent: 50, nextEventAt: at(960), dueAt: at(1_200) });
  });

  it('should never fire early, nor skip one, whatever the pauses', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 }),
        (edges, looks) => {
          const sorted = edges.sort((a, b) => a - b);
          const pauses = sorted.flatMap((from, n) =>
            n % 2 === 0 && n + 1 < sorted.length
              ? [{ from: at(from), to: at(sorted[n + 1]!), reason: 'requester' as const }]
              : [],
          );
          let current: Clock = { ...clock, pauses };
          let now = 0;
          const seen: number[] = [];
          for (const look of looks) {
            now += look;
            const struck = fireDueEvents(current, rules, at(now));
            seen.push(...struck.percents);
            current = struck.clock;
          }
          const expected = [50, 80, 100, 150].filter(
            (percent) => timeAtPercent({ ...clock, pauses }, percent, AROUND_THE_CLOCK) <= at(now),
          );
          expect(seen).toEqual(expected);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
