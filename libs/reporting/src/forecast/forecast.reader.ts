import { Inject, Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { COUNTRY_PROFILE, type CountryProfile, dayNumber, dayText } from '#wasl/country';
import { CLOCK, type Clock } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { type DailyModel, fitDailyModel } from '../domain/forecast/daily-model.js';
import { fitDayShapes, type ShapedDay } from '../domain/forecast/day-shape.js';
import type { DayCount, ForecastDay } from '../domain/forecast/days.js';
import type { IntervalSize } from '../domain/figures/interval.js';
import type { TimeRange } from '../domain/figures/range.js';
import type { ReportFilter } from '../figures/interval-report.reader.js';
import { dayKinds } from './day-kinds.js';

const MAX_YEARS = 3;
const SHAPE_DAYS = 400;
/** A model is trained once per completed day and cached. */
const MAX_CACHED = 50;

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

interface TrainedModel {
  model: DailyModel | null;
  shapes: (day: ForecastDay) => number[];
  historyDays: number;
}

/** Forecasts contacts by interval, from the stored sums of reports. */
@Injectable()
export class ForecastReader {
  private readonly cache = new Map<string, Promise<TrainedModel>>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * For a past day: the forecast as it would have been the day before, so that it has not seen the outcome. For today
   * and later: trained on all completed days.
   */
  async read(range: TimeRange, size: IntervalSize, filter: ReportFilter): Promise<Forecast> {
    const zone = this.country.zones[0]!;
    const [first, last] = [dayAt(range.from, zone), dayAt(range.to - 1, zone)];
    const today = dayAt(this.clock.now().getTime(), zone);
    const trainedModel = await this.trainedModel(filter, size, Math.min(first, today));
    const intervals: ForecastInterval[] = [];
    for (const day of dayKinds(this.country, first, last)) {
      const total = trainedModel.model?.expect(day) ?? null;
      const shape = trainedModel.shapes(day);
      for (const [slot, start] of slotsOf(day.day, size, zone)) {
        if (start >= range.from && start < range.to)
          intervals.push({ start, expected: total === null ? null : total * shape[slot]! });
      }
    }
    return { intervals, historyDays: trainedModel.historyDays, factors: trainedModel.model?.factors ?? null };
  }

  /** @param before the first day excluded from training */
  private trainedModel(filter: ReportFilter, size: IntervalSize, before: number): Promise<TrainedModel> {
    const key = JSON.stringify([filter, size, before]);
    let trainedModel = this.cache.get(key);
    if (!trainedModel) {
      if (this.cache.size >= MAX_CACHED) this.cache.clear();
      trainedModel = this.train(filter, size, before);
      this.cache.set(key, trainedModel);
      trainedModel.catch(() => this.cache.delete(key));
    }
    return trainedModel;
  }

  private async train(filter: ReportFilter, size: IntervalSize, before: number): Promise<TrainedModel> {
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
      [zone, startOf(before - MAX_YEARS * 366, zone), startOf(before, zone), ...valuesOf(filter)],
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

/** The interval starts of a day; on a day with a clock change, those that local time has. */
function slotsOf(day: number, size: IntervalSize, zone: string): [slot: number, start: number][] {
  const [begin, end] = [startOf(day, zone).getTime(), startOf(day + 1, zone).getTime()];
  const slots: [number, number][] = [];
  for (let start = begin; start < end; start += size * 60_000) {
    const { hour, minute } = DateTime.fromMillis(start, { zone });
    slots.push([Math.floor((hour * 60 + minute) / size), start]);
  }
  return slots;
}
