import type { Role } from '#wasl/contracts';
import { hashPassword } from '#wasl/identity';
import { uuidv7 } from '#wasl/kernel';
import pg from 'pg';

export const PASSWORD = 'a password for tests';
let hash: Promise<string> | undefined;

export interface Person {
  id: string;
  email: string;
}

/** Inserts two queues and the given staff directly into the database. */
export async function seedContactCentre(
  url: string,
  people: Record<
    string,
    { role?: Role; queues?: string[]; skills?: Record<string, number>; entity?: string; groups?: string[] }
  >,
) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const [position, key] of ['general', 'billing'].entries()) {
      // Longer than a busy machine takes from an offer to its answer: suites about expiry move the time of an offer.
      await client.query(
        `INSERT INTO queue (id, key, name_ar, name_en, position, offer_seconds) VALUES ($1, $2, $2, $2, $3, 600) ON CONFLICT DO NOTHING`,
        [uuidv7(), key, position],
      );
    }
    await client.query(
      `INSERT INTO skill (key, kind, name_ar, name_en) VALUES ('ar', 'language', 'العربية', 'Arabic'), ('en', 'language', 'الإنجليزية', 'English')
       ON CONFLICT DO NOTHING`,
    );
    await client.query(
      `INSERT INTO reason (use, key, name_ar, name_en) VALUES ('not_ready', 'break', 'استراحة', 'Break'), ('decline', 'busy', 'مشغول', 'Busy')
       ON CONFLICT DO NOTHING`,
    );
    // Most suites sign in by password only; suites about second factors require them again.
    await client.query('DELETE FROM second_factor_role');
    const entities = Object.values(people).flatMap(({ entity }) => entity ?? []);
    for (const key of entities)
      await client.query(
        'INSERT INTO entity (id, key, name_ar, name_en) VALUES ($1, $2, $2, $2) ON CONFLICT (key) DO NOTHING',
        [uuidv7(), key],
      );
    const made: Record<string, Person> = {};
    for (const [
      name,
      {
        role = 'agent',
        entity = null,
        groups = [],
        queues = ['general', 'billing'],
        skills = { ar: 3, en: 3 },
      },
    ] of Object.entries(people)) {
      const person = { id: uuidv7(), email: `${name}@test.example` };
      await client.query(
        `INSERT INTO staff (id, email, name, password_hash, role, entity_id, groups)
         VALUES ($1, $2, $3, $4, $5, (SELECT id FROM entity WHERE key = $6), $7)`,
        [person.id, person.email, name, await (hash ??= hashPassword(PASSWORD)), role, entity, groups],
      );
      await client.query(
        'INSERT INTO agent_queue (staff_id, queue_id) SELECT $1, id FROM queue WHERE key = ANY($2)',
        [person.id, queues],
      );
      for (const [skill, level] of Object.entries(skills)) {
        await client.query('INSERT INTO staff_skill (staff_id, skill_key, level) VALUES ($1, $2, $3)', [
          person.id,
          skill,
          level,
        ]);
      }
      made[name] = person;
    }
    return made;
  } finally {
    await client.end();
  }
}
