import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { PresenceState } from '#wasl/contracts';
import { COUNTRY_PROFILE, type CountryProfile, localDay } from '#wasl/country';
import { CLOCK, type Clock, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';

/** More changes of one day than a person can make. */
const MAX_CHANGES = 2_000;

/** A time in one state. */
export interface PresencePeriod {
  /** moments; `to` is null while it lasts */
  from: string;
  to: string | null;
  state: PresenceState;
  reason: string | null;
  /** the supervisor who set it, and why */
  by: { id: string; name: string } | null;
  note: string | null;
}

export interface PresenceDay {
  /** of the country's calendar */
  day: string;
  periods: PresencePeriod[];
}

/** Reads how the agents spent a day, from the recorded changes of their presence. */
@Injectable()
export class PresenceDays {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The periods of a day, in order. The first begins with the day when the state was older. A day to come has none.
   * @param day `YYYY-MM-DD` of the country's calendar; today without it
   * @throws not_found `staff.not_found`
   */
  async of(staffId: string, day?: string): Promise<PresenceDay> {
    const zone = this.country.zones[0]!;
    const read = day ?? localDay(this.clock.now(), zone);
    const start = DateTime.fromISO(read, { zone }).startOf('day');
    const isToCome = start.toMillis() > this.clock.now().getTime();
    const rows = isToCome ? [] : await this.changes(staffId, start);
    if (rows.length === 0) await this.requirePerson(staffId);
    return { day: read, periods: rows.filter(({ from, to }) => !to || to > from).map(toPeriod) };
  }

  private changes(staffId: string, start: DateTime): Promise<Row[]> {
    const end = start.plus({ days: 1 }).startOf('day');
    return this.database.query<Row>(SELECT_PERIODS, [staffId, start.toJSDate(), end.toJSDate(), MAX_CHANGES]);
  }

  private async requirePerson(id: string): Promise<void> {
    const found = await this.database.query('SELECT 1 FROM staff WHERE id = $1', [id]);
    if (found.length === 0) throw notFound('staff.not_found');
  }
}

interface Row extends Omit<PresencePeriod, 'from' | 'to'> {
  from: Date;
  to: Date | null;
}

const toPeriod = ({ from, to, ...rest }: Row): PresencePeriod => ({
  from: from.toISOString(),
  to: to?.toISOString() ?? null,
  ...rest,
});

/** A state lasts until the next change; the last one until the end of the day, or is not over. */
const SELECT_PERIODS = `
WITH change AS (
  (SELECT id, state, reason, at, by_id, note FROM presence_history
    WHERE staff_id = $1 AND at <= $2 ORDER BY at DESC, id DESC LIMIT 1)
  UNION ALL
  (SELECT id, state, reason, at, by_id, note FROM presence_history
    WHERE staff_id = $1 AND at > $2 AND at < $3 ORDER BY at, id LIMIT $4)
)
SELECT greatest(c.at, $2) AS "from",
       coalesce(lead(c.at) OVER (ORDER BY c.at, c.id), CASE WHEN $3 <= now() THEN $3::timestamptz END) AS "to",
       c.state, c.reason, c.note,
       CASE WHEN c.by_id IS NOT NULL THEN json_build_object('id', c.by_id, 'name', coalesce(s.name, '')) END AS by
  FROM change c LEFT JOIN staff s ON s.id = c.by_id ORDER BY c.at, c.id`;
