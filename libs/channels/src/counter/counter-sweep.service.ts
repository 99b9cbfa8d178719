import { Inject, Injectable } from '@nestjs/common';
import { endCounterInteraction } from '#wasl/interactions';
import { addMs, CLOCK, type Clock, minutes } from '#wasl/kernel';
import { Database, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { CounterCalendar } from './counter-calendar.js';
import { requeueCalled } from './desks.service.js';
import { GRACE_MINUTES_AFTER_CLOSING, stillServesVisitors } from './domain/closing.js';
import { Visits } from './visits.service.js';

const BATCH_SIZE = 200;

/**
 * Periodic clean-up of the counters: visits of closed centres are released, and desks and visits of past days are
 * ended.
 */
@Injectable()
export class CounterSweep {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Visits) private readonly visits: Visits,
    @Inject(CounterCalendar) private readonly days: CounterCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @PeriodicTask({ name: 'close-counters', everyMs: 15_000 })
  async run(): Promise<void> {
    await this.clearDesks();
    await this.releaseWaiting();
    await this.endPastVisits();
  }

  /** @returns how many visits were released */
  private async releaseWaiting(): Promise<number> {
    const now = this.clock.now();
    const today = this.days.localDay(now);
    const centres = await this.database.query<{ id: string; calendar: string | null; attended: boolean }>(
      `SELECT c.id, c.calendar, EXISTS (SELECT 1 FROM desk d JOIN desk_sitting s ON s.desk_id = d.id
                                         WHERE d.centre_id = c.id) AS attended
         FROM centre c WHERE EXISTS (SELECT 1 FROM counter_visit v
                                      WHERE v.centre_id = c.id AND v.state IN ('waiting', 'called'))`,
    );
    const closed = centres.filter(({ calendar, attended }) => {
      const { open } = this.days.opening(calendar, now);
      const lately = addMs(now, -minutes(GRACE_MINUTES_AFTER_CLOSING));
      return !stillServesVisitors({ open, openLately: this.days.opening(calendar, lately).open, attended });
    });
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM counter_visit
        WHERE state IN ('waiting', 'called') AND (day < $1 OR centre_id = ANY ($2::uuid[]))
        ORDER BY came_at LIMIT $3`,
      [today, closed.map(({ id }) => id), BATCH_SIZE],
    );
    let released = 0;
    for (const { id } of rows) if (await this.visits.release(id)) released++;
    return released;
  }

  /** Ends visits of past days that a clerk did not end. */
  private async endPastVisits(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const rows = await tx.query<{ interactionId: string }>(
        `UPDATE counter_visit SET state = 'done', ended_at = $2 WHERE state = 'serving' AND day < $1
         RETURNING interaction_id AS "interactionId"`,
        [this.days.localDay(tx.now), tx.now],
      );
      for (const { interactionId } of rows) endCounterInteraction(tx, interactionId);
    });
  }

  /** Ends desk assignments of past days and of disabled staff. */
  private async clearDesks(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const rows = await tx.query<{ staffId: string }>(
        `DELETE FROM desk_sitting s USING staff p
          WHERE p.id = s.staff_id AND (s.since < $1 OR p.disabled_at IS NOT NULL) RETURNING s.staff_id AS "staffId"`,
        [this.days.startOfDay(tx.now)],
      );
      for (const { staffId } of rows) requeueCalled(tx, staffId);
    });
  }
}
