import { Inject, Injectable } from '@nestjs/common';
import { Database, PeriodicTask } from '#wasl/platform';

/** Removes the counts of downloads by person and hour. */
@Injectable()
export class AuditRetention {
  constructor(@Inject(Database) private readonly database: Database) {}

  @PeriodicTask({ name: 'remove-old-download-counts', everyMs: 60_000 })
  async removeOld(): Promise<void> {
    await this.database.query(`DELETE FROM files_taken WHERE hour < now() - interval '2 days'`);
  }
}
