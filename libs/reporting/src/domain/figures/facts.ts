import type { Channel } from '#wasl/contracts';
import { quarterOf } from './interval.js';
import { addContactSums, type ContactSums, emptyContactSums } from './sums.js';

/** The sums to which a fact counts. `live` marks live conversations. */
export interface FigureCell {
  queue: string;
  channel: Channel;
  live: boolean;
}

/** For whom a contact was, and who had it; null: no service, or no agent yet. */
export interface Attribution {
  /** code */
  service: string | null;
  /** key */
  entity: string | null;
  agentId: string | null;
}

/**
 * One event of a contact, with everything its figures need, so that sums can be rebuilt from facts alone. It belongs to
 * the interval in which the contact arrived; settlement and later events, to the one in which the ticket was settled.
 */
export type ContactFact = FigureCell &
  Attribution & { belongsAt: number; at: number } & (
    | { kind: 'offered' | 'transferred' | 'settled' | 'reopened' }
    | { kind: 'answered'; ms: number; thresholdMs: number }
    | { kind: 'abandoned'; ms: number; thresholdMs: number; shortMs: number }
    /** `ms`: of talk in a conversation, of work on what was written; null where it is not known */
    | { kind: 'handled'; ms: number | null; holdMs: number | null }
    /** somebody worked on what was written, and somebody else goes on */
    | { kind: 'worked'; ms: number }
    | { kind: 'wrapped_up'; ms: number }
    | { kind: 'rated'; score: number }
  );

/** What a fact adds to the sums. */
export function sumsOf(fact: ContactFact): ContactSums {
  const sums = emptyContactSums();
  switch (fact.kind) {
    case 'offered':
    case 'transferred':
    case 'settled':
    case 'reopened':
      sums[fact.kind] = 1;
      break;
    case 'answered':
      sums.answered = 1;
      sums.waitMs = fact.ms;
      sums.answeredInThreshold = one(fact.ms <= fact.thresholdMs);
      break;
    case 'abandoned':
      sums.abandoned = 1;
      sums.abandonedInThreshold = one(fact.ms <= fact.thresholdMs);
      sums.shortAbandoned = one(fact.ms <= fact.shortMs);
      break;
    case 'handled':
      sums.handled = 1;
      sums.timed = one(fact.ms !== null);
      sums[fact.live ? 'talkMs' : 'workMs'] = fact.ms ?? 0;
      sums.holdMs = fact.holdMs ?? 0;
      break;
    case 'worked':
      sums.workMs = fact.ms;
      break;
    case 'wrapped_up':
      sums.wrapUpMs = fact.ms;
      break;
    case 'rated':
      sums.rated = 1;
      sums.satisfied = one(fact.score >= 4);
      break;
  }
  return sums;
}

const one = (condition: boolean) => (condition ? 1 : 0);

/** Sums of facts by quarter hour and cell. */
export interface QuarterSums extends FigureCell {
  start: number;
  sums: ContactSums;
}

export function sumsByQuarter(facts: readonly ContactFact[]): QuarterSums[] {
  const cells = new Map<string, QuarterSums>();
  for (const fact of facts) {
    const start = quarterOf(fact.belongsAt);
    const { queue, channel, live } = fact;
    const key = JSON.stringify([start, queue, channel, live]);
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = { start, queue, channel, live, sums: emptyContactSums() }));
    addContactSums(cell.sums, sumsOf(fact));
  }
  return [...cells.keys()].sort().map((key) => cells.get(key)!);
}
