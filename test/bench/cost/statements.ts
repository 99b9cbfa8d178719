import type pg from 'pg';

export interface Counted {
  text: string;
  calls: number;
  /** of PostgreSQL, planning and execution; not the commit, nor the reading and writing of messages */
  ms: number;
  /** of those, planning */
  planMs: number;
  rows: number;
  walBytes: number;
}

/** Every statement since the start, by its text. */
export type Counts = Map<string, Counted>;

/** @param client whose statements about statements are left out */
export async function countedStatements(client: pg.Client): Promise<Counts> {
  const { rows } = await client.query<Counted & { id: string }>(
    `SELECT queryid::text || ' ' || userid AS id, regexp_replace(query, '\\s+', ' ', 'g') AS text, calls::float8,
            total_plan_time + total_exec_time AS ms, total_plan_time AS "planMs", rows::float8, wal_bytes::float8 AS "walBytes"
       FROM pg_stat_statements WHERE query !~ 'pg_stat_|pg_backend_pid|bench_'`,
  );
  return new Map(rows.map(({ id, ...counted }) => [id, counted]));
}

/** What was done between the two, for each of so many pieces of work; the dearest first. */
export function countedBetween(before: Counts, after: Counts, pieces: number): Counted[] {
  return [...after]
    .map(([id, now]) => {
      const then = before.get(id);
      return {
        text: now.text,
        calls: (now.calls - (then?.calls ?? 0)) / pieces,
        ms: (now.ms - (then?.ms ?? 0)) / pieces,
        planMs: (now.planMs - (then?.planMs ?? 0)) / pieces,
        rows: (now.rows - (then?.rows ?? 0)) / pieces,
        walBytes: (now.walBytes - (then?.walBytes ?? 0)) / pieces,
      };
    })
    .filter(({ calls }) => calls > 0)
    .sort((a, b) => b.ms - a.ms);
}
