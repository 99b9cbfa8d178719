import { Inject, Injectable } from '@nestjs/common';
import { Database, PeriodicTask } from '#wasl/platform';

/** How many files each person downloads in an hour, so that unusual numbers are recorded. */
@Injectable()
export class DownloadCounts {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Counts one more. @returns how many it are in this hour */
  async count(staffId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `INSERT INTO files_taken AS f (staff_id, hour, count) VALUES ($1, date_trunc('hour', now()), 1)
       ON CONFLICT (staff_id, hour) DO UPDATE SET count = f.count + 1 RETURNING count`,
      [staffId],
    );
    return row!.count;
  }

  @PeriodicTask({ name: 'remove-old-download-counts', everyMs: 60_000 })
  async removeOld(): Promise<void> {
    await this.database.query(`DELETE FROM files_taken WHERE hour < now() - interval '2 days'`);
  }
}
