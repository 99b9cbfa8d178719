import type { FieldFault } from '#wasl/kernel';
import { LANGUAGE_NEEDS } from './queue-rules.js';
import { DEFAULT_PROFILE, type QueueSettings, type RoutingRules } from './routing-rules.js';

/** The existing things that rules may refer to. */
export interface RuleReferences {
  /** pool by key of each queue */
  queues: ReadonlyMap<string, string>;
  skills: ReadonlySet<string>;
  entities: ReadonlySet<string>;
  /** null when calendars are not available */
  calendars: ReadonlySet<string> | null;
  /** highest level of any agent, by skill */
  bestLevels: ReadonlyMap<string, number>;
}

const DAYS = 86_400;
/** Longer than any ticket waits. */
const MAX_SECONDS = 400 * DAYS;

/**
 * Everything that is wrong with rules, each fault with its path. Valid rules name only existing things, no step
 * requires more than the one before, overflow has no cycles, and no level is required that no agent has.
 */
export function checkRules(rules: RoutingRules, world: RuleReferences): FieldFault[] {
  return [
    ...checkOrder(rules),
    ...checkUnits(rules),
    ...checkSettings(rules.defaults, 'defaults', world),
    ...Object.entries(rules.queues).flatMap(([key, settings]) => [
      ...(world.queues.has(key) ? [] : [{ path: `queues.${key}`, code: 'queue_unknown', params: { key } }]),
      ...checkSettings(settings, `queues.${key}`, world),
    ]),
    ...checkCycles(rules, world),
  ];
}

function checkOrder({ order }: RoutingRules): FieldFault[] {
  const faults = Object.entries(order.headStarts).flatMap(([name, value]) =>
    Math.abs(value) <= MAX_SECONDS ? [] : [{ path: `order.headStarts.${name}`, code: 'too_large' }],
  );
  const ranked = ['urgent', 'high', 'normal', 'low'] as const;
  for (const [n, name] of ranked.entries()) {
    const next = ranked[n + 1];
    if (next && order.headStarts[name] < order.headStarts[next])
      faults.push({ path: `order.headStarts.${name}`, code: 'priority_order' });
  }
  for (const name of ['vip', 'vulnerable'] as const)
    if (order.headStarts[name] < 0) faults.push({ path: `order.headStarts.${name}`, code: 'negative_time' });
  for (const name of ['leadSeconds', 'mostSeconds'] as const)
    faults.push(...checkTime(order.promise[name], `order.promise.${name}`));
  return faults;
}

function checkUnits({ units, profiles }: RoutingRules): FieldFault[] {
  const faults: FieldFault[] = Object.entries(units).flatMap(([kind, value]) =>
    value >= 1 && value <= 1_000 ? [] : [{ path: `units.${kind}`, code: 'units_range' }],
  );
  if (!(DEFAULT_PROFILE in profiles)) faults.push({ path: `profiles.${DEFAULT_PROFILE}`, code: 'required' });
  for (const [key, { kinds }] of Object.entries(profiles))
    if (kinds?.length === 0) faults.push({ path: `profiles.${key}.kinds`, code: 'required' });
  return faults;
}

function checkSettings(settings: QueueSettings, path: string, world: RuleReferences): FieldFault[] {
  const { sticky, limits, hours, reassign } = settings;
  const faults = [
    ...checkSkills(settings, path, world),
    ...checkSteps(settings, path, world),
    ...checkTime(sticky.preferSeconds, `${path}.sticky.preferSeconds`),
    ...checkTime(sticky.holdSeconds, `${path}.sticky.holdSeconds`),
    ...checkTime(reassign.offlineSeconds, `${path}.reassign.offlineSeconds`),
    ...checkTime(reassign.silentSeconds, `${path}.reassign.silentSeconds`),
  ];
  for (const name of ['perAgent', 'total'] as const)
    if (limits[name] !== null && limits[name] < 1)
      faults.push({ path: `${path}.limits.${name}`, code: 'too_small' });
  if (hours.calendar !== null && world.calendars && !world.calendars.has(hours.calendar))
    faults.push(namedFault(`${path}.hours.calendar`, 'calendar_unknown', { calendar: hours.calendar }));
  return faults;
}

function checkSkills({ skills, language }: QueueSettings, path: string, world: RuleReferences): FieldFault[] {
  const faults: FieldFault[] = [];
  const seen = new Set<string>();
  for (const [n, { skill, level, need }] of skills.entries()) {
    const place = `${path}.skills.${n}`;
    if (!world.skills.has(skill)) faults.push(namedFault(`${place}.skill`, 'skill_unknown', { skill }));
    else if (seen.has(skill)) faults.push(namedFault(`${place}.skill`, 'skill_twice', { skill }));
    if (!isLevel(level)) faults.push({ path: `${place}.level`, code: 'level_range' });
    else if (need === 'required' && world.skills.has(skill)) {
      const best = world.bestLevels.get(skill) ?? 0;
      if (best < level) faults.push(namedFault(`${place}.level`, 'skill_nobody_has', { skill, level, best }));
    }
    seen.add(skill);
  }
  if (!isLevel(language.level)) faults.push({ path: `${path}.language.level`, code: 'level_range' });
  return faults;
}

function checkSteps(
  { skills, language, steps }: QueueSettings,
  path: string,
  world: RuleReferences,
): FieldFault[] {
  const faults: FieldFault[] = [];
  const levels = new Map(skills.map((rule) => [rule.skill, rule.need === 'required' ? rule.level : 0]));
  let need = LANGUAGE_NEEDS.indexOf(language.need);
  let last = 0;
  for (const [n, step] of steps.entries()) {
    const place = `${path}.steps.${n}`;
    const time = checkTime(step.afterSeconds, `${place}.afterSeconds`);
    faults.push(...time);
    if (time.length === 0 && step.afterSeconds <= last)
      faults.push({ path: `${place}.afterSeconds`, code: 'steps_order' });
    last = Math.max(last, step.afterSeconds);
    for (const [skill, level] of Object.entries(step.levels ?? {})) {
      const before = levels.get(skill);
      if (before === undefined)
        faults.push(namedFault(`${place}.levels.${skill}`, 'skill_not_asked', { skill }));
      else if (level < 0 || level > 5) faults.push({ path: `${place}.levels.${skill}`, code: 'level_range' });
      else if (level >= before)
        faults.push(namedFault(`${place}.levels.${skill}`, 'asks_for_more', { skill }));
      levels.set(skill, level);
    }
    if (step.language !== undefined) {
      const next = LANGUAGE_NEEDS.indexOf(step.language);
      if (next <= need) faults.push(namedFault(`${place}.language`, 'asks_for_more', { skill: 'language' }));
      need = next;
    }
    const pools = new Set(world.queues.values());
    const unknown = (
      list: readonly string[] | undefined,
      known: { has(key: string): boolean },
      kind: string,
    ) =>
      (list ?? []).flatMap((key, i) =>
        known.has(key) ? [] : [namedFault(`${place}.${kind}.${i}`, `${UNKNOWN[kind]}_unknown`, { key })],
      );
    faults.push(
      ...unknown(step.queues, world.queues, 'queues'),
      ...unknown(step.pools, pools, 'pools'),
      ...unknown(step.entities, world.entities, 'entities'),
    );
  }
  return faults;
}
const UNKNOWN: Record<string, string> = { queues: 'queue', pools: 'pool', entities: 'entity' };

/** Queues that overflow into each other in a cycle would all be overrun at once: rejected, with the cycle named. */
function checkCycles(rules: RoutingRules, world: RuleReferences): FieldFault[] {
  const helpers = (key: string): string[] => {
    const { steps } = rules.queues[key] ?? rules.defaults;
    return steps.flatMap((step) => [
      ...(step.queues ?? []).filter((helper) => world.queues.has(helper)),
      ...[...world.queues].flatMap(([other, pool]) =>
        step.pools?.includes(pool) && other !== key ? [other] : [],
      ),
    ]);
  };
  const settled = new Set<string>();
  const faults: FieldFault[] = [];
  const walk = (key: string, path: string[]): void => {
    if (path.includes(key)) {
      const circle = [...path.slice(path.indexOf(key)), key];
      const where = key in rules.queues ? `queues.${key}.steps` : 'defaults.steps';
      faults.push(namedFault(where, 'overflow_cycle', { circle: circle.join(' → ') }));
      return;
    }
    if (settled.has(key)) return;
    for (const helper of new Set(helpers(key))) walk(helper, [...path, key]);
    settled.add(key);
  };
  for (const key of world.queues.keys()) walk(key, []);
  return faults;
}

const isLevel = (level: number) => Number.isInteger(level) && level >= 1 && level <= 5;

function checkTime(value: number | null, path: string): FieldFault[] {
  if (value === null) return [];
  if (!(value >= 0)) return [{ path, code: 'negative_time' }];
  return value > MAX_SECONDS ? [{ path, code: 'too_large' }] : [];
}

const namedFault = (path: string, code: string, params: Record<string, string | number>): FieldFault => ({
  path,
  code,
  params,
});
