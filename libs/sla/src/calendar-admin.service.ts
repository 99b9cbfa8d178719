import { Inject, Injectable } from '@nestjs/common';
import {
  checkWeek,
  COUNTRY_PROFILE,
  type CountryProfile,
  dayNumber,
  dayText,
  isTimeZone,
  type WeekHours,
} from '#wasl/country';
import {
  conflict,
  type FieldFault,
  invalid,
  invalidField,
  type Localized,
  notFound,
  type Page,
  type PageRequest,
  requireVersion,
} from '#wasl/kernel';
import { Database, pageByKey, type Tx } from '#wasl/platform';
import { type CalendarDay, type CalendarYear, daysOf, yearOf } from './calendar-days.js';
import { ChangeRules } from './change-rules.js';
import { dueAt } from './domain/due-at.js';
import { ALWAYS } from './domain/policy.js';
import { CALENDAR_COLUMNS, type CalendarRow, COUNTRY_CALENDAR, zoneOf } from './rules-snapshot.js';
import { SlaRules } from './rules.service.js';

/** A calendar as administrators write it; null: the country's default. */
export interface CalendarDraft {
  key: string;
  name: Localized;
  zone: string | null;
  hours: WeekHours | null;
  ramadanHours: WeekHours | null;
  publicHolidays: boolean;
  active: boolean;
}

export interface CalendarRecord extends CalendarDraft {
  version: number;
  /** the zone in effect, configured or inherited */
  zoneInForce: string;
}

/**
 * Administration of calendars. A calendar that policies have used is retired, never removed, because clocks refer to
 * it.
 */
@Injectable()
export class CalendarAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChangeRules) private readonly changes: ChangeRules,
    @Inject(SlaRules) private readonly rules: SlaRules,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Includes retired ones, ordered by key. */
  async list(page: PageRequest): Promise<Page<CalendarRecord>> {
    const { data, meta } = await pageByKey<CalendarRow>(
      this.database,
      page,
      `SELECT ${CALENDAR_COLUMNS} FROM calendar`,
      'key',
      (row) => row.key,
    );
    return { data: data.map((row) => this.recordOf(row)), meta };
  }

  /** @throws not_found `calendar.not_found` */
  async get(key: string): Promise<CalendarRecord> {
    const [row] = await this.database.query<CalendarRow>(
      `SELECT ${CALENDAR_COLUMNS} FROM calendar WHERE key = $1`,
      [key],
    );
    if (!row) throw notFound('calendar.not_found');
    return this.recordOf(row);
  }

  /** @throws invalid when it never opens, or its hours or zone are wrong; conflict `calendar.exists` */
  async create(draft: CalendarDraft, byId: string): Promise<CalendarRecord> {
    check(draft);
    return this.changes.run(byId, async (tx) => {
      const [row] = await tx.query<CalendarRow>(
        `INSERT INTO calendar (key, name_ar, name_en, zone, hours, ramadan_hours, public_holidays, active)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING ${CALENDAR_COLUMNS}`,
        columnsOf(draft),
      );
      if (!row) throw conflict('calendar.exists');
      return {
        result: this.recordOf(row),
        noted: { action: 'config.created', target: 'calendar', id: draft.key, calendars: [draft.key] },
      };
    });
  }

  /**
   * Changes the given fields. @throws stale; conflict `calendar.in_use`, `calendar.needed`; invalid as {@link create}
   */
  async change(
    key: string,
    patch: Partial<Omit<CalendarDraft, 'key'>>,
    version: number,
    byId: string,
  ): Promise<CalendarRecord> {
    return this.changes.run(byId, async (tx) => {
      const [row] = await tx.query<CalendarRow>(
        `SELECT ${CALENDAR_COLUMNS} FROM calendar WHERE key = $1 FOR UPDATE`,
        [key],
      );
      if (!row) throw notFound('calendar.not_found');
      requireVersion(row, version);
      const draft = { ...this.recordOf(row), ...patch, key };
      check(draft);
      if (row.active && !draft.active) await requireRetirable(tx, key);
      const [changed] = await tx.query<CalendarRow>(
        `UPDATE calendar SET name_ar = $2, name_en = $3, zone = $4, hours = $5, ramadan_hours = $6,
                public_holidays = $7, active = $8, version = version + 1, updated_at = $9
          WHERE key = $1 RETURNING ${CALENDAR_COLUMNS}`,
        [...columnsOf(draft), tx.now],
      );
      const retired = row.active && !draft.active;
      return {
        result: this.recordOf(changed!),
        noted: {
          action: retired ? 'config.retired' : 'config.changed',
          target: 'calendar',
          id: key,
          detail: { fields: Object.keys(patch) },
          calendars: [key],
        },
      };
    });
  }

  /** Opening hours of each day of a month, with reasons. @param month `YYYY-MM` */
  month(key: string, month: string): CalendarDay[] {
    const time = this.rules.current.calendar(key);
    const first = dayNumber(`${month}-01`);
    const next = dayNumber(`${dayText(first + 31).slice(0, 7)}-01`);
    return daysOf(time, first, next - 1);
  }

  /** The holidays of a year and the first days of its Islamic months, computed and announced. */
  year(key: string, year: number): CalendarYear {
    return yearOf(this.rules.current.calendar(key), year);
  }

  /** The due time of a target that starts at `from`. @param key a calendar's key, or `always` */
  dueAt(key: string, from: Date, minutes: number): Date {
    const working = this.rules.current.workingTime(key);
    return new Date(dueAt({ startedAt: from.getTime(), pauses: [] }, minutes * 60_000, working));
  }

  private recordOf(row: CalendarRow): CalendarRecord {
    const { key, zone, hours, ramadanHours, publicHolidays, active, version } = row;
    const name = { ar: row.nameAr, en: row.nameEn };
    const zoneInForce = zoneOf(row, this.country);
    return { key, name, zone, hours, ramadanHours, publicHolidays, active, version, zoneInForce };
  }
}

function check(draft: CalendarDraft): void {
  const faults: FieldFault[] = [
    ...(draft.zone !== null && !isTimeZone(draft.zone) ? [{ path: 'zone', code: 'zone' }] : []),
    ...(draft.hours ? checkWeek(draft.hours, 'hours') : []),
    ...(draft.ramadanHours ? checkWeek(draft.ramadanHours, 'ramadanHours') : []),
  ];
  if (faults.length > 0) throw invalid(faults);
}

async function requireRetirable(tx: Tx, key: string): Promise<void> {
  if (key === COUNTRY_CALENDAR) throw conflict('calendar.needed');
  const [used] = await tx.query<{ key: string }>(
    'SELECT key FROM sla_policy WHERE calendar = $1 AND active ORDER BY key LIMIT 1',
    [key],
  );
  if (used) throw conflict('calendar.in_use', { policy: used.key });
}

/** @throws invalid at `calendar` when no active calendar has this key */
export async function requireCalendar(tx: Tx, key: string): Promise<void> {
  if (key === ALWAYS) return;
  const [row] = await tx.query('SELECT 1 FROM calendar WHERE key = $1 AND active', [key]);
  if (!row) throw invalidField('calendar', 'not_found');
}

const columnsOf = (draft: CalendarDraft): unknown[] => [
  draft.key,
  draft.name.ar,
  draft.name.en,
  draft.zone,
  draft.hours && JSON.stringify(draft.hours),
  draft.ramadanHours && JSON.stringify(draft.ramadanHours),
  draft.publicHolidays,
  draft.active,
];
