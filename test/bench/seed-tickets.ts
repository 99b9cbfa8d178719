import { hkdfSync } from 'node:crypto';
import { TicketNumbers } from '#wasl/tickets';
import { type BenchSystem, withDatabase } from './bench-system.js';

const BATCH = 20_000;
/** far from the numbers that the sequence issues during a benchmark */
const FIRST_ID = 100_000_000;

/**
 * Inserts resolved and open tickets of many requesters directly into the tables, like a year of work.
 * @returns a sample of their numbers
 */
export async function seedTickets(system: BenchSystem, count: number, offset: number): Promise<string[]> {
  const key = Buffer.from(hkdfSync('sha256', system.secretKey, '', 'wasl:ticket-number', 32));
  const numbers = new TicketNumbers(key);
  const sample: string[] = [];
  await withDatabase(system.databaseUrl, async (client) => {
    await client.query(REQUESTERS);
    const { rows: queues } = await client.query<{ id: string }>('SELECT id FROM queue ORDER BY position');
    for (let from = 0; from < count; from += BATCH) {
      const ids = Array.from(
        { length: Math.min(BATCH, count - from) },
        (_, n) => FIRST_ID + offset + from + n,
      );
      const made = ids.map((id) => numbers.numberOf(id, 2026));
      await client.query(TICKETS, [ids, made, queues.map((queue) => queue.id)]);
      sample.push(...made.slice(0, Math.ceil(5_000 / Math.ceil(count / BATCH))));
    }
    await client.query('VACUUM ANALYZE ticket, requester');
  });
  return sample;
}

const REQUESTERS = `
INSERT INTO requester (id, name, audience, created_at)
SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Person ' || n, 'citizen', now()
  FROM generate_series(0, 9999) n ON CONFLICT DO NOTHING`;

const TICKETS = `
INSERT INTO ticket (id, number, subject, description, kind, status, priority, channel, language, queue_id, requester_id,
                    created_at, updated_at)
SELECT id, number, 'The street light does not work', repeat('The light in front of the house is out. ', 8), 'report',
       CASE WHEN id % 50 = 0 THEN 'new' WHEN id % 50 < 3 THEN 'open' ELSE 'closed' END, 'normal', 'web', 'en',
       ($3::uuid[])[1 + id % 4], ('00000000-0000-7000-8000-' || lpad((id % 10000)::text, 12, '0'))::uuid, now(), now()
  FROM unnest($1::bigint[], $2::text[]) AS t (id, number)`;
