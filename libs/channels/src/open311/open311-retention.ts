import { Inject, Injectable } from '@nestjs/common';
import { Database, PeriodicTask } from '#wasl/platform';

/** Removes the tokens of filings by which programs ask for the number of a request. */
@Injectable()
export class Open311Retention {
  constructor(@Inject(Database) private readonly database: Database) {}

  @PeriodicTask({ name: 'remove-old-filings', everyMs: 60_000 })
  async removeOld(): Promise<void> {
    await this.database.query(`DELETE FROM open311_filing WHERE filed_at < now() - interval '1 day'`);
  }
}
