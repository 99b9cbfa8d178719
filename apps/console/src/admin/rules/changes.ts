import type { QueueSettings, Rules } from '../../api/routing-api.js';

/** What of the rules differs; each is one thing that a reader can be told in one line. */
export const RULE_FIELDS = [
  'headStart',
  'leadSeconds',
  'mostSeconds',
  'units',
  'profile',
  'own',
  'skill',
  'language',
  'step',
  'preferSeconds',
  'holdSeconds',
  'perAgent',
  'total',
  'calendar',
  'calls',
  'offlineSeconds',
  'silentSeconds',
] as const;
export type RuleField = (typeof RULE_FIELDS)[number];

/** Of which part of the rules: a queue's key, those of all queues, or what holds for all work. */
export type RulePart = { kind: 'all' | 'defaults' } | { kind: 'queue'; key: string };

export interface RuleChange {
  part: RulePart;
  field: RuleField;
  /** which one, where there are several: a priority, a channel, a skill, the number of a step */
  name: string | null;
  /** undefined: it was not there, or is no more */
  from: unknown;
  to: unknown;
}

type Values = Map<string, { field: RuleField; name: string | null; value: unknown }>;

/** Everything that differs between two versions, in the order of the document. */
export function changesOf(before: Rules, after: Rules): RuleChange[] {
  const queues = [...new Set([...Object.keys(before.queues), ...Object.keys(after.queues)])];
  return [
    ...compare({ kind: 'all' }, generalOf(before), generalOf(after)),
    ...compare({ kind: 'defaults' }, settingsOf(before.defaults), settingsOf(after.defaults)),
    ...queues.flatMap((key) => queueChanges(key, before, after)),
  ];
}

/** A queue that begins or ends to have rules of its own also differs by what that changes for it. */
function queueChanges(key: string, before: Rules, after: Rules): RuleChange[] {
  const part = { kind: 'queue', key } as const;
  const [was, is] = [before.queues[key], after.queues[key]];
  const own: RuleChange[] =
    Boolean(was) === Boolean(is)
      ? []
      : [{ part, field: 'own', name: null, from: Boolean(was), to: Boolean(is) }];
  return [...own, ...compare(part, settingsOf(was ?? before.defaults), settingsOf(is ?? after.defaults))];
}

function compare(part: RulePart, before: Values, after: Values): RuleChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (JSON.stringify(was?.value) === JSON.stringify(is?.value)) return [];
    const { field, name } = (is ?? was)!;
    return [{ part, field, name, from: was?.value, to: is?.value }];
  });
}

function generalOf({ order, units, profiles }: Rules): Values {
  return named([
    ...Object.entries(order.headStarts).map(([name, value]) => ['headStart', name, value] as const),
    ['leadSeconds', null, order.promise.leadSeconds],
    ['mostSeconds', null, order.promise.mostSeconds],
    ...Object.entries(units).map(([name, value]) => ['units', name, value] as const),
    ...Object.entries(profiles).map(([name, value]) => ['profile', name, value] as const),
  ]);
}

function settingsOf({ skills, language, steps, sticky, limits, hours, reassign }: QueueSettings): Values {
  return named([
    ...skills.map((rule) => ['skill', rule.skill, { level: rule.level, need: rule.need }] as const),
    ['language', null, language],
    ...steps.map((step, n) => ['step', String(n + 1), step] as const),
    ['preferSeconds', null, sticky.preferSeconds],
    ['holdSeconds', null, sticky.holdSeconds],
    ['perAgent', null, limits.perAgent],
    ['total', null, limits.total],
    ['calendar', null, hours.calendar],
    ['calls', null, hours.calls],
    ['offlineSeconds', null, reassign.offlineSeconds],
    ['silentSeconds', null, reassign.silentSeconds],
  ]);
}

const named = (values: (readonly [RuleField, string | null, unknown])[]): Values =>
  new Map(values.map(([field, name, value]) => [`${field} ${name ?? ''}`, { field, name, value }]));
