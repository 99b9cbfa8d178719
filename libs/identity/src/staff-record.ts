import type { Role } from '#wasl/contracts';
import { notFound } from '#wasl/kernel';
import type { Database } from '#wasl/platform';

/** A member of staff as administrators see and change them. */
export interface StaffDraft {
  name: string;
  /** lower case */
  email: string;
  role: Role;
  language: string;
  extension: string | null;
  /** maximum concurrent work of this person, in capacity units */
  capacity: number;
  /** key of a profile of the routing rules: what they may be given, and whether it may be interrupted */
  profile: string;
  /** key of the entity they belong to; whoever has a role of an entity must have one */
  entity: string | null;
  /** names of groups, which restricted services are opened to */
  groups: string[];
  /** keys */
  queues: string[];
  skills: { skill: string; level: number }[];
}

export interface StaffRecord extends StaffDraft {
  id: string;
  disabled: boolean;
  /** has a password: an invitation was followed */
  joined: boolean;
  /** has one-time codes set up */
  otp: boolean;
  /** how many passkeys they have */
  passkeys: number;
  /** the account of the identity provider they sign in with */
  identity: { linkedAt: string; lastSignInAt: string } | null;
  createdAt: string;
  version: number;
}

export type StaffQueryRow = Omit<StaffRecord, 'createdAt'> & { createdAt: Date };

export const SELECT_STAFF = `
SELECT s.id, s.name, s.email, s.role, s.language, s.extension, s.capacity_units AS capacity,
       s.routing_profile AS profile,
       (SELECT key FROM entity e WHERE e.id = s.entity_id) AS entity, s.groups,
       ARRAY(SELECT q.key FROM agent_queue a JOIN queue q ON q.id = a.queue_id
              WHERE a.staff_id = s.id ORDER BY q.position, q.key) AS queues,
       coalesce((SELECT json_agg(json_build_object('skill', k.skill_key, 'level', k.level) ORDER BY k.skill_key)
                   FROM staff_skill k WHERE k.staff_id = s.id), '[]') AS skills,
       s.disabled_at IS NOT NULL AS disabled, s.password_hash IS NOT NULL AS joined,
       EXISTS (SELECT 1 FROM staff_otp o WHERE o.staff_id = s.id AND o.confirmed_at IS NOT NULL) AS otp,
       (SELECT count(*)::int FROM staff_passkey p WHERE p.staff_id = s.id) AS passkeys,
       (SELECT json_build_object('linkedAt', i.linked_at, 'lastSignInAt', i.last_used_at) FROM staff_identity i
         WHERE i.staff_id = s.id ORDER BY i.last_used_at DESC LIMIT 1) AS identity,
       s.created_at AS "createdAt", s.version
  FROM staff s`;

export const toRecord = (row: StaffQueryRow): StaffRecord => ({
  ...row,
  identity: row.identity && {
    linkedAt: new Date(row.identity.linkedAt).toISOString(),
    lastSignInAt: new Date(row.identity.lastSignInAt).toISOString(),
  },
  createdAt: row.createdAt.toISOString(),
});

/** @throws not_found `staff.not_found` */
export async function readStaff(query: Database['query'], id: string): Promise<StaffRecord> {
  const [row] = await query<StaffQueryRow>(`${SELECT_STAFF} WHERE s.id = $1`, [id]);
  if (!row) throw notFound('staff.not_found');
  return toRecord(row);
}
