import { Inject, Injectable } from '@nestjs/common';
import { Database, type Tx } from '#wasl/platform';

/** Counts tries per subject in PostgreSQL, so that a limit holds over all processes. A window begins with its first try. */
@Injectable()
export class Attempts {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @returns how many tries the running window has seen */
  async seen(subject: string): Promise<number> {
    const [row] = await this.database.query<{ hits: number }>(
      'SELECT hits FROM rate_limit WHERE key = $1 AND resets_at > now()',
      [subject],
    );
    return row?.hits ?? 0;
  }

  /** Counts one more. @returns how many that makes */
  async add(subject: string, minutes: number, within: Pick<Tx, 'query'> = this.database): Promise<number> {
    const [row] = await within.query<{ hits: number }>(
      `INSERT INTO rate_limit (key, hits, resets_at) VALUES ($1, 1, now() + $2 * interval '1 minute')
       ON CONFLICT (key) DO UPDATE SET
         hits = CASE WHEN rate_limit.resets_at <= now() THEN 1 ELSE rate_limit.hits + 1 END,
         resets_at = CASE WHEN rate_limit.resets_at <= now() THEN excluded.resets_at ELSE rate_limit.resets_at END
       RETURNING hits`,
      [subject, minutes],
    );
    return row!.hits;
  }
}
