import fc from 'fast-check';
import type { Priority } from '#wasl/contracts';
import {
  DEFAULT_QUEUE_RULES,
  type FreeAgent,
  type QueueRules,
  type RoundRules,
  type WaitingWork,
} from '#wasl/routing';

const queues = ['q1', 'q2', 'q3'];
const levels = fc.integer({ min: 1, max: 5 });
/** Work items of three queues, in any state of waiting. */
export const anyWork = fc.record({
  id: fc.uuid(),
  queueId: fc.constantFrom(...queues),
  units: fc.constantFrom(20, 34, 100),
  interrupts: fc.boolean(),
  priority: fc.constantFrom<Priority>('low', 'normal', 'urgent'),
  language: fc.constantFrom('ar', 'en', null),
  skills: fc.constantFrom<Record<string, number>>({}, { tax: 2 }),
  waitedSeconds: fc.integer({ min: 0, max: 300 }),
  stickyAgentId: fc.constantFrom(null, 'a1', 'a2'),
  stickyAtWork: fc.boolean(),
  declinedBy: fc.subarray(['a1', 'a2', 'a3', 'a4']),
  readerGroups: fc.constantFrom(null, null, ['family'], ['family', 'health'], []),
}) satisfies fc.Arbitrary<WaitingWork>;
export const anyAgent = fc.record({
  id: fc.constantFrom(...Array.from({ length: 12 }, (_, n) => `a${n}`)),
  queueIds: fc.subarray(queues).map((keys) => new Set(keys)),
  skills: fc.dictionary(fc.constantFrom('ar', 'en', 'tax', 'law'), levels),
  freeUnits: fc.constantFrom(0, 20, 60, 100),
  freeUnitsInterrupting: fc.constantFrom(0, 100),
  idleSeconds: fc.integer({ min: 0, max: 3 }),
  entityId: fc.constantFrom('e1', 'e2', null),
  heldByQueue: fc.dictionary(fc.constantFrom(...queues), fc.integer({ min: 0, max: 3 })),
  groups: fc.subarray(['family', 'health', 'press']),
}) satisfies fc.Arbitrary<FreeAgent>;
const anyStep = fc.record({
  afterSeconds: fc.integer({ min: 1, max: 200 }),
  levels: fc.dictionary(fc.constantFrom('tax', 'law'), fc.integer({ min: 0, max: 5 })),
  language: fc.constantFrom('preferred' as const, 'ignored' as const),
  queues: fc.subarray(queues),
  entities: fc.subarray(['e1', 'e2']),
});
const anyQueueRules = fc.record({
  skills: fc.uniqueArray(
    fc.record({
      skill: fc.constantFrom('tax', 'law'),
      level: levels,
      need: fc.constantFrom('required' as const, 'preferred' as const),
    }),
    { selector: (rule) => rule.skill, maxLength: 2 },
  ),
  language: fc.record({ need: fc.constantFrom('required' as const, 'preferred' as const), level: levels }),
  steps: fc
    .array(anyStep, { maxLength: 3 })
    .map((steps) => steps.sort((a, b) => a.afterSeconds - b.afterSeconds)),
  sticky: fc.record({
    preferSeconds: fc.constantFrom(0, 60),
    holdSeconds: fc.constantFrom(0, 30, 250),
  }),
  limits: fc.record({ perAgent: fc.constantFrom(null, 1, 2), total: fc.constantFrom(null, 1, 3) }),
}) satisfies fc.Arbitrary<QueueRules>;
export const anyRules = fc.tuple(...queues.map(() => anyQueueRules)).map((each): RoundRules => ({
  queues: new Map(queues.map((queue, n) => [queue, each[n]!])),
  defaults: DEFAULT_QUEUE_RULES,
}));
/** Removes duplicate ids. */
export const unique = <T extends { id: string }>(one: fc.Arbitrary<T>, maxLength = 30) =>
  fc.uniqueArray(one, { selector: (item) => item.id, maxLength });
