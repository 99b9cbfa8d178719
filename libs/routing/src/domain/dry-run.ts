import { isInReaderGroups } from '#wasl/kernel';
import type { FreeAgent, WaitingWork, WorkKind } from './choose-agent.js';
import { type RoundRules, rulesOf } from './queue-rules.js';
import {
  isCounted,
  type RecordedPeriod,
  type RecordedShiftAgent,
  type RecordedWork,
} from './recorded-period.js';
import { routeRound } from './route-round.js';
import { EventTimeline } from './event-timeline.js';
import { type OrderRules, urgencyAt } from './urgency.js';

export interface DryRunRules {
  round: RoundRules;
  order: OrderRules;
  units: Readonly<Record<WorkKind, number>>;
  isOpen(queueId: string, at: number): boolean;
}

/** The result for one work item. */
export interface RoutingOutcome {
  workId: string;
  agentId: string | null;
  /** until answered or abandoned; null: still waiting at the end */
  waitMs: number | null;
}

type SimulationEvent =
  | { what: 'arrives'; work: RecordedWork }
  | { what: 'served'; work: RecordedWork; agentState: AgentState }
  | { what: 'done'; holding: HeldWork; agentId: string }
  | { what: 'abandons'; work: RecordedWork }
  | { what: 'check' };
interface HeldWork {
  work: RecordedWork;
  units: number;
}
interface AgentState {
  person: RecordedShiftAgent;
  holds: Set<HeldWork>;
  idleSince: number;
}
interface Waiting {
  work: RecordedWork;
  urgency: number;
}

const YIELD_EVERY = 100;
/** Opening hours change on the minute; nothing else happens unnoticed. */
const CHECK_INTERVAL_MS = 60_000;

/**
 * Simulates a period under given rules: the recorded arrivals, presence and handling times, routed by the same
 * functions as live work. Agents accept every offer at once. Yields regularly, so that the caller can do other work in
 * between.
 */
export function* replayPeriod(
  recorded: RecordedPeriod,
  rules: DryRunRules,
): Generator<void, RoutingOutcome[]> {
  const simulation = new Simulation(recorded, rules);
  for (let n = 0; simulation.step(); n++) if (n % YIELD_EVERY === 0) yield;
  return simulation.outcomes();
}

/** The simulated contact centre. */
class Simulation {
  private readonly timeline = new EventTimeline<SimulationEvent>();
  private readonly agentStates: Map<string, AgentState>;
  private readonly waiting = new Map<string, Waiting[]>();
  private readonly results = new Map<string, RoutingOutcome>();
  private readonly byId: ReadonlyMap<string, RecordedWork>;
  private waitingCount = 0;

  constructor(
    private readonly recorded: RecordedPeriod,
    private readonly rules: DryRunRules,
  ) {
    const { from, to, work, people } = recorded;
    this.agentStates = new Map(
      people.map((person) => [person.id, { person, holds: new Set(), idleSince: from }]),
    );
    this.byId = new Map(work.map((one) => [one.id, one]));
    for (const one of work) this.scheduleWork(one);
    for (const { atWork } of people)
      for (const span of atWork)
        if (span.from >= from && span.from < to) this.timeline.add(span.from, { what: 'check' });
    for (let at = from; at < to; at += CHECK_INTERVAL_MS) this.timeline.add(at, { what: 'check' });
  }

  /**
   * Work that was never routed, or was assigned before the period, is given to its recorded agent; other work arrives.
   */
  private scheduleWork(work: RecordedWork): void {
    const { from } = this.recorded;
    const { actual, carriedOver, unrouted } = work;
    const before = actual !== null && actual.answeredAt < from;
    if (!unrouted && !(carriedOver && before)) {
      this.timeline.add(Math.max(from, work.routableAt), { what: 'arrives', work });
      return;
    }
    const agentState = actual && this.agentStates.get(actual.agentId);
    if (!agentState) return;
    if (before) this.hold(agentState, work, actual.answeredAt);
    else this.timeline.add(actual.answeredAt, { what: 'served', work, agentState });
  }

  /** @returns false when the period is over */
  step(): boolean {
    const next = this.timeline.next();
    if (!next || next.at >= this.recorded.to) return false;
    this.handle(next.at, next.value);
    while (this.timeline.peek() === next.at) this.handle(next.at, this.timeline.next()!.value);
    if (this.waitingCount > 0) this.route(next.at);
    return true;
  }

  outcomes(): RoutingOutcome[] {
    return this.recorded.work
      .filter(isCounted)
      .map((work) => this.results.get(work.id) ?? { workId: work.id, agentId: null, waitMs: null });
  }

  private handle(at: number, event: SimulationEvent): void {
    switch (event.what) {
      case 'arrives':
        return this.enqueue(at, event.work);
      case 'served':
        return this.hold(event.agentState, event.work, at);
      case 'done': {
        this.agentStates.get(event.agentId)!.holds.delete(event.holding);
        return;
      }
      case 'abandons':
        if (this.dequeue(event.work))
          this.results.set(event.work.id, {
            workId: event.work.id,
            agentId: null,
            waitMs: at - event.work.arrivedAt,
          });
    }
  }

  private enqueue(at: number, work: RecordedWork): void {
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
    if (work.patienceMs !== null)
      this.timeline.add(work.arrivedAt + work.patienceMs, { what: 'abandons', work });
    const { steps, sticky } = rulesOf(this.rules.round, work.queueId);
    const checkDelays = [...steps.map((step) => step.afterSeconds), sticky.holdSeconds];
    for (const seconds of checkDelays) {
      const checkAt = work.arrivedAt + seconds * 1_000;
      if (checkAt > at) this.timeline.add(checkAt, { what: 'check' });
    }
  }

  private dequeue(work: RecordedWork): boolean {
    const list = this.listOf(work);
    const place = list.findIndex((one) => one.work === work);
    if (place < 0) return false;
    list.splice(place, 1);
    this.waitingCount--;
    return true;
  }

  private route(at: number): void {
    for (;;) {
      const agents = [...this.agentStates.values()].flatMap(
        (agentState) => this.freeAgent(agentState, at) ?? [],
      );
      if (agents.length === 0) return;
      const made = routeRound(
        this.workToOffer(at, agents.length),
        agents,
        this.rules.round,
        this.heldPerQueue(),
      );
      if (made.length === 0) return;
      for (const { workId, agentId } of made) {
        const work = this.byId.get(workId)!;
        this.dequeue(work);
        this.results.set(workId, { workId, agentId, waitMs: at - work.arrivedAt });
        this.hold(this.agentStates.get(agentId)!, work, at);
      }
    }
  }

  private hold(agentState: AgentState, work: RecordedWork, since: number): void {
    const holding = { work, units: this.rules.units[work.kind] };
    agentState.holds.add(holding);
    agentState.idleSince = since;
    this.timeline.add(since + work.handleMs, { what: 'done', holding, agentId: agentState.person.id });
  }

  /** The same selection that the live router reads: the first items of each segment, in the common order. */
  private workToOffer(at: number, agents: number): WaitingWork[] {
    const lists = [...this.waiting.values()].filter(
      (list) => list.length > 0 && this.rules.isOpen(list[0]!.work.queueId, at),
    );
    const first = lists.flatMap((list) => list.slice(0, agents + 1));
    return first.sort((a, b) => (isBefore(a, b) ? -1 : 1)).map(({ work }) => this.asWaiting(work, at));
  }

  private asWaiting(work: RecordedWork, at: number): WaitingWork {
    const stickyAgent = work.stickyAgentId === null ? undefined : this.agentStates.get(work.stickyAgentId);
    return {
      ...work,
      units: this.rules.units[work.kind],
      skills: {},
      waitedSeconds: (at - work.arrivedAt) / 1_000,
      declinedBy: [],
      interrupts: work.kind === 'call',
      stickyAtWork:
        stickyAgent !== undefined &&
        isInReaderGroups(stickyAgent.person.groups, work.readerGroups) &&
        isAtWork(stickyAgent.person, at),
    };
  }

  private freeAgent({ person, holds, idleSince }: AgentState, at: number): FreeAgent | null {
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

  private heldPerQueue(): Map<string, number> {
    const held = new Map<string, number>();
    for (const { holds } of this.agentStates.values())
      for (const { work } of holds) held.set(work.queueId, (held.get(work.queueId) ?? 0) + 1);
    return held;
  }

  private listOf(work: RecordedWork): Waiting[] {
    const key = `${work.queueId} ${work.kind} ${work.language ?? ''} ${work.readerGroups ? JSON.stringify(work.readerGroups) : ''}`;
    let list = this.waiting.get(key);
    if (!list) this.waiting.set(key, (list = []));
    return list;
  }
}

const isBefore = (a: Waiting, b: Waiting) =>
  a.urgency !== b.urgency ? a.urgency < b.urgency : a.work.id < b.work.id;

const isAtWork = ({ atWork }: RecordedShiftAgent, at: number) =>
  atWork.some((span) => span.from <= at && at < span.to);
