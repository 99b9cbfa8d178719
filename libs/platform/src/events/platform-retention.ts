import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { PeriodicTask } from './periodic-task.js';

/** Removes what the platform itself stores for a while: live events, idempotency keys, counts of requests and tries. */
@Injectable()
export class PlatformRetention {
  constructor(@Inject(Database) private readonly database: Database) {}

  @PeriodicTask({ name: 'remove-old-platform-rows', everyMs: 60_000 })
  async removeOld(): Promise<void> {
    await this.database.query(`DELETE FROM live_event WHERE at < now() - interval '15 minutes'`);
    await this.database.query(`DELETE FROM idempotency_key WHERE created_at < now() - interval '2 days'`);
    await this.database.query(`DELETE FROM rate_limit WHERE resets_at < now()`);
    await this.database.query(`DELETE FROM attempt_budget WHERE forget_at < now()`);
    await this.database.query(
      `DELETE FROM socket_io_attachments WHERE created_at < now() - interval '1 minute'`,
    );
  }
}
