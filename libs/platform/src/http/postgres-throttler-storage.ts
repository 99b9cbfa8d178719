import { Inject, Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { Database } from '../database/database.js';

interface Count {
  totalHits: number;
  timeToExpire: number;
  isBlocked: boolean;
  timeToBlockExpire: number;
}

/** Counts calls per key in PostgreSQL, so that a limit applies across all processes and is race-free. */
@Injectable()
export class PostgresThrottlerStorage implements ThrottlerStorage {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param ttl milliseconds of the window */
  async increment(key: string, ttl: number, limit: number): Promise<Count> {
    const [row] = await this.database.query<{ hits: number; left: number }>(
      `INSERT INTO rate_limit (key, hits, resets_at) VALUES ($1, 1, now() + $2 * interval '1 ms')
       ON CONFLICT (key) DO UPDATE SET
         hits = CASE WHEN rate_limit.resets_at <= now() THEN 1 ELSE rate_limit.hits + 1 END,
         resets_at = CASE WHEN rate_limit.resets_at <= now() THEN excluded.resets_at ELSE rate_limit.resets_at END
       RETURNING hits, ceil(extract(epoch FROM resets_at - now()))::int AS left`,
      [key, ttl],
    );
    const { hits, left } = row!;
    return { totalHits: hits, timeToExpire: left, isBlocked: hits > limit, timeToBlockExpire: left };
  }
}
