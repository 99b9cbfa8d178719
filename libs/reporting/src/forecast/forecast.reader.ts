import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { COUNTRY_PROFILE, type CountryProfile, dayNumber, dayText } from '#wasl/country';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { type DailyModel, fitDailyModel } from '../domain/forecast/daily-model.js';
import { fitDayShapes, type ShapedDay } from '../domain/forecast/day-shape.js';
import type { DayCount, ForecastDay } from '../domain/forecast/days.js';
import type { IntervalSize } from '../domain/measures/interval.js';
import type { Range } from '../domain/measures/range.js';
import type { ReportFilter } from '../measures/interval-report.reader.js';
import { dayKinds } from './day-kinds.js';

const MOST_YEARS = 3;
const SHAPE_DAYS = 400;
/** A forecast is learned once for a day that is over; meanwhile it is kept. */
const KEPT = 50;

export interface ForecastInterval {
  start: number;
  /** contacts expected to arrive; null while the history is too short */
  expected: number | null;
}

export interface Forecast {
  intervals: ForecastInterval[];
  historyDays: number;
  factors: DailyModel['factors'] | null;
}

interface Learned {
  model: DailyModel | null;
  shapes: (day: ForecastDay) => number[];
  historyDays: number;
}

/** How many contacts will arrive, by interval: learned from the sums that reports are made of. */
@Injectable()
export class ForecastReader {
  private readonly kept = new Map<string, Promise<Learned>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Of the past, what would have been forecast on the day before: a forecast that has seen what it tells is none.
   * Of today and later, learned from all days that are over.
   */
  async read(range: Range, size: IntervalSize, filter: ReportFilter): Promise<Forecast> {
    const zone = this.country.zones[0]!;
    const [first, last] = [dayAt(range.from, zone), dayAt(range.to - 1, zone)];
    const today = dayAt(this.clock.now().getTime(), zone);
    const learned = await this.learned(filter, size, Math.min(first, today));
    const intervals: ForecastInterval[] = [];
    for (const day of dayKinds(this.country, first, last)) {
      const total = learned.model?.expect(day) ?? null;
      const shape = learned.shapes(day);
      for (const [slot, start] of slotsOf(day.day, size, zone)) {
        if (start >= range.from && start < range.to)
          intervals.push({ start, expected: total === null ? null : total * shape[slot]! });
      }
    }
    return { intervals, historyDays: learned.historyDays, factors: learned.model?.factors ?? null };
  }

  /** @param before the first day that is not to be known */
  private learned(filter: ReportFilter, size: IntervalSize, before: number): Promise<Learned> {
    const key = JSON.stringify([filter, size, before]);
    let learned = this.kept.get(key);
    if (!learned) {
      if (this.kept.size >= KEPT) this.kept.clear();
      learned = this.learn(filter, size, before);
      this.kept.set(key, learned);
      learned.catch(() => this.kept.delete(key));
    }
    return learned;
  }

  private async learn(filter: ReportFilter, size: IntervalSize, before: number): Promise<Learned> {
    const counted = await this.daily(filter, before);
    const first = counted[0]?.day ?? before;
    const counts = new Map(counted.map(({ day, count }) => [day, count]));
    const days = first < before ? dayKinds(this.country, first, before - 1) : [];
    const history: DayCount[] = days.map((day) => ({ ...day, count: counts.get(day.day) ?? 0 }));
    const slots = 1_440 / size;
    return {
      model: fitDailyModel(history),
      shapes: fitDayShapes(await this.shaped(filter, size, days.slice(-SHAPE_DAYS)), slots, before),
      historyDays: history.length,
    };
  }

  private async daily(filter: ReportFilter, before: number): Promise<{ day: number; count: number }[]> {
    const zone = this.country.zones[0]!;
    const rows = await this.database.query<{ day: string; count: number }>(
      `SELECT (starts_at AT TIME ZONE $1)::date::text AS day, sum(offered)::float8 AS count FROM contact_quarter
        WHERE starts_at >= $2 AND starts_at < $3 ${FILTER} GROUP BY 1 ORDER BY 1`,
      [zone, startOf(before - MOST_YEARS * 366, zone), startOf(before, zone), ...valuesOf(filter)],
    );
    return rows.map(({ day, count }) => ({ day: dayNumber(day), count }));
  }

  private async shaped(filter: ReportFilter, size: IntervalSize, days: ForecastDay[]): Promise<ShapedDay[]> {
    if (days.length === 0) return [];
    const zone = this.country.zones[0]!;
    const range = [startOf(days[0]!.day, zone), startOf(days.at(-1)!.day + 1, zone)];
    const rows = await this.database.query<{ day: string; slot: number; count: number }>(
      `SELECT t::date::text AS day, (extract(hour FROM t) * 60 + extract(minute FROM t))::int / ${Number(size)} AS slot,
              sum(offered)::float8 AS count
         FROM (SELECT starts_at AT TIME ZONE $1 AS t, offered FROM contact_quarter
                WHERE starts_at >= $2 AND starts_at < $3 ${FILTER}) q
        GROUP BY 1, 2`,
      [zone, ...range, ...valuesOf(filter)],
    );
    const shaped = new Map(
      days.map((day) => [day.day, { ...day, slots: new Array<number>(1_440 / size).fill(0) }]),
    );
    for (const { day, slot, count } of rows) shaped.get(dayNumber(day))!.slots[slot] = count;
    return [...shaped.values()];
  }
}

const FILTER = `AND ($4::text IS NULL OR queue_key = $4) AND ($5::text IS NULL OR channel = $5)
  AND ($6::boolean IS NULL OR live = $6)`;
const valuesOf = ({ queue, channel, live }: ReportFilter) => [queue, channel, live];

const dayAt = (ms: number, zone: string) => dayNumber(DateTime.fromMillis(ms, { zone }).toISODate()!);
const startOf = (day: number, zone: string) => DateTime.fromISO(dayText(day), { zone }).toJSDate();

/** The beginnings of a day's intervals; on a day on which clocks change, those that its clocks show. */
function slotsOf(day: number, size: IntervalSize, zone: string): [slot: number, start: number][] {
  const [begin, end] = [startOf(day, zone).getTime(), startOf(day + 1, zone).getTime()];
  const slots: [number, number][] = [];
  for (let start = begin; start < end; start += size * 60_000) {
    const { hour, minute } = DateTime.fromMillis(start, { zone });
    slots.push([Math.floor((hour * 60 + minute) / size), start]);
  }
  return slots;
}
