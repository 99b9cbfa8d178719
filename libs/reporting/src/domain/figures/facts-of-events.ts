import type { Channel, DomainEvent, PresenceState } from '#wasl/contracts';
import type { FigureCell, ContactFact, Attribution } from './facts.js';

/** The service and entity of a ticket when the event is read. */
export type ServiceAttribution = Omit<Attribution, 'agentId'>;

/** The unchanging properties of a work item that its figures need. */
export interface WorkContext extends ServiceAttribution {
  arrivedAt: number;
  channel: Channel;
  /** a live conversation */
  live: boolean;
  /** when its conversation was answered and ended, for live work */
  talkedFrom: number | null;
  talkedTo: number | null;
  /** hold time within it */
  heldMs: number;
}

/** The last time a ticket was settled. */
export interface Settlement extends Attribution {
  settledAt: number;
  queue: string;
  channel: Channel;
  reopened: boolean;
}

/** An agent's current state, and the conversation to which their next wrap-up belongs. */
export interface AgentContext {
  state: PresenceState;
  since: number;
  queues: string[];
  last: (FigureCell & ServiceAttribution & { belongsAt: number }) | null;
}

export interface PresenceFact {
  agentId: string;
  state: PresenceState;
  from: number;
  to: number;
  queues: string[];
}

/** What is needed besides the events to derive facts. Settlements and agents are updated as events are read. */
export interface FigureContext {
  works: ReadonlyMap<string, WorkContext>;
  tickets: ReadonlyMap<string, ServiceAttribution & { channel: Channel }>;
  settlements: Map<string, Settlement>;
  agents: Map<string, AgentContext>;
  thresholdMsOf(queue: string): number;
  shortMs: number;
  /** reopening within this time after settling counts as reopened */
  reopenMs: number;
}

/** Turns events, in order, into facts. */
export function factsOfEvents(
  events: readonly DomainEvent[],
  context: FigureContext,
): { contacts: ContactFact[]; presence: PresenceFact[] } {
  const contacts: ContactFact[] = [];
  const presence: PresenceFact[] = [];
  for (const event of events) {
    if (event.type === 'work.changed') contacts.push(...workFacts(event, context));
    else if (event.type === 'ticket.changed') contacts.push(...ticketFacts(event, context));
    else if (event.type === 'ticket.rated') contacts.push(...ratingFacts(event, context));
    else if (event.type === 'presence.changed') presenceFacts(event, context, contacts, presence);
    else if (event.type === 'staff.changed') serveQueues(event, context);
  }
  return { contacts, presence };
}

function workFacts({ at, data }: DomainEvent<'work.changed'>, context: FigureContext): ContactFact[] {
  const work = context.works.get(data.workId);
  if (!work) return [];
  const { queue, from, to } = data;
  const here = {
    at: Date.parse(at),
    belongsAt: work.arrivedAt,
    channel: work.channel,
    live: work.live,
    queue,
    service: work.service,
    entity: work.entity,
    agentId: null,
  };
  const facts: ContactFact[] = [];
  if (from === null) facts.push({ ...here, kind: 'offered' });
  if (data.answeredAfterSeconds !== undefined) {
    const ms = Math.round(data.answeredAfterSeconds * 1000);
    const { agentId } = data;
    facts.push({ ...here, kind: 'answered', agentId, ms, thresholdMs: context.thresholdMsOf(queue) });
  }
  if (data.abandonedAfterSeconds !== undefined) {
    const ms = Math.round(data.abandonedAfterSeconds * 1000);
    const limits = { thresholdMs: context.thresholdMsOf(queue), shortMs: context.shortMs };
    facts.push({ ...here, kind: 'abandoned', ms, ...limits });
  }
  if (from === 'assigned' && data.fromQueue !== undefined) {
    // The transferring queue has handled the contact too; the conversation continues elsewhere.
    const there = { ...here, queue: data.fromQueue, agentId: handlingAgent(data) };
    facts.push({ ...there, kind: 'transferred' }, { ...there, kind: 'handled', talkMs: null, holdMs: null });
  } else if (from === 'assigned' && to === 'done') {
    const times = timesOf(work);
    facts.push({ ...here, kind: 'handled', agentId: handlingAgent(data), ...times });
    const agent = data.agentId === null ? undefined : context.agents.get(data.agentId);
    const { at: _at, agentId: _nobody, ...place } = here;
    if (agent) agent.last = times.talkMs === null ? null : place;
  }
  return facts;
}

/** Events of an older version do not name the agent; when the work is done, it is the current one. */
const handlingAgent = ({ fromAgentId, to, agentId }: DomainEvent<'work.changed'>['data']): string | null =>
  fromAgentId ?? (to === 'done' ? agentId : null);

/** The duration of a conversation; unknown for written work. */
function timesOf(work: WorkContext): { talkMs: number | null; holdMs: number | null } {
  const { live, talkedFrom, talkedTo } = work;
  if (!live || talkedFrom === null || talkedTo === null) return { talkMs: null, holdMs: null };
  const wholeMs = Math.max(0, talkedTo - talkedFrom);
  const holdMs = Math.min(work.heldMs, wholeMs);
  return { talkMs: wholeMs - holdMs, holdMs };
}

/** A ticket is settled when resolved or closed; closing a resolved ticket does not settle it again. */
function ticketFacts(event: DomainEvent<'ticket.changed'>, context: FigureContext): ContactFact[] {
  const { ticketId, outcome, queue, assigneeId: agentId } = event.data;
  const at = Date.parse(event.at);
  const before = context.settlements.get(ticketId);
  if (outcome === 'resolved' || outcome === 'closed') {
    if (before && !before.reopened) return [];
    const known = context.tickets.get(ticketId) ?? { channel: 'api', service: null, entity: null };
    const settlement = { ...known, settledAt: at, queue, agentId, reopened: false };
    context.settlements.set(ticketId, settlement);
    return [{ kind: 'settled', at, ...placeOf(settlement) }];
  }
  if (outcome !== 'reopened' || !before || before.reopened) return [];
  before.reopened = true;
  if (at - before.settledAt > context.reopenMs) return [];
  return [{ kind: 'reopened', at, ...placeOf(before) }];
}

/** A rating belongs to the settlement that it is about, so that ratings never outnumber settlements. */
function ratingFacts(event: DomainEvent<'ticket.rated'>, context: FigureContext): ContactFact[] {
  const settlement = context.settlements.get(event.data.ticketId);
  if (!settlement) return [];
  return [{ kind: 'rated', score: event.data.score, at: Date.parse(event.at), ...placeOf(settlement) }];
}

const placeOf = ({ settledAt, reopened: _reopened, ...whose }: Settlement) => ({
  belongsAt: settledAt,
  ...whose,
  live: false,
});

/** The state goes on; when it ends it is counted for the queues served then. */
function serveQueues({ data }: DomainEvent<'staff.changed'>, context: FigureContext): void {
  const agent = context.agents.get(data.staffId);
  if (agent) context.agents.set(data.staffId, { ...agent, queues: data.queues });
}

/** The state that ended is a fact; wrap-up time also belongs to the conversation before it. */
function presenceFacts(
  event: DomainEvent<'presence.changed'>,
  context: FigureContext,
  contacts: ContactFact[],
  presence: PresenceFact[],
): void {
  const { agentId, state, queues } = event.data;
  const since = Date.parse(event.data.since);
  const before = context.agents.get(agentId);
  if (before && since < before.since) return;
  if (before && since > before.since) {
    const ended = { from: before.since, to: since };
    if (before.state !== 'offline')
      presence.push({ agentId, state: before.state, queues: before.queues, ...ended });
    if (before.state === 'wrap_up' && before.last)
      contacts.push({ ...before.last, agentId, kind: 'wrapped_up', at: since, ms: since - before.since });
  }
  const last = state === 'wrap_up' ? (before?.last ?? null) : null;
  context.agents.set(agentId, { state, since, queues, last });
}
