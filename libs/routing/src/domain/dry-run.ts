import type { FreeAgent, WaitingWork, WorkKind } from './choose-agent.js';
import { type RoundRules, rulesOf } from './queue-rules.js';
import { isCounted, type Recorded, type RecordedPerson, type RecordedWork } from './recorded.js';
import { routeRound } from './route-round.js';
import { TimeLine } from './time-line.js';
import { type OrderRules, urgencyAt } from './urgency.js';

export interface DryRules {
  round: RoundRules;
  order: OrderRules;
  units: Readonly<Record<WorkKind, number>>;
  isOpen(queueId: string, at: number): boolean;
}

/** What became of one piece of work. */
export interface Outcome {
  workId: string;
  agentId: string | null;
  /** until answered, or until the requester gave up; null: still waiting at the end */
  waitMs: number | null;
}

type Moment =
  | { what: 'arrives'; work: RecordedWork }
  | { what: 'served'; work: RecordedWork; desk: Desk }
  | { what: 'done'; holding: Holding; agentId: string }
  | { what: 'givesUp'; work: RecordedWork }
  | { what: 'look' };
interface Holding {
  work: RecordedWork;
  units: number;
}
interface Desk {
  person: RecordedPerson;
  holds: Set<Holding>;
  idleSince: number;
}
interface Waiting {
  work: RecordedWork;
  urgency: number;
}

const BREATHE_EVERY = 100;
/** Hours open and close on the minute; nothing else happens unheard. */
const LOOK_MS = 60_000;

/**
 * What would have happened in a period under rules: the arrivals, presence and handling times of then, routed by the
 * very functions that route live. Everybody accepts at once what they are offered.
 * Yields now and then, so that whoever runs it can do something else in between.
 */
export function* replayPeriod(recorded: Recorded, rules: DryRules): Generator<void, Outcome[]> {
  const floor = new Floor(recorded, rules);
  for (let n = 0; floor.step(); n++) if (n % BREATHE_EVERY === 0) yield;
  return floor.outcomes();
}

/** The contact centre of the dry run. */
class Floor {
  private readonly line = new TimeLine<Moment>();
  private readonly desks: Map<string, Desk>;
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly results = new Map<string, Outcome>();
  private readonly byId: ReadonlyMap<string, RecordedWork>;
  private waitingCount = 0;

  constructor(
    private readonly recorded: Recorded,
    private readonly rules: DryRules,
  ) {
    const { from, to, work, people } = recorded;
    this.desks = new Map(people.map((person) => [person.id, { person, holds: new Set(), idleSince: from }]));
    this.byId = new Map(work.map((one) => [one.id, one]));
    for (const one of work) this.begin(one);
    for (const { atWork } of people)
      for (const span of atWork)
        if (span.from >= from && span.from < to) this.line.add(span.from, { what: 'look' });
    for (let at = from; at < to; at += LOOK_MS) this.line.add(at, { what: 'look' });
  }

  /** It is in somebody's hands whatever the rules, from the beginning or from when a desk called it up; or it arrives. */
  private begin(work: RecordedWork): void {
    const { from } = this.recorded;
    const { was, carried, unrouted } = work;
    const before = was !== null && was.answeredAt < from;
    if (!unrouted && !(carried && before)) {
      this.line.add(Math.max(from, work.entersAt), { what: 'arrives', work });
      return;
    }
    const desk = was && this.desks.get(was.agentId);
    if (!desk) return;
    if (before) this.hold(desk, work, was.answeredAt);
    else this.line.add(was.answeredAt, { what: 'served', work, desk });
  }

  /** @returns false when the period is over */
  step(): boolean {
    const next = this.line.next();
    if (!next || next.at >= this.recorded.to) return false;
    this.take(next.at, next.value);
    while (this.line.peek() === next.at) this.take(next.at, this.line.next()!.value);
    if (this.waitingCount > 0) this.route(next.at);
    return true;
  }

  outcomes(): Outcome[] {
    return this.recorded.work
      .filter(isCounted)
      .map((work) => this.results.get(work.id) ?? { workId: work.id, agentId: null, waitMs: null });
  }

  private take(at: number, moment: Moment): void {
    switch (moment.what) {
      case 'arrives':
        return this.arrive(at, moment.work);
      case 'served':
        return this.hold(moment.desk, moment.work, at);
      case 'done': {
        this.desks.get(moment.agentId)!.holds.delete(moment.holding);
        return;
      }
      case 'givesUp':
        if (this.leave(moment.work))
          this.results.set(moment.work.id, {
            workId: moment.work.id,
            agentId: null,
            waitMs: at - moment.work.arrivedAt,
          });
    }
  }

  private arrive(at: number, work: RecordedWork): void {
    const urgency = urgencyAt(
      {
        ...work,
        arrivedAt: new Date(work.arrivedAt),
        dueAt: work.dueAt === null ? null : new Date(work.dueAt),
      },
      this.rules.order,
    ).getTime();
    const list = this.listOf(work);
    let place = list.length;
    while (place > 0 && isBefore({ work, urgency }, list[place - 1]!)) place--;
    list.splice(place, 0, { work, urgency });
    this.waitingCount++;
    if (work.patienceMs !== null) this.line.add(work.arrivedAt + work.patienceMs, { what: 'givesUp', work });
    const { steps, sticky } = rulesOf(this.rules.round, work.queueId);
    const looks = [...steps.map((step) => step.afterSeconds), sticky.holdSeconds];
    for (const seconds of looks) {
      const look = work.arrivedAt + seconds * 1_000;
      if (look > at) this.line.add(look, { what: 'look' });
    }
  }

  private leave(work: RecordedWork): boolean {
    const list = this.listOf(work);
    const place = list.findIndex((one) => one.work === work);
    if (place < 0) return false;
    list.splice(place, 1);
    this.waitingCount--;
    return true;
  }

  private route(at: number): void {
    for (;;) {
      const agents = [...this.desks.values()].flatMap((desk) => this.freeAgent(desk, at) ?? []);
      if (agents.length === 0) return;
      const made = routeRound(
        this.firstOfEach(at, agents.length),
        agents,
        this.rules.round,
        this.heldInAll(),
      );
      if (made.length === 0) return;
      for (const { workId, agentId } of made) {
        const work = this.byId.get(workId)!;
        this.leave(work);
        this.results.set(workId, { workId, agentId, waitMs: at - work.arrivedAt });
        this.hold(this.desks.get(agentId)!, work, at);
      }
    }
  }

  private hold(desk: Desk, work: RecordedWork, since: number): void {
    const holding = { work, units: this.rules.units[work.kind] };
    desk.holds.add(holding);
    desk.idleSince = since;
    this.line.add(since + work.handleMs, { what: 'done', holding, agentId: desk.person.id });
  }

  /** As the live router reads it: of each kind as much as could be given, in the order of all. */
  private firstOfEach(at: number, agents: number): WaitingWork[] {
    const lists = [...this.waiting.values()].filter(
      (list) => list.length > 0 && this.rules.isOpen(list[0]!.work.queueId, at),
    );
    const first = lists.flatMap((list) => list.slice(0, agents + 1));
    return first.sort((a, b) => (isBefore(a, b) ? -1 : 1)).map(({ work }) => this.asWaiting(work, at));
  }

  private asWaiting(work: RecordedWork, at: number): WaitingWork {
    const knows = work.stickyAgentId === null ? undefined : this.desks.get(work.stickyAgentId);
    return {
      ...work,
      units: this.rules.units[work.kind],
      skills: {},
      waitedSeconds: (at - work.arrivedAt) / 1_000,
      declinedBy: [],
      interrupts: work.kind === 'call',
      stickyAtWork: knows !== undefined && isAtWork(knows.person, at),
    };
  }

  private freeAgent({ person, holds, idleSince }: Desk, at: number): FreeAgent | null {
    if (!isAtWork(person, at)) return null;
    let held = 0;
    let live = 0;
    const heldByQueue: Record<string, number> = {};
    for (const { work, units } of holds) {
      held += units;
      if (work.kind === 'call') live += units;
      heldByQueue[work.queueId] = (heldByQueue[work.queueId] ?? 0) + 1;
    }
    if (held >= person.capacity) return null;
    return {
      ...person,
      freeUnits: person.capacity - held,
      freeUnitsInterrupting: person.capacity - (person.interruptible ? live : held),
      idleSeconds: (at - idleSince) / 1_000,
      heldByQueue,
    };
  }

  private heldInAll(): Map<string, number> {
    const held = new Map<string, number>();
    for (const { holds } of this.desks.values())
      for (const { work } of holds) held.set(work.queueId, (held.get(work.queueId) ?? 0) + 1);
    return held;
  }

  private listOf(work: RecordedWork): Waiting[] {
    const key = `${work.queueId} ${work.kind} ${work.language ?? ''}`;
    let list = this.waiting.get(key);
    if (!list) this.waiting.set(key, (list = []));
    return list;
  }
}

const isBefore = (a: Waiting, b: Waiting) =>
  a.urgency !== b.urgency ? a.urgency < b.urgency : a.work.id < b.work.id;

const isAtWork = ({ atWork }: RecordedPerson, at: number) =>
  atWork.some((span) => span.from <= at && at < span.to);
