import {
  AROUND_THE_CLOCK,
  type CalendarRules,
  CalendarBusinessTime,
  countryCalendar,
  type CountryProfile,
  type LocalizedName,
  type SpecialDays,
  type TimeSpan,
  type WeekHours,
  type BusinessTime,
  ZoneClock,
  type ZoneOverride,
} from '#wasl/country';
import { notFound } from '#wasl/kernel';
import type { Database } from '#wasl/platform';
import type { ClockRules } from './domain/clock.js';
import { ALWAYS, type Policy } from './domain/policy.js';

/** The key of the calendar that every installation has: the country's office hours. */
export const COUNTRY_CALENDAR = 'country';

export interface CalendarRow {
  key: string;
  nameAr: string;
  nameEn: string;
  zone: string | null;
  hours: WeekHours | null;
  ramadanHours: WeekHours | null;
  publicHolidays: boolean;
  active: boolean;
  version: number;
  updatedAt: Date;
}

export interface AnnouncementRow {
  id: string;
  calendar: string | null;
  kind: 'hijri_month' | 'days';
  hijriYear: number | null;
  hijriMonth: number | null;
  begins: string | null;
  from: string | null;
  to: string | null;
  nameAr: string | null;
  nameEn: string | null;
  hours: TimeSpan[] | null;
  announcedAt: Date;
  withdrawnAt: Date | null;
}

export interface ZoneChangeRow {
  id: string;
  zone: string;
  fromAt: Date;
  toAt: Date | null;
  offsetMinutes: number;
  note: string;
  announcedAt: Date;
  withdrawnAt: Date | null;
}

export const CALENDAR_COLUMNS = `key, name_ar AS "nameAr", name_en AS "nameEn", zone, hours,
  ramadan_hours AS "ramadanHours", public_holidays AS "publicHolidays", active, version, updated_at AS "updatedAt"`;
export const ANNOUNCEMENT_COLUMNS = `id, calendar, kind, hijri_year AS "hijriYear", hijri_month AS "hijriMonth",
  begins::text, from_day::text AS "from", to_day::text AS "to", name_ar AS "nameAr", name_en AS "nameEn", hours,
  announced_at AS "announcedAt", withdrawn_at AS "withdrawnAt"`;
export const ZONE_CHANGE_COLUMNS = `id, zone, from_at AS "fromAt", to_at AS "toAt", offset_minutes AS "offsetMinutes",
  note, announced_at AS "announcedAt", withdrawn_at AS "withdrawnAt"`;
export const POLICY_COLUMNS = `key, name_ar AS "nameAr", name_en AS "nameEn", calendar, service_id AS "serviceId", kind,
  priority, audience, targets, factors, pauses, at_risk_percent AS "atRiskPercent",
  reopen_percent AS "reopenPercent", steps, active, version, updated_at AS "updatedAt"`;

export interface PolicyRow extends Policy {
  nameAr: string;
  nameEn: string;
  active: boolean;
  version: number;
  updatedAt: Date;
}

export const LAST_REVISION = 'SELECT coalesce(max(revision), 0) AS revision FROM sla_change';

type Query = Database['query'];

/** Announcements being previewed, not yet made. */
export interface AnnouncementDrafts {
  announcements: readonly AnnouncementRow[];
  zoneChanges: readonly ZoneChangeRow[];
}
const NO_DRAFTS: AnnouncementDrafts = { announcements: [], zoneChanges: [] };

/** Calendars and policies of one revision. Immutable, so that computed working times can be cached. */
export class RulesSnapshot implements ClockRules {
  constructor(
    readonly revision: bigint,
    readonly policies: readonly PolicyRow[],
    private readonly calendars: ReadonlyMap<string, CalendarBusinessTime>,
  ) {}

  /** @param drafts unannounced changes to include */
  static async read(
    query: Query,
    country: CountryProfile,
    drafts: AnnouncementDrafts = NO_DRAFTS,
  ): Promise<RulesSnapshot> {
    const [last] = await query<{ revision: string }>(LAST_REVISION);
    const calendars = await query<CalendarRow>(`SELECT ${CALENDAR_COLUMNS} FROM calendar`);
    const announcements = await query<AnnouncementRow>(
      `SELECT ${ANNOUNCEMENT_COLUMNS} FROM calendar_announcement WHERE withdrawn_at IS NULL ORDER BY announced_at, id`,
    );
    const zoneChanges = await query<ZoneChangeRow>(
      `SELECT ${ZONE_CHANGE_COLUMNS} FROM zone_change WHERE withdrawn_at IS NULL ORDER BY announced_at, id`,
    );
    const policies = await query<PolicyRow>(
      `SELECT ${POLICY_COLUMNS} FROM sla_policy WHERE active ORDER BY key`,
    );
    return new RulesSnapshot(
      BigInt(last!.revision),
      policies,
      new Map(
        calendars.map((row) => [
          row.key,
          calendarTimeOf(
            row,
            country,
            [...announcements, ...drafts.announcements],
            [...zoneChanges, ...drafts.zoneChanges],
          ),
        ]),
      ),
    );
  }

  /** of all calendars, including retired ones: clocks may still use them */
  get calendarKeys(): string[] {
    return [...this.calendars.keys()];
  }

  /** @throws not_found `calendar.not_found` */
  calendar(key: string): CalendarBusinessTime {
    const time = this.calendars.get(key);
    if (!time) throw notFound('calendar.not_found');
    return time;
  }

  workingTime(key: string): BusinessTime {
    return key === ALWAYS ? AROUND_THE_CLOCK : this.calendar(key);
  }

  policy(key: string): PolicyRow | undefined {
    return this.policies.find((policy) => policy.key === key);
  }
}

export function calendarTimeOf(
  row: CalendarRow,
  country: CountryProfile,
  announcements: readonly AnnouncementRow[],
  zoneChanges: readonly ZoneChangeRow[],
): CalendarBusinessTime {
  const zone = zoneOf(row, country);
  const overrides = zoneChanges.filter((change) => change.zone === zone).map(zoneOverrideOf);
  return new CalendarBusinessTime(rulesOf(row, country, announcements), new ZoneClock(zone, overrides));
}

export const zoneOf = (row: Pick<CalendarRow, 'zone'>, country: CountryProfile): string =>
  row.zone ?? country.zones[0]!;

/** A calendar with its own hours has Ramadan hours only when it defines them. */
function rulesOf(
  row: CalendarRow,
  country: CountryProfile,
  announcements: readonly AnnouncementRow[],
): CalendarRules {
  const base = countryCalendar(country);
  const heard = announcements.filter(({ calendar, kind }) =>
    calendar === null ? row.publicHolidays || kind === 'hijri_month' : calendar === row.key,
  );
  return {
    ...base,
    hours: row.hours ?? base.hours,
    ramadanHours: row.ramadanHours ?? (row.hours ? null : base.ramadanHours),
    holidays: row.publicHolidays ? base.holidays : [],
    hijriMonths: heard.flatMap(({ hijriYear, hijriMonth, begins }) =>
      begins ? [{ year: hijriYear!, month: hijriMonth!, begins }] : [],
    ),
    specialDays: heard.flatMap((one) => (one.kind === 'days' ? [specialDaysOf(one)] : [])),
  };
}

const specialDaysOf = (row: AnnouncementRow): SpecialDays => ({
  from: row.from!,
  to: row.to!,
  name: { ar: row.nameAr!, en: row.nameEn! } satisfies LocalizedName,
  hours: row.hours!,
});

export const zoneOverrideOf = (row: ZoneChangeRow): ZoneOverride => ({
  from: row.fromAt.getTime(),
  to: row.toAt?.getTime() ?? null,
  offsetMinutes: row.offsetMinutes,
});
