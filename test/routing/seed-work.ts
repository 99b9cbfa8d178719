import type pg from 'pg';

export interface WorkSeed {
  queues: { key: string; skill: string | null; level: number }[];
  agents: number;
  waiting: number;
}

/**
 * Inserts a contact centre with waiting work and available agents directly into the tables. Agent n serves four queues of
 * `queues`, speaks one or both languages, and has a level in every skill that depends on n alone.
 */
export async function seedWork(
  client: pg.Client | pg.Pool,
  { queues, agents, waiting }: WorkSeed,
): Promise<void> {
  await client.query(
    `INSERT INTO skill (key, kind, name_ar, name_en)
     SELECT key, CASE WHEN key IN ('ar', 'en') THEN 'language' ELSE 'topic' END, key, key
       FROM unnest($1::text[]) AS k (key) ON CONFLICT DO NOTHING`,
    [['ar', 'en', ...new Set(queues.flatMap(({ skill }) => skill ?? []))]],
  );
  await client.query(
    `INSERT INTO queue (id, key, name_ar, name_en, position)
     SELECT uuidv7(), key, key, key, n FROM unnest($1::text[]) WITH ORDINALITY AS q (key, n) ON CONFLICT DO NOTHING`,
    [queues.map(({ key }) => key)],
  );
  for (const { key, skill, level } of queues)
    if (skill)
      await client.query(
        'INSERT INTO queue_skill (queue_id, skill_key, level) SELECT id, $2, $3 FROM queue WHERE key = $1',
        [key, skill, level],
      );
  await client.query(AGENTS, [agents]);
  await client.query(
    `INSERT INTO agent_queue (staff_id, queue_id)
     SELECT s.id, q.id FROM staff s JOIN queue q ON (q.position + split_part(s.name, ' ', 2)::int) % $1 < 4
      WHERE s.name LIKE 'Agent %'`,
    [queues.length],
  );
  await client.query(
    `INSERT INTO staff_skill (staff_id, skill_key, level)
     SELECT s.id, k.key, 1 + (split_part(s.name, ' ', 2)::int * 7 + ascii(k.key)) % 5 FROM staff s CROSS JOIN skill k
      WHERE s.name LIKE 'Agent %'
        AND (k.kind = 'topic' OR (split_part(s.name, ' ', 2)::int % 3 <> (CASE k.key WHEN 'ar' THEN 0 ELSE 1 END)))`,
  );
  await client.query(
    `INSERT INTO presence (staff_id, state, since, idle_since)
     SELECT id, 'available', now(), now() - split_part(name, ' ', 2)::int * interval '1 second'
       FROM staff WHERE name LIKE 'Agent %'`,
  );
  await client.query(REQUESTER);
  await client.query(TICKETS, [waiting]);
  await client.query(WORK);
  await client.query('ANALYZE work, ticket, staff, presence');
}

const AGENTS = `
INSERT INTO staff (id, email, name, role)
SELECT uuidv7(), 'agent' || n || '@seeded.example', 'Agent ' || n, 'agent' FROM generate_series(1, $1::int) n`;

const REQUESTER = `
INSERT INTO requester (id, name, audience) VALUES ('00000000-0000-7000-8000-000000000001', 'Somebody', 'citizen')`;

const TICKETS = `
INSERT INTO ticket (id, number, subject, description, kind, status, priority, channel, language, queue_id, requester_id,
                    created_at, updated_at)
SELECT n, lpad(n::text, 12, '0'), 'A matter', 'words', 'enquiry', 'new',
       (ARRAY['low', 'normal', 'normal', 'normal', 'high', 'urgent'])[1 + n % 6], 'web',
       CASE WHEN n % 3 = 0 THEN 'en' ELSE 'ar' END, q.id, '00000000-0000-7000-8000-000000000001', now(), now()
  FROM generate_series(1, $1::int) n
  JOIN (SELECT id, row_number() OVER (ORDER BY position) - 1 AS place, count(*) OVER () AS many FROM queue) q
    ON q.place = (n * 31) % q.many`;

const WORK = `
INSERT INTO work (id, ticket_id, queue_id, pool, channel, units, priority, language, state, urgency_at, waiting_since,
                  arrived_at)
SELECT uuidv7(), id, queue_id, 'main', 'web', 20, priority, language, 'waiting',
       now() - ((id * 7919) % 100000) * interval '1 second', now() - (id % 300) * interval '1 second', now()
  FROM ticket`;
