import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { Http } from '../simulate/http.js';

export interface SignedInAgent {
  id: string;
  http: Http;
}

/**
 * Creates signed-in agents directly in the database, because hashing passwords is slow on purpose and not
 * tested here.
 */
export async function createAgents(
  databaseUrl: string,
  api: string,
  count: number,
): Promise<SignedInAgent[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const people = Array.from({ length: count }, () => ({
      id: randomUUID(),
      token: randomBytes(32).toString('base64url'),
    }));
    const ids = people.map(({ id }) => id);
    await client.query(
      `INSERT INTO staff (id, email, name, role) SELECT id, 'racer-' || id || '@demo.example', 'Racer', 'agent'
         FROM unnest($1::uuid[]) AS t (id)`,
      [ids],
    );
    await client.query(
      `INSERT INTO agent_queue (staff_id, queue_id) SELECT t.id, q.id FROM unnest($1::uuid[]) AS t (id), queue q`,
      [ids],
    );
    await client.query(
      `INSERT INTO staff_skill (staff_id, skill_key, level) SELECT t.id, k.key, 3
         FROM unnest($1::uuid[]) AS t (id), skill k`,
      [ids],
    );
    await client.query(
      `INSERT INTO presence (staff_id, state, reason, since, idle_since)
       SELECT id, 'not_ready', 'signed_in', now(), now() FROM unnest($1::uuid[]) AS t (id)`,
      [ids],
    );
    await client.query(
      `INSERT INTO staff_session (token_hash, id, staff_id, expires_at)
       SELECT hash, gen_random_uuid(), id, now() + interval '1 hour' FROM unnest($1::uuid[], $2::bytea[]) AS t (id, hash)`,
      [ids, people.map(({ token }) => createHash('sha256').update(token).digest())],
    );
    return people.map(({ id, token }) => ({ id, http: new Http(api, { cookie: `wasl_session=${token}` }) }));
  } finally {
    await client.end();
  }
}
