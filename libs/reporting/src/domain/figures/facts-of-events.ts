import type { Channel, DomainEvent } from '#wasl/contracts';
import {
  type AgentTime,
  endActivity,
  hold,
  newAgentTime,
  pause,
  type PresenceFact,
  release,
} from './agent-time.js';
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
  /** the ticket of written work, and whether it waits for somebody else; null for conversations */
  written: { ticketId: string; isPaused: boolean } | null;
}

/** The last time a ticket was settled. */
export interface Settlement extends Attribution {
  settledAt: number;
  queue: string;
  channel: Channel;
  reopened: boolean;
}

/** An agent's time, and the conversation to which their next wrap-up belongs. */
export interface AgentContext extends AgentTime {
  last: (FigureCell & ServiceAttribution & { belongsAt: number }) | null;
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
    if (event.type === 'work.changed') contacts.push(...workFacts(event, context, presence));
    else if (event.type === 'ticket.changed') {
      contacts.push(...ticketFacts(event, context));
      presence.push(...pauseFacts(event, context));
    } else if (event.type === 'ticket.rated') contacts.push(...ratingFacts(event, context));
    else if (event.type === 'presence.changed') presenceFacts(event, context, contacts, presence);
    else if (event.type === 'staff.changed') serveQueues(event, context);
  }
  return { contacts, presence };
}

function workFacts(
  { at, data }: DomainEvent<'work.changed'>,
  context: FigureContext,
  presence: PresenceFact[],
): ContactFact[] {
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
  const workedMs = moveWritten(work, Date.parse(at), data, context, presence);
  if (from === 'assigned' && data.fromQueue !== undefined) {
    // The transferring queue has handled the contact too; the conversation continues elsewhere.
    const there = { ...here, queue: data.fromQueue, agentId: handlingAgent(data) };
    facts.push({ ...there, kind: 'transferred' }, { ...there, kind: 'handled', ms: workedMs, holdMs: null });
  } else if (from === 'assigned' && to === 'done') {
    const times = work.live ? conversationOf(work) : { ms: workedMs, holdMs: null };
    facts.push({ ...here, kind: 'handled', agentId: handlingAgent(data), ...times });
    const agent = data.agentId === null ? undefined : context.agents.get(data.agentId);
    const { at: _at, agentId: _nobody, ...place } = here;
    if (agent) agent.last = work.live && times.ms !== null ? place : null;
  } else if (workedMs) {
    // Somebody else goes on with it.
    facts.push({ ...here, kind: 'worked', agentId: handlingAgent(data), ms: workedMs });
  }
  return facts;
}

/**
 * Takes written work from the agent who had it and gives it to the one who has it now.
 * @returns the former's time on it; null when it is not known, or nobody had it
 */
function moveWritten(
  { written }: WorkContext,
  at: number,
  data: DomainEvent<'work.changed'>['data'],
  { agents }: FigureContext,
  presence: PresenceFact[],
): number | null {
  if (!written) return null;
  const { ticketId, isPaused } = written;
  const before = data.from === 'assigned' ? handlingAgent(data) : null;
  const now = data.to === 'assigned' ? data.agentId : null;
  if (before === now && data.fromQueue === undefined) return null;
  let workedMs: number | null = null;
  const agent = before === null ? undefined : agents.get(before);
  if (before !== null && agent) {
    const { ms, ended } = release(before, agent, at, ticketId);
    workedMs = ms;
    presence.push(...ended);
  }
  if (now !== null) {
    // Whoever never signed in may be given work, too.
    if (!agents.has(now)) agents.set(now, { ...newAgentTime('offline', at, []), last: null });
    presence.push(...hold(now, agents.get(now)!, at, ticketId, isPaused));
  }
  return workedMs;
}

/** Events of an older version do not name the agent; when the work is done, it is the current one. */
const handlingAgent = ({ fromAgentId, to, agentId }: DomainEvent<'work.changed'>['data']): string | null =>
  fromAgentId ?? (to === 'done' ? agentId : null);

/** A ticket that is pending takes none of its agent's time. */
function pauseFacts({ at, data }: DomainEvent<'ticket.changed'>, { agents }: FigureContext): PresenceFact[] {
  const { assigneeId, ticketId, status, changed } = data;
  const agent = assigneeId !== null && changed.includes('status') ? agents.get(assigneeId) : undefined;
  return agent ? pause(assigneeId!, agent, Date.parse(at), ticketId, status === 'pending') : [];
}

/** The duration of a conversation, if known. */
function conversationOf({ talkedFrom, talkedTo, heldMs }: WorkContext): {
  ms: number | null;
  holdMs: number | null;
} {
  if (talkedFrom === null || talkedTo === null) return { ms: null, holdMs: null };
  const wholeMs = Math.max(0, talkedTo - talkedFrom);
  const holdMs = Math.min(heldMs, wholeMs);
  return { ms: wholeMs - holdMs, holdMs };
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
  if (!before) {
    context.agents.set(agentId, { ...newAgentTime(state, since, queues), last: null });
    return;
  }
  if (since < before.since) return;
  presence.push(...endActivity(agentId, before, since));
  if (since > before.since && before.state === 'wrap_up' && before.last)
    contacts.push({ ...before.last, agentId, kind: 'wrapped_up', at: since, ms: since - before.since });
  const last = state === 'wrap_up' ? before.last : null;
  context.agents.set(agentId, { ...before, state, since, queues, last });
}
