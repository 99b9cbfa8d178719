import { Inject, Injectable } from '@nestjs/common';
import { Database, PeriodicTask } from '#wasl/platform';

/** Removes files of the public that never became whole, and what is known of those that did. */
@Injectable()
export class UploadRetention {
  constructor(@Inject(Database) private readonly database: Database) {}

  @PeriodicTask({ name: 'remove-old-uploads', everyMs: 60_000 })
  async removeOld(): Promise<void> {
    await this.database.query(
      `DELETE FROM public_upload
        WHERE touched_at < now() - CASE WHEN outcome IS NULL THEN interval '6 hours' ELSE interval '1 day' END`,
    );
  }
}
