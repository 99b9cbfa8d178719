import { Inject, Injectable } from '@nestjs/common';
import { addMs, CLOCK, type Clock, hours, uuidv7Floor } from '#wasl/kernel';
import { Database, PeriodicTask } from '#wasl/platform';

const STORED_MS = hours(14 * 24);

/** Removes what routing decided from. Why an offer was made is stored with the offer, and as long. */
@Injectable()
export class DecisionRetention {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @PeriodicTask({ name: 'remove-old-decisions', everyMs: 60_000 })
  async removeOld(): Promise<void> {
    await this.database.query('DELETE FROM routing_round WHERE id < $1', [
      uuidv7Floor(addMs(this.clock.now(), -STORED_MS)),
    ]);
  }
}
