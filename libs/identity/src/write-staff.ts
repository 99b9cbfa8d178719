import { conflict, type FieldFault, invalid } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import type { StaffDraft } from './staff-record.js';

/** An administrator who handles no contacts. */
export const ADMINISTRATOR_DEFAULTS = {
  role: 'administrator',
  language: 'ar',
  extension: null,
  capacity: 100,
  profile: 'default',
  entity: null,
  groups: [],
  queues: [],
  skills: [],
} satisfies Partial<StaffDraft>;

/** @throws conflict `user.email_taken` or `user.extension_taken`; invalid at `entity`, `queues` or `skills` */
export async function checkStaff(tx: Tx, id: string, draft: Partial<StaffDraft>): Promise<void> {
  const [found] = await tx.query<{ email: boolean; extension: boolean; faults: string[] }>(
    `SELECT EXISTS (SELECT 1 FROM staff WHERE email = $2 AND id <> $1) AS email,
            EXISTS (SELECT 1 FROM staff WHERE extension = $3 AND id <> $1) AS extension,
            ARRAY(SELECT 'entity' WHERE $4::text IS NOT NULL AND NOT EXISTS (SELECT 1 FROM entity WHERE key = $4)
                  UNION ALL SELECT 'queues.' || n - 1 FROM unnest($5::text[]) WITH ORDINALITY AS g (key, n)
                             WHERE NOT EXISTS (SELECT 1 FROM queue q WHERE q.key = g.key)
                  UNION ALL SELECT 'skills.' || n - 1 || '.skill' FROM unnest($6::text[]) WITH ORDINALITY AS g (key, n)
                             WHERE NOT EXISTS (SELECT 1 FROM skill s WHERE s.key = g.key)) AS faults`,
    [
      id,
      draft.email ?? null,
      draft.extension ?? null,
      draft.entity ?? null,
      draft.queues ?? [],
      (draft.skills ?? []).map(({ skill }) => skill),
    ],
  );
  const faults: FieldFault[] = found!.faults.map((path) => ({ path, code: 'not_found' }));
  faults.push(...repeated(draft.queues ?? []).map((n) => ({ path: `queues.${n}`, code: 'repeated' })));
  const skills = (draft.skills ?? []).map(({ skill }) => skill);
  faults.push(...repeated(skills).map((n) => ({ path: `skills.${n}.skill`, code: 'repeated' })));
  if (faults.length > 0) throw invalid(faults);
  if (found!.email) throw conflict('user.email_taken');
  if (found!.extension) throw conflict('user.extension_taken');
}

const repeated = (keys: string[]) => keys.flatMap((key, n) => (keys.indexOf(key) < n ? [n] : []));

/** Inserts or updates an account; `disabled_at` and `password_hash` are written elsewhere. */
export function writeStaff(tx: Tx, id: string, draft: StaffDraft): void {
  tx.send(
    `INSERT INTO staff AS s (id, email, name, role, language, extension, capacity_units, entity_id, created_at,
                             routing_profile, groups)
     VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT id FROM entity WHERE key = $8), $9, $10, $11)
     ON CONFLICT (id) DO UPDATE SET email = $2, name = $3, role = $4, language = $5, extension = $6,
       capacity_units = $7, entity_id = excluded.entity_id, routing_profile = $10, groups = $11,
       version = s.version + 1`,
    [
      id,
      draft.email,
      draft.name,
      draft.role,
      draft.language,
      draft.extension,
      draft.capacity,
      draft.entity,
      tx.now,
      draft.profile,
      [...new Set(draft.groups)],
    ],
  );
  tx.send(
    `DELETE FROM agent_queue a USING queue q
      WHERE q.id = a.queue_id AND a.staff_id = $1 AND NOT (q.key = ANY($2::text[]))`,
    [id, draft.queues],
  );
  tx.send(
    `INSERT INTO agent_queue (staff_id, queue_id) SELECT $1, id FROM queue WHERE key = ANY($2::text[])
     ON CONFLICT DO NOTHING`,
    [id, draft.queues],
  );
  tx.send('DELETE FROM staff_skill WHERE staff_id = $1 AND NOT (skill_key = ANY($2::text[]))', [
    id,
    draft.skills.map(({ skill }) => skill),
  ]);
  tx.send(
    `INSERT INTO staff_skill (staff_id, skill_key, level) SELECT $1, * FROM unnest($2::text[], $3::smallint[])
     ON CONFLICT (staff_id, skill_key) DO UPDATE SET level = excluded.level`,
    [id, draft.skills.map(({ skill }) => skill), draft.skills.map(({ level }) => level)],
  );
}
