import type { PresenceState } from '#wasl/contracts';

/** What an agent's time counts as: available agents who have written work to do are working. */
export type Activity = PresenceState | 'working';

/** A written item that an agent has. */
export interface HeldItem {
  /** of the agent's time */
  ms: number;
  /** whether it waits for somebody else, such as the requester */
  isPaused: boolean;
}

/**
 * An agent's time up to now. It goes to conversations while the agent is in them; otherwise, while the agent is available,
 * it is shared equally between the written items that the agent has and that wait for nobody else. So the handle times of
 * an agent add up to the time that the agent worked, with several items at once too, and nights count for nothing.
 */
export interface AgentTime {
  state: PresenceState;
  /** since when the agent is in this state */
  since: number;
  queues: string[];
  /** up to when the agent's activity is in facts */
  countedTo: number;
  /** up to when it is in the items */
  sharedTo: number;
  /** by ticket */
  held: Record<string, HeldItem>;
}

/** A period of one activity. */
export interface PresenceFact {
  agentId: string;
  state: Activity;
  from: number;
  to: number;
  queues: string[];
}

export const newAgentTime = (state: PresenceState, since: number, queues: string[]): AgentTime => ({
  state,
  since,
  queues,
  countedTo: since,
  sharedTo: since,
  held: {},
});

export function activityOf({ state, held }: Pick<AgentTime, 'state' | 'held'>): Activity {
  return state === 'available' && Object.values(held).some(({ isPaused }) => !isPaused) ? 'working' : state;
}

/**
 * Adds the time until `at` to the items.
 * @returns up to when it is shared: clocks of different processes differ a little, and no time is shared twice
 */
function shareTime(agent: AgentTime, at: number): number {
  const elapsed = at - agent.sharedTo;
  if (elapsed <= 0) return agent.sharedTo;
  agent.sharedTo = at;
  if (activityOf(agent) !== 'working') return at;
  const items = Object.values(agent.held).filter(({ isPaused }) => !isPaused);
  for (const item of items) item.ms += elapsed / items.length;
  return at;
}

/** Ends the current activity. Offline time is no fact. @returns it, if it lasted */
export function endActivity(agentId: string, agent: AgentTime, at: number): PresenceFact[] {
  const to = shareTime(agent, at);
  const { countedTo: from, queues } = agent;
  if (to <= from) return [];
  const state = activityOf(agent);
  agent.countedTo = to;
  return state === 'offline' ? [] : [{ agentId, state, from, to, queues }];
}

type Held = AgentTime['held'];

/** Changes what an agent has. @returns the activity that ends by it */
function changeHeld(agentId: string, agent: AgentTime, at: number, change: (held: Held) => Held) {
  shareTime(agent, at);
  const held = change(agent.held);
  const goesOn = activityOf({ ...agent, held }) === activityOf(agent);
  const ended = goesOn ? [] : endActivity(agentId, agent, at);
  agent.held = held;
  return ended;
}

/** The agent has one more item. */
export const hold = (agentId: string, agent: AgentTime, at: number, ticketId: string, isPaused: boolean) =>
  changeHeld(agentId, agent, at, (held) => ({
    ...held,
    [ticketId]: held[ticketId] ?? { ms: 0, isPaused },
  }));

/** The item waits for somebody else, or no more. */
export const pause = (agentId: string, agent: AgentTime, at: number, ticketId: string, isPaused: boolean) =>
  changeHeld(agentId, agent, at, (held) =>
    held[ticketId] ? { ...held, [ticketId]: { ...held[ticketId], isPaused } } : held,
  );

/** @returns the agent's time on the item, in whole milliseconds; null when the agent was not known to have it */
export function release(
  agentId: string,
  agent: AgentTime,
  at: number,
  ticketId: string,
): { ms: number | null; ended: PresenceFact[] } {
  let ms: number | null = null;
  const ended = changeHeld(agentId, agent, at, ({ [ticketId]: item, ...rest }) => {
    if (item) ms = Math.round(item.ms);
    return rest;
  });
  return { ms, ended };
}
