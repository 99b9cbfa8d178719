import { z } from 'zod';
import { CHANNELS, PRIORITIES } from '#wasl/contracts';
import { type FieldFault, invalid } from '#wasl/kernel';
import { LANGUAGE_NEEDS } from './domain/queue-rules.js';
import { CLOSED_CALLS, type QueueSettings, type RoutingRules } from './domain/routing-rules.js';

const KINDS = ['call', ...CHANNELS] as const;
const key = z.string().min(1).max(60);
const keys = z.array(key).max(50);
// Signs and ranges are checked by the domain, which names the reason.
const time = z.number().int();
const level = z.number().int();
const language = z.enum(LANGUAGE_NEEDS);

const step = z.strictObject({
  afterSeconds: time,
  levels: z.record(key, level).optional(),
  language: language.optional(),
  queues: keys.optional(),
  pools: keys.optional(),
  entities: keys.optional(),
});

const settings = z.strictObject({
  skills: z.array(z.strictObject({ skill: key, level, need: z.enum(['required', 'preferred']) })).max(20),
  language: z.strictObject({ need: language, level }),
  steps: z.array(step).max(10),
  sticky: z.strictObject({ preferSeconds: time, holdSeconds: time }),
  limits: z.strictObject({ perAgent: z.number().int().nullable(), total: z.number().int().nullable() }),
  hours: z.strictObject({ calendar: key.nullable(), calls: z.enum(CLOSED_CALLS) }),
  reassign: z.strictObject({ offlineSeconds: time.nullable(), silentSeconds: time.nullable() }),
});

const rules = z.strictObject({
  order: z.strictObject({
    headStarts: z.record(z.enum([...PRIORITIES, 'vip', 'vulnerable']), time),
    promise: z.strictObject({ leadSeconds: time, mostSeconds: time }),
  }),
  units: z.record(z.enum(KINDS), z.number().int()),
  profiles: z.record(
    key,
    z.strictObject({ interruptible: z.boolean(), kinds: z.array(z.enum(KINDS)).max(20).nullable() }),
  ),
  defaults: settings,
  queues: z.record(key, settings),
});

/** @throws invalid, with every fault in the document's structure, under `path` */
export function parseRules(input: unknown, path = 'rules'): RoutingRules {
  return parse(rules, input, path);
}

/** The same for the settings of one queue. */
export function parseSettings(input: unknown, path = 'routing'): QueueSettings {
  return parse(settings, input, path);
}

function parse<T>(schema: z.ZodType<T>, input: unknown, path: string): T {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return result.data;
  throw invalid(result.error.issues.flatMap((issue) => faultsOf(issue, path)));
}

function faultsOf(issue: z.core.$ZodIssue, root: string): FieldFault[] {
  const path = [root, ...issue.path.map(String)].join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ path: `${path}.${name}`, code: 'unknown' }));
    case 'invalid_type':
      return [{ path, code: issue.input === undefined ? 'required' : (TYPES[issue.expected] ?? 'invalid') }];
    case 'invalid_value':
      return [{ path, code: 'choice' }];
    case 'too_big':
      return [{ path, code: issue.origin === 'array' ? 'too_many' : 'too_long' }];
    case 'too_small':
      return [{ path, code: 'too_short' }];
    case 'invalid_key':
      return [{ path, code: 'unknown' }];
    default:
      return [{ path, code: 'invalid' }];
  }
}

const TYPES: Record<string, string> = {
  string: 'string',
  number: 'number',
  int: 'integer',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
  record: 'object',
};
