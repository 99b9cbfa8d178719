import pg from 'pg';

/**
 * The baseline: the least work PostgreSQL can do for a ticket, a transaction with one row of about 400 bytes and one
 * history row, by `pg` alone with prepared statements.
 * @returns transactions a second
 */
export async function measureWriteBaseline(
  url: string,
  connections: number,
  seconds: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  await pool.query(`DROP TABLE IF EXISTS bench_ticket, bench_history`);
  await pool.query(
    `CREATE TABLE bench_ticket (id bigserial PRIMARY KEY, number text NOT NULL UNIQUE, body text NOT NULL)`,
  );
  await pool.query(
    `CREATE TABLE bench_history (id bigserial PRIMARY KEY, ticket_id bigint NOT NULL, what text NOT NULL)`,
  );
  const body = 'x'.repeat(380);
  const until = performance.now() + seconds * 1000;
  let done = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, n) => {
      const client = await pool.connect();
      for (let i = 0; performance.now() < until; i++) {
        await client.query('BEGIN');
        const { rows } = await client.query<{ id: string }>({
          name: 'ticket',
          text: 'INSERT INTO bench_ticket (number, body) VALUES ($1, $2) RETURNING id',
          values: [`${n}-${i}`, body],
        });
        await client.query({
          name: 'history',
          text: 'INSERT INTO bench_history (ticket_id, what) VALUES ($1, $2)',
          values: [rows[0]!.id, 'opened'],
        });
        await client.query('COMMIT');
        done++;
      }
      client.release();
    }),
  );
  const rate = done / ((performance.now() - start) / 1000);
  await pool.query('DROP TABLE bench_ticket, bench_history');
  await pool.end();
  return rate;
}
