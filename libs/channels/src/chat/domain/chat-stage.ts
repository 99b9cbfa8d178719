import type { ChatState, WorkState } from '#wasl/contracts';

/** What decides how a chat looks to its visitor. */
export interface ChatFacts {
  ended: boolean;
  /** the ticket takes further messages */
  canWrite: boolean;
  /** the state of the ticket's open work, if there is some */
  work: WorkState | null;
  /** somebody of ours took it, now or before */
  wasAnswered: boolean;
  ahead: number;
  /** waits of the last chats that were answered in this queue, in seconds */
  waits: number[];
}

/** With fewer, what they waited says little about the next. */
const FEWEST_WAITS = 5;
/** So many of the last ones waited no longer than what we name: it is better to name too much than too little. */
const SHARE = 0.8;

export function chatState(facts: ChatFacts): ChatState {
  const { canWrite } = facts;
  if (facts.ended) return { stage: 'ended', ahead: null, usualMinutes: null, canWrite };
  const waits = !facts.wasAnswered && facts.work !== 'assigned';
  if (!waits) return { stage: 'answered', ahead: null, usualMinutes: null, canWrite };
  return { stage: 'waiting', ahead: facts.ahead, usualMinutes: usualMinutes(facts.waits), canWrite };
}

/** Whole minutes, rounded up, that four of five waited at most; null when too few are known to be honest about it. */
export function usualMinutes(waits: readonly number[]): number | null {
  if (waits.length < FEWEST_WAITS) return null;
  const sorted = [...waits].sort((a, b) => a - b);
  const seconds = sorted[Math.ceil(sorted.length * SHARE) - 1]!;
  return Math.max(1, Math.ceil(seconds / 60));
}
