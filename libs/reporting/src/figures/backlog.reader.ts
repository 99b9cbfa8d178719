import { Inject, Injectable } from '@nestjs/common';
import {
  CalendarBusinessTime,
  COUNTRY_PROFILE,
  countryCalendar,
  type CountryProfile,
  ZoneClock,
} from '#wasl/country';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database } from '#wasl/platform';

export interface Backlog {
  queue: string;
  open: number;
  /** in business time: the median and the 90th percentile */
  ageP50Seconds: number | null;
  ageP90Seconds: number | null;
}

/** Open tickets and their age. */
@Injectable()
export class BacklogReader {
  private readonly working: CalendarBusinessTime;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) country: CountryProfile,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.working = new CalendarBusinessTime(countryCalendar(country), new ZoneClock(country.zones[0]!));
  }

  /** Business time is monotonic, so the ticket with the median opening time has the median age. */
  async read(queue: string | null): Promise<Backlog[]> {
    const now = this.clock.now().getTime();
    const rows = await this.database.query<{
      queue: string;
      open: number;
      half: Date | null;
      tenth: Date | null;
    }>(
      `SELECT q.key AS queue, count(t.id)::int AS open,
              percentile_disc(0.5) WITHIN GROUP (ORDER BY t.created_at DESC) AS half,
              percentile_disc(0.9) WITHIN GROUP (ORDER BY t.created_at DESC) AS tenth
         FROM queue q LEFT JOIN ticket t ON t.queue_id = q.id AND t.status IN ('new', 'open', 'pending')
        WHERE q.active AND ($1::text IS NULL OR q.key = $1) GROUP BY q.key, q.position ORDER BY q.position, q.key`,
      [queue],
    );
    const ageOf = (opened: Date | null) =>
      opened && Math.round(this.working.between(opened.getTime(), now) / 1000);
    return rows.map(({ queue: key, open, half, tenth }) => ({
      queue: key,
      open,
      ageP50Seconds: ageOf(half),
      ageP90Seconds: ageOf(tenth),
    }));
  }
}
