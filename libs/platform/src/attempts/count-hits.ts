import type { Tx } from '../database/tx.js';

export interface HitCounter {
  key: string;
  /** how long it counts from its first hit */
  minutes: number;
  /** how many hits are added */
  times: number;
}

/**
 * Adds hits to counters that begin anew when their time has passed. Counting locks the counters until the transaction
 * ends, so that concurrent callers stay within a limit together.
 * @returns the hits of each counter, with those added
 */
export async function countHits(tx: Tx, counters: readonly HitCounter[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ key: string; hits: number }>(
    `INSERT INTO rate_limit AS r (key, hits, resets_at)
     SELECT key, times, $4::timestamptz + minutes * interval '1 minute'
       FROM unnest($1::text[], $2::int[], $3::int[]) AS x (key, minutes, times) ORDER BY key
     ON CONFLICT (key) DO UPDATE SET
       hits = CASE WHEN r.resets_at <= $4 THEN excluded.hits ELSE r.hits + excluded.hits END,
       resets_at = CASE WHEN r.resets_at <= $4 THEN excluded.resets_at ELSE r.resets_at END
     RETURNING key, hits`,
    [
      counters.map(({ key }) => key),
      counters.map(({ minutes }) => minutes),
      counters.map(({ times }) => times),
      tx.now,
    ],
  );
  return new Map(rows.map(({ key, hits }) => [key, hits]));
}
