import {
  countryCalendar,
  type CountryProfile,
  DayPlans,
  hijriMonths,
  monthOf,
  RAMADAN,
  WEEKDAYS,
} from '#wasl/country';
import { type ForecastDay, markAfterHolidays, weekdayOf } from '../domain/forecast/days.js';

/** Longest run of holidays; the range is extended by this to recognise the day after a holiday. */
const MAX_HOLIDAY_DAYS = 14;

/** The kinds of the days of a range in a country; day numbers, both included. */
export function dayKinds(country: CountryProfile, from: number, to: number): ForecastDay[] {
  const begin = from - MAX_HOLIDAY_DAYS;
  const plans = new DayPlans(countryCalendar(country), begin, to);
  const months = hijriMonths(begin, to, []);
  const days: ForecastDay[] = [];
  for (let day = begin; day <= to; day++) {
    if (plans.of(day).reason === 'holiday') days.push({ day, kind: 'holiday' });
    else days.push({ day, kind: monthOf(day, months).month === RAMADAN ? 'ramadan' : 'normal' });
  }
  // Sunday is the first weekday of the forecast and the last of the calendar.
  const isWeekend = (day: number) => country.weekend.includes(WEEKDAYS[(weekdayOf(day) + 6) % 7]!);
  return markAfterHolidays(days, isWeekend).filter(({ day }) => day >= from);
}
