import type { ChatState, WorkState } from '#wasl/contracts';

/** The facts that decide the state of a chat as its visitor sees it. */
export interface ChatFacts {
  ended: boolean;
  /** the ticket takes further messages */
  canWrite: boolean;
  /** the state of the ticket's open work item, if any */
  work: WorkState | null;
  /** an agent has accepted it, now or earlier */
  wasAnswered: boolean;
  ahead: number;
  /** waiting times of recent answered chats in this queue, in seconds */
  waits: number[];
}

/** With fewer samples the estimate is not meaningful. */
const MIN_WAITS = 5;
/** The estimate covers this share of recent chats: it is better to name too long a time than too short a one. */
const PERCENTILE = 0.8;

export function chatState(facts: ChatFacts): ChatState {
  const { canWrite } = facts;
  if (facts.ended) return { stage: 'ended', ahead: null, usualMinutes: null, canWrite };
  const waits = !facts.wasAnswered && facts.work !== 'assigned';
  if (!waits) return { stage: 'answered', ahead: null, usualMinutes: null, canWrite };
  return { stage: 'waiting', ahead: facts.ahead, usualMinutes: expectedWaitMinutes(facts.waits), canWrite };
}

/** The 80th percentile of the waiting times in whole minutes, rounded up; null with too few samples. */
export function expectedWaitMinutes(waits: readonly number[]): number | null {
  if (waits.length < MIN_WAITS) return null;
  const sorted = [...waits].sort((a, b) => a - b);
  const seconds = sorted[Math.ceil(sorted.length * PERCENTILE) - 1]!;
  return Math.max(1, Math.ceil(seconds / 60));
}
