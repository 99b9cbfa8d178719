import {
  countryCalendar,
  dayNumber,
  DayPlans,
  hijriMonths,
  monthOf,
  RAMADAN,
  readCountryProfile,
} from '#wasl/country';
import {
  type ForecastPair,
  type DayKind,
  fitDailyModel,
  fitDayShapes,
  markAfterHolidays,
  wape,
  weekdayOf,
} from '#wasl/reporting';
import { assertResult, printLine } from '../report.js';
import { generateHistory, SLOTS, type SyntheticHistory, type SyntheticDay } from './synthetic-history.js';

const SEEDS = [1, 2, 3, 4, 5];
const FIRST = dayNumber('2022-01-01');
const DAYS = 4 * 365;
const TESTED_FROM = 3 * 365;
/** Days of history kept for the intraday profile. */
const SHAPE_DAYS = 400;

/**
 * Tests the forecast on generated arrivals with a known structure: trained on all days before each Saturday of
 * the last year, it predicts the next week (and four weeks). Compared with the naive forecast, the same
 * weekday of the last known week, and with the lower bound of the error: that of the true means.
 */
export function benchForecast(): Promise<void> {
  for (const horizon of [7, 28]) {
    const scores = SEEDS.map((seed) => backTest(makeBahrain(seed), horizon));
    for (const what of ['day', 'halfHour'] as const) {
      const mean = (of: 'ours' | 'naive' | 'least') =>
        scores.reduce((sum, score) => sum + score[what][of], 0) / scores.length;
      const [ours, naive, least] = [mean('ours'), mean('naive'), mean('least')];
      printLine(
        `${horizon} days ahead, by ${what === 'day' ? 'day' : 'half hour'}, ${SEEDS.length} worlds, one year each`,
        {
          'WAPE %': ours * 100,
          'naive %': naive * 100,
          'the least possible %': least * 100,
          'ratio to naive': ours / naive,
          seeds: SEEDS.join(' '),
        },
      );
      assertResult(
        Number.isFinite(ours) && ours < naive,
        `the forecast errs by ${ours}, the naive one by ${naive}`,
      );
    }
  }
  recoverStructure();
  return Promise.resolve();
}

/** The calendar is that of Bahrain; everything else is generated. */
function makeBahrain(seed: number): SyntheticHistory {
  return generateHistory(seed, FIRST, DAYS, kindsOfBahrain());
}

function kindsOfBahrain(): (day: number) => DayKind {
  const rules = countryCalendar(readCountryProfile('bh'));
  const plans = new DayPlans(rules, FIRST, FIRST + DAYS);
  const months = hijriMonths(FIRST, FIRST + DAYS, []);
  const isWeekend = (day: number) => weekdayOf(day) === 5 || weekdayOf(day) === 6;
  const days = Array.from({ length: DAYS }, (_, n) => FIRST + n).map((day) => ({
    day,
    kind:
      plans.of(day).reason === 'holiday'
        ? ('holiday' as const)
        : monthOf(day, months).month === RAMADAN
          ? ('ramadan' as const)
          : ('normal' as const),
  }));
  const kinds = new Map(markAfterHolidays(days, isWeekend).map(({ day, kind }) => [day, kind]));
  return (day) => kinds.get(day)!;
}

interface Score {
  ours: number;
  naive: number;
  least: number;
}

function backTest({ days }: SyntheticHistory, horizon: number): Record<'day' | 'halfHour', Score> {
  const pairs = { day: pairsOf(), halfHour: pairsOf() };
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  for (let origin = TESTED_FROM; origin + horizon <= DAYS; origin += horizon) {
    const past = days.slice(0, origin);
    const model = fitDailyModel(past.map(({ day, kind, counts }) => ({ day, kind, count: total(counts) })))!;
    const today = days[origin]!.day;
    const shapes = fitDayShapes(
      past.slice(-SHAPE_DAYS).map(({ day, kind, counts }) => ({ day, kind, slots: counts })),
      SLOTS,
      today,
    );
    for (const [n, { day, kind, counts, expected }] of days.slice(origin, origin + horizon).entries()) {
      const ours = model.expect({ day, kind });
      const before = days[origin - 7 + (n % 7)]!;
      add(pairs.day, {
        counts: [total(counts)],
        ours: [ours],
        naive: [total(before.counts)],
        least: [total(expected)],
      });
      const shape = shapes({ day, kind });
      add(pairs.halfHour, {
        counts,
        ours: shape.map((share) => share * ours),
        naive: before.counts,
        least: expected,
      });
    }
  }
  return { day: scoreOf(pairs.day), halfHour: scoreOf(pairs.halfHour) };
}

type Pairs = Record<keyof Score, ForecastPair[]>;
const pairsOf = (): Pairs => ({ ours: [], naive: [], least: [] });

function add(
  pairs: Pairs,
  day: { counts: readonly number[] } & Record<keyof Score, readonly number[]>,
): void {
  for (const name of ['ours', 'naive', 'least'] as const) {
    for (const [n, actual] of day.counts.entries()) pairs[name].push({ expected: day[name][n]!, actual });
  }
}

const scoreOf = (pairs: Pairs): Score => ({
  ours: wape(pairs.ours)!,
  naive: wape(pairs.naive)!,
  least: wape(pairs.least)!,
});

/** Checks that known effects in the data are recovered. */
function recoverStructure(): void {
  const { days } = makeBahrain(SEEDS[0]!);
  const model = fitDailyModel(days.map(dailyOf))!;
  const { weekdays, kinds } = model.factors;
  const week = weekdays.reduce((sum, factor) => sum + Math.log(factor), 0) / 7;
  printLine('found again, relative to the mean of the week', {
    'Sunday (made 1.45)': weekdays[0]! / Math.exp(week),
    'Friday (made 0.47)': weekdays[5]! / Math.exp(week),
    'Ramadan (made 0.82)': kinds.ramadan!,
    'holiday (made 0.43)': kinds.holiday!,
    'after a holiday (made 1.35)': kinds.after_holiday!,
  });
  assertResult(Math.abs(kinds.ramadan! - 0.82) < 0.05, `Ramadan was found to be ${kinds.ramadan}`);
  assertResult(Math.abs(weekdays[0]! - 1.45) < 0.1, `Sunday was found to be ${weekdays[0]}`);
}

const dailyOf = ({ day, kind, counts }: SyntheticDay) => ({
  day,
  kind,
  count: counts.reduce((sum, count) => sum + count, 0),
});
