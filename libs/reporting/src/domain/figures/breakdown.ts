import type { PresenceFact } from './agent-time.js';
import type { ContactFact } from './facts.js';
import { sumsOf } from './facts.js';
import { type FigureName } from './figures.js';
import { splitAtQuarters, quarterOf } from './interval.js';
import { SUM_BY_ACTIVITY } from './presence-quarters.js';
import {
  addContactSums,
  type ContactSums,
  emptyContactSums,
  emptyPresenceSums,
  type PresenceSums,
} from './sums.js';

/** The dimensions of a breakdown. */
export const DIMENSIONS = ['queue', 'channel', 'entity', 'service', 'agent'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Dimensions with sums of their own; queues and channels are part of the interval sums. */
export const STORED_DIMENSIONS = ['entity', 'service', 'agent'] as const satisfies Dimension[];
export type StoredDimension = (typeof STORED_DIMENSIONS)[number];

/** Stands for contacts without a service, and so without an entity. */
export const NO_SERVICE = '';

/** Sums of facts by quarter hour and one dimension. */
export interface BreakdownSums {
  dimension: StoredDimension;
  start: number;
  value: string;
  live: boolean;
  sums: ContactSums;
}

/** Contacts that nobody has taken yet belong to no agent, so an agent's figures begin with the answer. */
const valuesOf = (fact: ContactFact): [StoredDimension, string][] => [
  ['entity', fact.entity ?? NO_SERVICE],
  ['service', fact.service ?? NO_SERVICE],
  ...(fact.agentId === null ? [] : [['agent', fact.agentId] as [StoredDimension, string]]),
];

export function breakdownByQuarter(facts: readonly ContactFact[]): BreakdownSums[] {
  const cells = new Map<string, BreakdownSums>();
  for (const fact of facts) {
    const start = quarterOf(fact.belongsAt);
    for (const [dimension, value] of valuesOf(fact)) {
      const key = JSON.stringify([dimension, start, value, fact.live]);
      let cell = cells.get(key);
      if (!cell)
        cells.set(key, (cell = { dimension, start, value, live: fact.live, sums: emptyContactSums() }));
      addContactSums(cell.sums, sumsOf(fact));
    }
  }
  return [...cells.keys()].sort().map((key) => cells.get(key)!);
}

export interface AgentQuarter {
  start: number;
  agentId: string;
  sums: PresenceSums;
}

/** What each agent did, by quarter hour. Agents who serve no queue are not counted. */
export function presenceByAgent(
  facts: readonly Pick<PresenceFact, 'agentId' | 'state' | 'from' | 'to' | 'queues'>[],
): AgentQuarter[] {
  const cells = new Map<string, AgentQuarter>();
  for (const { agentId, state, from, to, queues } of facts) {
    const name = SUM_BY_ACTIVITY[state];
    if (!name || queues.length === 0) continue;
    for (const [start, ms] of splitAtQuarters(from, to)) {
      const key = JSON.stringify([start, agentId]);
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = { start, agentId, sums: emptyPresenceSums() }));
      cell.sums[name] += ms;
    }
  }
  return [...cells.keys()].sort().map((key) => cells.get(key)!);
}

const OF_ARRIVAL: FigureName[] = [
  'offered',
  'answered',
  'abandoned',
  'shortAbandoned',
  'withinThreshold',
  'serviceLevel',
  'asaSeconds',
];
const OF_HANDLING: FigureName[] = [
  'handled',
  'ahtSeconds',
  'talkSeconds',
  'holdSeconds',
  'acwSeconds',
  'workSeconds',
];
const OF_OUTCOME: FigureName[] = [
  'transferred',
  'transferRate',
  'settled',
  'reopened',
  'reopenRate',
  'ratings',
  'csat',
  'responseRate',
];
const OF_CONTACTS: FigureName[] = [...OF_ARRIVAL, ...OF_HANDLING, 'abandonment', ...OF_OUTCOME];

/** The figures that apply to each dimension: agents belong to queues, not to channels or services. */
export const FIGURES_BY: Record<Dimension, readonly FigureName[]> = {
  queue: [...OF_CONTACTS, 'occupancy', 'present', 'rostered', 'adherence'],
  channel: OF_CONTACTS,
  entity: OF_CONTACTS,
  service: OF_CONTACTS,
  agent: ['answered', ...OF_HANDLING, ...OF_OUTCOME, 'occupancy', 'adherence'],
};
