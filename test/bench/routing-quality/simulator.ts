import type { Priority } from '#wasl/contracts';
import {
  DEFAULT_ORDER,
  DEFAULT_QUEUE_RULES,
  type FreeAgent,
  type QueueRules,
  routeRound,
  urgencyAt,
  type WaitingWork,
} from '#wasl/routing';
import type { RandomVariates } from '../random-variates.js';
import { Heap } from './heap.js';

/** Times are seconds of the simulated clock. */
export interface SimulatedContact {
  id: string;
  arrivedAt: number;
  serviceSeconds: number;
  /** abandons after this time; Infinity: never */
  patienceSeconds: number;
  priority: Priority;
  skills: Record<string, number>;
  knownBy: string | null;
}

export interface Outcome {
  contact: SimulatedContact;
  waited: number;
  agentId: string | null;
}

export interface SimulatedAgent {
  id: string;
  skills: Record<string, number>;
}

export interface SimulationInput {
  people: SimulatedAgent[];
  rules?: Partial<QueueRules>;
  /** the next contact, and the time since the previous arrival */
  next(
    chance: RandomVariates,
    at: number,
  ): { gap: number; contact: Omit<SimulatedContact, 'id' | 'arrivedAt'> };
  /** end of arrivals; waiting contacts are still served */
  until: number;
  /** replaces the time since the last contact, to compare policies of choosing among idle agents */
  idleness?: (person: SimulatedAgent, idleSeconds: number, chance: RandomVariates) => number;
}

export interface SimulationResult {
  outcomes: Outcome[];
  busySeconds: Map<string, number>;
  endedAt: number;
}

type Event =
  { do: 'arrive' } | { do: 'finish'; desk: Desk } | { do: 'leave'; waiting: Waiting } | { do: 'look' };

interface Desk {
  person: SimulatedAgent;
  freeSince: number | null;
  /** reused between rounds to avoid garbage */
  agent: FreeAgent;
}
interface Waiting {
  contact: SimulatedContact;
  work: WaitingWork;
  urgency: number;
  gone: boolean;
}

const QUEUE = 'calls';
const QUEUES: ReadonlySet<string> = new Set([QUEUE]);
/** Keeps rounding from placing a check just before the end of a wait. */
const ROUNDING = 1e-6;
/** Start of the simulated clock as a date, because the router compares dates. */
const BEGIN = Date.UTC(2026, 0, 1);

/**
 * Contacts arrive, wait, are assigned by the production routing round, are served or abandon. The simulator decides
 * nothing itself: assignment is `routeRound`, the order of waiting work is `urgencyAt`.
 */
export class Simulation {
  private readonly events = new Heap<Event>();
  private readonly desks: Map<string, Desk>;
  private readonly rules: QueueRules;
  private waiting: Waiting[] = [];
  private now = 0;
  private arrived = 0;
  private readonly run: SimulationResult = { outcomes: [], busySeconds: new Map(), endedAt: 0 };

  constructor(
    private readonly scenario: SimulationInput,
    private readonly chance: RandomVariates,
  ) {
    this.rules = { ...DEFAULT_QUEUE_RULES, ...scenario.rules };
    this.desks = new Map(scenario.people.map((person) => [person.id, deskOf(person)]));
  }

  /** @throws Error when an eligible agent is idle while eligible work waits, or a contact is lost */
  go(): SimulationResult {
    this.events.push(0, { do: 'arrive' });
    for (let event = this.events.pop(); event; event = this.events.pop()) {
      this.now = event.at;
      this.happen(event.value);
      this.route();
    }
    if (this.run.outcomes.length !== this.arrived)
      throw new Error(`${this.arrived} arrived, ${this.run.outcomes.length} were served or gave up`);
    this.run.endedAt = this.now;
    return this.run;
  }

  private happen(event: Event): void {
    if (event.do === 'arrive') this.arrive();
    else if (event.do === 'finish') event.desk.freeSince = this.now;
    else if (event.do === 'leave' && !event.waiting.gone) {
      this.remove(event.waiting);
      this.run.outcomes.push({
        contact: event.waiting.contact,
        waited: this.now - event.waiting.contact.arrivedAt,
        agentId: null,
      });
    }
  }

  private arrive(): void {
    const { gap, contact: made } = this.scenario.next(this.chance, this.now);
    if (this.now + gap < this.scenario.until) this.events.push(this.now + gap, { do: 'arrive' });
    const contact = { ...made, id: String(this.arrived++), arrivedAt: this.now };
    const arrivedAt = new Date(BEGIN + this.now * 1000);
    const urgency = urgencyAt(
      { priority: contact.priority, arrivedAt, dueAt: null },
      DEFAULT_ORDER,
    ).getTime();
    const waiting = { contact, work: workOf(contact), urgency, gone: false };
    this.enqueue(waiting);
    if (contact.patienceSeconds < Infinity)
      this.events.push(this.now + contact.patienceSeconds, { do: 'leave', waiting });
    // Requirements also change by time alone: at each relaxation step, and when the wait for the known agent ends.
    const moments = [...this.rules.steps.map(({ afterSeconds }) => afterSeconds)];
    if (contact.knownBy !== null)
      moments.push(this.rules.sticky.holdSeconds, this.rules.sticky.preferSeconds);
    if (contact.knownBy !== null || this.rules.steps.length > 0)
      for (const after of moments) this.events.push(this.now + after + ROUNDING, { do: 'look' });
  }

  private enqueue(waiting: Waiting): void {
    let i = this.waiting.length;
    while (i > 0 && this.waiting[i - 1]!.urgency > waiting.urgency) i--;
    this.waiting.splice(i, 0, waiting);
  }

  private remove(waiting: Waiting): void {
    waiting.gone = true;
    this.waiting.splice(this.waiting.indexOf(waiting), 1);
  }

  private route(): void {
    if (this.waiting.length === 0) return;
    const free: FreeAgent[] = [];
    for (const { person, freeSince, agent } of this.desks.values()) {
      if (freeSince === null) continue;
      const idle = this.now - freeSince;
      agent.idleSeconds = this.scenario.idleness?.(person, idle, this.chance) ?? idle;
      free.push(agent);
    }
    if (free.length === 0) return;
    for (const { work, contact } of this.waiting) work.waitedSeconds = this.now - contact.arrivedAt;
    const byId = new Map(this.waiting.map((one) => [one.contact.id, one]));
    const offered = this.waiting.map(({ work }) => work);
    const given = routeRound(offered, free, { queues: new Map(), defaults: this.rules });
    for (const { workId, agentId } of given) this.serve(byId.get(workId)!, this.desks.get(agentId)!);
    this.checkNobodyIdles();
  }

  private serve(waiting: Waiting, desk: Desk): void {
    const { contact } = waiting;
    if (desk.freeSince === null) throw new Error(`${desk.person.id} was given two contacts at once`);
    this.remove(waiting);
    desk.freeSince = null;
    this.events.push(this.now + contact.serviceSeconds, { do: 'finish', desk });
    this.run.busySeconds.set(
      desk.person.id,
      (this.run.busySeconds.get(desk.person.id) ?? 0) + contact.serviceSeconds,
    );
    this.run.outcomes.push({ contact, waited: this.now - contact.arrivedAt, agentId: desk.person.id });
  }

  /** An independent check of eligibility: skills, and no wait for the agent who knows the requester. */
  private checkNobodyIdles(): void {
    const idle = [...this.desks.values()].filter(({ freeSince }) => freeSince !== null);
    if (idle.length === 0) return;
    for (const { contact } of this.waiting) {
      const held = contact.knownBy !== null && this.now - contact.arrivedAt < this.rules.sticky.holdSeconds;
      if (held) continue;
      const able = idle.find(({ person }) =>
        Object.entries(contact.skills).every(([skill, level]) => (person.skills[skill] ?? 0) >= level),
      );
      if (able) throw new Error(`${able.person.id} idles while contact ${contact.id} waits at ${this.now} s`);
    }
  }
}

const deskOf = (person: SimulatedAgent): Desk => ({
  person,
  freeSince: 0,
  agent: { id: person.id, skills: person.skills, queueIds: QUEUES, freeUnits: 100, idleSeconds: 0 },
});

const workOf = (contact: SimulatedContact): WaitingWork => ({
  id: contact.id,
  queueId: QUEUE,
  units: 100,
  priority: contact.priority,
  language: null,
  skills: contact.skills,
  waitedSeconds: 0,
  stickyAgentId: contact.knownBy,
  stickyAtWork: contact.knownBy !== null,
  declinedBy: [],
});
