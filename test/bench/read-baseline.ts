import pg from 'pg';

/** The read baseline: one ticket row by number, by `pg` alone with a prepared statement. @returns reads/s */
export async function measureReadBaseline(
  url: string,
  connections: number,
  seconds: number,
  numbers: string[],
): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const until = performance.now() + seconds * 1000;
  const start = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = await pool.connect();
      while (performance.now() < until) {
        const number = numbers[Math.floor(Math.random() * numbers.length)];
        await client.query({
          name: 'read',
          text: 'SELECT * FROM ticket WHERE number = $1',
          values: [number],
        });
        done++;
      }
      client.release();
    }),
  );
  await pool.end();
  return done / ((performance.now() - start) / 1000);
}
