import { uuidv7 } from '#wasl/kernel';
import type { Seeder } from './seeder.js';
import { loadJson } from './load.js';

interface Reason {
  use: string;
  key: string;
  ar: string;
  en: string;
}
export interface Skill {
  key: string;
  kind: 'language' | 'topic';
  ar: string;
  en: string;
}

/** Seeds what every installation needs: reasons, the languages of its country, and a default queue. */
export async function seedReferenceData(seeder: Seeder, languages: string[]): Promise<void> {
  const positions = new Map<string, number>();
  for (const reason of loadJson<Reason[]>('reasons.json')) {
    const position = positions.get(reason.use) ?? 0;
    positions.set(reason.use, position + 1);
    await seeder.once(`reason:${reason.use}:${reason.key}`, () =>
      seeder.insertRow('reason', {
        use: reason.use,
        key: reason.key,
        name_ar: reason.ar,
        name_en: reason.en,
        position,
      }),
    );
  }
  const known = loadJson<Skill[]>('skills.json');
  for (const key of new Set([...languages, 'ar', 'en'])) {
    const skill = known.find((one) => one.key === key) ?? {
      key,
      kind: 'language' as const,
      ar: key,
      en: key,
    };
    await seedSkill(seeder, skill);
  }
  await seedQueue(seeder, { key: 'general', ar: 'عام', en: 'General', thresholdSeconds: 20, skill: null }, 0);
}

export function seedSkill(seeder: Seeder, skill: Skill): Promise<void> {
  return seeder.once(`skill:${skill.key}`, () =>
    seeder.insertRow('skill', { key: skill.key, kind: skill.kind, name_ar: skill.ar, name_en: skill.en }),
  );
}

export interface Queue {
  key: string;
  ar: string;
  en: string;
  thresholdSeconds: number;
  /** The topic skill that its agents need, if any. */
  skill: string | null;
}

export function seedQueue(seeder: Seeder, queue: Queue, position: number): Promise<void> {
  return seeder.once(`queue:${queue.key}`, async () => {
    await seeder.insertRow('queue', {
      id: uuidv7(),
      key: queue.key,
      name_ar: queue.ar,
      name_en: queue.en,
      threshold_seconds: queue.thresholdSeconds,
      position,
    });
    const queueId = await seeder.idOf('queue', 'key', queue.key);
    if (queue.skill)
      await seeder.insertRow('queue_skill', { queue_id: queueId, skill_key: queue.skill, level: 2 });
  });
}
