import { LANGUAGE_NEEDS, type LanguageNeed, type QueueRules } from './queue-rules.js';

/** What work requires at one stage of its wait. */
export interface RelaxationStage {
  /** minimum level by skill, the language included */
  required: ReadonlyMap<string, number>;
  /** agents who serve any of these queues, or belong to any of these entities, may take it */
  queues: ReadonlySet<string>;
  entities: ReadonlySet<string>;
}

/** The requirements of work over its whole wait. */
export interface Requirements {
  /** one more than the queue has steps: the first applies on arrival */
  stages: readonly RelaxationStage[];
  /** desired level of every skill named at any stage, required ones included: ranks the eligible agents */
  preferredSkills: ReadonlyMap<string, number>;
}

/** The stage that work has reached by waiting: 0 on arrival, then one more per step. */
export function stageAt(rules: QueueRules, waitedSeconds: number): number {
  let stage = 0;
  while (stage < rules.steps.length && rules.steps[stage]!.afterSeconds <= waitedSeconds) stage++;
  return stage;
}

/**
 * Works out what a queue requires at each stage.
 * @param asked the item's own requirements: its language, and skills of its own
 */
export function requirementsOf(
  queueId: string,
  rules: QueueRules,
  asked: { language: string | null; skills: Readonly<Record<string, number>> },
): Requirements {
  const skills = new Map<string, number>(Object.entries(asked.skills));
  const wishes = new Map(skills);
  for (const { skill, level, need } of rules.skills) {
    if (need === 'required') skills.set(skill, Math.max(level, skills.get(skill) ?? 0));
    wishes.set(skill, Math.max(level, wishes.get(skill) ?? 0));
  }
  const initialNeed = languageNeedAt(rules, 0);
  if (asked.language !== null && initialNeed !== 'ignored') wishes.set(asked.language, rules.language.level);
  const queues = new Set([queueId]);
  const entities = new Set<string>();
  const stages: RelaxationStage[] = [];
  for (let n = 0; n <= rules.steps.length; n++) {
    const step = n > 0 ? rules.steps[n - 1]! : undefined;
    for (const [skill, level] of Object.entries(step?.levels ?? {})) lower(skills, skill, level);
    for (const key of step?.queues ?? []) queues.add(key);
    for (const key of step?.entities ?? []) entities.add(key);
    const required = new Map(skills);
    if (asked.language !== null && languageNeedAt(rules, n) === 'required')
      required.set(asked.language, Math.max(rules.language.level, required.get(asked.language) ?? 0));
    stages.push({ required, queues: new Set(queues), entities: new Set(entities) });
  }
  return { stages, preferredSkills: wishes };
}

/** A step never requires more than the one before. */
function lower(skills: Map<string, number>, skill: string, level: number): void {
  const before = skills.get(skill);
  if (before === undefined) return;
  if (level <= 0) skills.delete(skill);
  else skills.set(skill, Math.min(before, level));
}

function languageNeedAt(rules: QueueRules, stage: number): LanguageNeed {
  const needs = [rules.language.need, ...rules.steps.slice(0, stage).flatMap((step) => step.language ?? [])];
  return needs.reduce((a, b) => (LANGUAGE_NEEDS.indexOf(a) > LANGUAGE_NEEDS.indexOf(b) ? a : b));
}
