import type {
  AgentCapacity,
  LiveAgent,
  LiveAlarms,
  SlaAlarm,
  CurrentCall,
  Notice,
  OfferView,
  LiveQueue,
  Snapshots,
} from '#wasl/contracts';
import type { Queue } from '../api/types.js';
import type { Call } from './live-store.js';

/** Pure functions that apply one live event to the cached data. */

export function withOffer(offers: OfferView[] | undefined, offer: OfferView): OfferView[] {
  const others = (offers ?? []).filter((other) => other.id !== offer.id);
  return [...others, offer].sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
}

export const withoutOffer = (offers: OfferView[] | undefined, id: string): OfferView[] =>
  (offers ?? []).filter((offer) => offer.id !== id);

type Board = Snapshots['board'];

export function withQueue(board: Board | undefined, queue: LiveQueue): Board | undefined {
  if (!board) return board;
  const others = board.queues.filter((other) => other.key !== queue.key);
  return { ...board, queues: [...others, queue].sort(byPosition) };
}

/** The order of snapshots. Keys are of ASCII letters. */
const byPosition = (a: LiveQueue, b: LiveQueue): number =>
  a.position - b.position || (a.key < b.key ? -1 : 1);

/** A queue that was retired or deleted. */
export function withoutQueue(board: Board | undefined, key: string): Board | undefined {
  return board && { ...board, queues: board.queues.filter((other) => other.key !== key) };
}

/** The names of queues that every page shows. @returns the same list when nothing of it changed */
export function withQueueName(
  names: Queue[] | undefined,
  { key, name, serviceLevel: { thresholdSeconds } }: LiveQueue,
): Queue[] | undefined {
  const known = names?.find((other) => other.key === key);
  if (!names || (known?.name.ar === name.ar && known.name.en === name.en)) return names;
  if (!known) return [...names, { key, name, thresholdSeconds, unserved: null }];
  return names.map((other) => (other === known ? { ...known, name } : other));
}

export function withAgent(board: Board | undefined, agent: LiveAgent): Board | undefined {
  if (!board) return board;
  // Those who serve no queue are on no board.
  if (agent.queues.length === 0)
    return { ...board, agents: board.agents.filter((other) => other.id !== agent.id) };
  const known = board.agents.some((other) => other.id === agent.id);
  // An event of presence does not know how much work they hold.
  const agents = known
    ? board.agents.map((other) =>
        other.id === agent.id ? { ...(other.capacity && { capacity: other.capacity }), ...agent } : other,
      )
    : [...board.agents, agent];
  return { ...board, agents };
}

export function withLoad(
  board: Board | undefined,
  { id, capacity }: { id: string; capacity: AgentCapacity },
): Board | undefined {
  if (!board) return board;
  return {
    ...board,
    agents: board.agents.map((agent) => (agent.id === id ? { ...agent, capacity } : agent)),
  };
}

const NO_ALARMS: LiveAlarms = { unserved: [], targets: [] };

/** A queue that nobody can serve, or somebody can again. @param at when it was told */
export function withUnserved(
  board: Board | undefined,
  { queue, reason, since }: Extract<Notice, { kind: 'queue.unserved' }>,
  at: string,
): Board | undefined {
  if (!board) return board;
  const { unserved, targets } = board.alarms ?? NO_ALARMS;
  const others = unserved.filter((alarm) => alarm.queue !== queue);
  const now = reason ? [...others, { queue, reason, since: since ?? at }] : others;
  return { ...board, alarms: { unserved: now, targets } };
}

/** The alarms of one ticket, in place of those known before. */
export function withTargets(
  board: Board | undefined,
  { number, targets }: { number: string; targets: SlaAlarm[] },
): Board | undefined {
  if (!board) return board;
  const { unserved, targets: known } = board.alarms ?? NO_ALARMS;
  const others = known.filter((alarm) => alarm.number !== number);
  return { ...board, alarms: { unserved, targets: [...others, ...targets] } };
}

const SHOWN = { ringing: 'ringing', active: 'talking', held: 'held' } as const;

const callOf = ({ state, since, ...call }: CurrentCall): Call => ({
  ...call,
  state: SHOWN[state],
  since: Date.parse(since),
});

export function withNotice(calls: Call[], notice: Notice, now: number): Call[] {
  switch (notice.kind) {
    case 'call.ringing':
    case 'call.answered':
    case 'call.changed': {
      const { kind, ...call } = notice;
      return withCall(calls, callOf(call), kind === 'call.ringing');
    }
    case 'call.stopped': {
      const stillRinging = (call: Call) =>
        call.interactionId === notice.interactionId && call.state === 'ringing';
      return ended(
        calls.filter((call) => !stillRinging(call)),
        notice.interactionId,
        now,
      );
    }
    case 'call.ended':
      return ended(calls, notice.interactionId, now);
    default:
      // Notices about mail, SLA targets or queues do not affect calls.
      return calls;
  }
}

/**
 * Replaces the call or appends it: an agent may answer without having seen it ring. An ended call stays ended unless
 * `comesBack`.
 */
function withCall(calls: Call[], call: Call, comesBack: boolean): Call[] {
  const held = calls.find((other) => other.interactionId === call.interactionId);
  if (!held) return [...calls, call];
  if (held.state === 'ended' && !comesBack) return calls;
  return calls.map((other) => (other === held ? call : other));
}

const ended = (calls: Call[], interactionId: string, now: number): Call[] =>
  calls.map((call) =>
    call.interactionId === interactionId && call.state !== 'ended'
      ? { ...call, state: 'ended', since: now }
      : call,
  );

/** After a reconnect, calls that the server no longer lists have ended. */
export function withCalls(calls: Call[], current: CurrentCall[], now: number): Call[] {
  const alive = new Set(current.map((pop) => pop.interactionId));
  const over = calls
    .filter((call) => !alive.has(call.interactionId))
    .map((call): Call => (call.state === 'ended' ? call : { ...call, state: 'ended', since: now }));
  return [...over, ...current.map((pop) => callOf(pop))];
}
