import type { AgentLive, Notice, OfferView, QueueLive, ScreenPop, Snapshots } from '#wasl/contracts';
import type { Call } from './live-store.js';

/** How one live message changes what the page holds; pure, so that they can be read and tested by themselves. */

export function withOffer(offers: OfferView[] | undefined, offer: OfferView): OfferView[] {
  const others = (offers ?? []).filter((other) => other.id !== offer.id);
  return [...others, offer].sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
}

export const withoutOffer = (offers: OfferView[] | undefined, id: string): OfferView[] =>
  (offers ?? []).filter((offer) => offer.id !== id);

type Board = Snapshots['board'];

export function withQueue(board: Board | undefined, queue: QueueLive): Board | undefined {
  if (!board) return board;
  const known = board.queues.some((other) => other.key === queue.key);
  const queues = known
    ? board.queues.map((other) => (other.key === queue.key ? queue : other))
    : [...board.queues, queue];
  return { ...board, queues };
}

export function withAgent(board: Board | undefined, agent: AgentLive): Board | undefined {
  if (!board) return board;
  const known = board.agents.some((other) => other.id === agent.id);
  const agents = known
    ? board.agents.map((other) => (other.id === agent.id ? agent : other))
    : [...board.agents, agent];
  return { ...board, agents };
}

/** A call as a snapshot tells of it; how it stands and since when where the server says so. */
type CallNow = ScreenPop & { state?: 'ringing' | 'active'; since?: string };

const callOf = ({ state, since, ...pop }: CallNow, now: number): Call => ({
  ...pop,
  state: state === 'active' ? 'talking' : 'ringing',
  since: since === undefined ? now : Date.parse(since),
});

export function withNotice(calls: Call[], notice: Notice, now: number): Call[] {
  switch (notice.kind) {
    case 'call.ringing': {
      const { kind: _kind, ...pop } = notice;
      return [...calls.filter((call) => call.interactionId !== pop.interactionId), callOf(pop, now)];
    }
    case 'call.answered':
    case 'call.ended': {
      const state = notice.kind === 'call.answered' ? 'talking' : 'ended';
      return calls.map((call) =>
        call.interactionId === notice.interactionId && call.state !== 'ended'
          ? { ...call, state, since: now }
          : call,
      );
    }
    case 'mail.failed':
      return calls;
  }
}

/** After a cut line: calls the server does not know any more are over. */
export function withCalls(calls: Call[], current: CallNow[], now: number): Call[] {
  const alive = new Set(current.map((pop) => pop.interactionId));
  const over = calls
    .filter((call) => !alive.has(call.interactionId))
    .map((call): Call => (call.state === 'ended' ? call : { ...call, state: 'ended', since: now }));
  return [...over, ...current.map((pop) => callOf(pop, now))];
}
