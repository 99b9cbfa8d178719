import type { WorkKind } from './choose-agent.js';
import { DEFAULT_QUEUE_RULES, type QueueRules, type RelaxationStep } from './queue-rules.js';
import { DEFAULT_UNITS } from './units.js';
import { DEFAULT_ORDER, type OrderRules } from './urgency.js';

/** What happens to a call while its queue is closed. Written work always waits. */
export const CLOSED_CALLS = ['reject', 'callback'] as const;
export type ClosedCalls = (typeof CLOSED_CALLS)[number];

/** A configured step: may also name whole pools, which stand for all their queues. */
export interface ConfiguredRelaxationStep extends RelaxationStep {
  pools?: readonly string[];
}

/** All routing settings of one queue. Queues, skills and entities are named by their keys. */
export interface QueueSettings extends Omit<QueueRules, 'steps'> {
  steps: readonly ConfiguredRelaxationStep[];
  /** without a calendar: always open */
  hours: { calendar: string | null; calls: ClosedCalls };
  /** after how long work is taken from its owner and waits again; null: never */
  reassign: {
    /** the owner is offline or disconnected */
    offlineSeconds: number | null;
    /** the requester wrote and the owner did not answer */
    silentSeconds: number | null;
  };
}

/** What kind of work an agent does, and whether it may be interrupted. */
export interface ProfileRules {
  /** a call may interrupt written work */
  interruptible: boolean;
  /** null: all kinds */
  kinds: readonly WorkKind[] | null;
}

/** The complete routing configuration; each version is one document. */
export interface RoutingRules {
  order: OrderRules;
  units: Readonly<Record<WorkKind, number>>;
  profiles: Readonly<Record<string, ProfileRules>>;
  /** for queues that are not named */
  defaults: QueueSettings;
  queues: Readonly<Record<string, QueueSettings>>;
}

export const DEFAULT_PROFILE = 'default';

export const DEFAULT_SETTINGS: QueueSettings = {
  ...DEFAULT_QUEUE_RULES,
  hours: { calendar: null, calls: 'callback' },
  reassign: { offlineSeconds: null, silentSeconds: null },
};

export const DEFAULT_ROUTING: RoutingRules = {
  order: DEFAULT_ORDER,
  units: DEFAULT_UNITS,
  profiles: { [DEFAULT_PROFILE]: { interruptible: true, kinds: null } },
  defaults: DEFAULT_SETTINGS,
  queues: {},
};

export const settingsOf = (rules: RoutingRules, queueKey: string): QueueSettings =>
  rules.queues[queueKey] ?? rules.defaults;

/** A queue, as far as rules refer to it. */
export interface KnownQueue {
  id: string;
  key: string;
  pool: string;
}

/**
 * Translates rules into the names that work and agents use: queue ids instead of keys, pools as their queues.
 * References to removed queues or entities are left out, because rules may outlive them.
 */
export function compileRules(
  rules: RoutingRules,
  queues: readonly KnownQueue[],
  entities: ReadonlyMap<string, string>,
): Map<string, QueueRules> {
  const idOf = new Map(queues.map((queue) => [queue.key, queue.id]));
  const compileStep = (step: ConfiguredRelaxationStep): RelaxationStep => ({
    afterSeconds: step.afterSeconds,
    levels: step.levels,
    language: step.language,
    queues: [
      ...(step.queues ?? []).flatMap((key) => idOf.get(key) ?? []),
      ...queues.filter((queue) => step.pools?.includes(queue.pool)).map((queue) => queue.id),
    ],
    entities: (step.entities ?? []).flatMap((key) => entities.get(key) ?? []),
  });
  return new Map(
    queues.map((queue) => {
      const { skills, language, steps, sticky, limits } = settingsOf(rules, queue.key);
      return [queue.id, { skills, language, steps: steps.map(compileStep), sticky, limits }];
    }),
  );
}
