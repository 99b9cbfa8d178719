import type { Calendar } from '../../api/sla-api.js';

/** Weekdays from Sunday, under the api's names. */
export const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type Day = (typeof DAYS)[number];
export type Span = [from: string, to: string];
export type Week = Partial<Record<Day, Span[]>>;

/** The country's hours, or own hours (for Ramadan: the same all year). */
export type Source = 'country' | 'own';

export interface CalendarForm {
  key: string;
  ar: string;
  en: string;
  zone: string;
  publicHolidays: boolean;
  active: boolean;
  hours: { source: Source; week: Week };
  ramadan: { source: Source; week: Week };
}

const ORDINARY: Week = Object.fromEntries(
  (['sun', 'mon', 'tue', 'wed', 'thu'] as const).map((day) => [day, [['08:00', '14:00']]]),
);

export function formOf(calendar: Calendar | null): CalendarForm {
  const hours = (week: unknown) => ({
    source: week ? ('own' as const) : ('country' as const),
    week: (week as Week | null) ?? ORDINARY,
  });
  return {
    key: calendar?.key ?? '',
    ar: calendar?.name.ar ?? '',
    en: calendar?.name.en ?? '',
    zone: calendar?.zone ?? '',
    publicHolidays: calendar?.publicHolidays ?? true,
    active: calendar?.active ?? true,
    hours: hours(calendar?.hours),
    ramadan: hours(calendar?.ramadanHours),
  };
}

/** The request body. */
export function bodyOf(form: CalendarForm) {
  return {
    name: { ar: form.ar.trim(), en: form.en.trim() },
    zone: form.zone.trim() || null,
    publicHolidays: form.publicHolidays,
    hours: form.hours.source === 'own' ? form.hours.week : null,
    ramadanHours: form.ramadan.source === 'own' ? form.ramadan.week : null,
  };
}

/** Adds a span to a day: after the last one, or usual office hours. */
export function withSpan(week: Week, day: Day): Week {
  const spans = week[day] ?? [];
  const last = spans.at(-1)?.[1];
  const next: Span = last && last < '20:00' ? [later(last, 60), later(last, 180)] : ['08:00', '14:00'];
  return { ...week, [day]: [...spans, next] };
}

export const withoutSpan = (week: Week, day: Day, n: number): Week => ({
  ...week,
  [day]: (week[day] ?? []).filter((_, index) => index !== n),
});

export const withTime = (week: Week, day: Day, n: number, end: 0 | 1, time: string): Week => ({
  ...week,
  [day]: (week[day] ?? []).map((span, index) =>
    index === n ? ((end === 0 ? [time, span[1]] : [span[0], time]) as Span) : span,
  ),
});

/** A span whose end is not after its start ends on the next day. `24:00` is midnight at the end of the day. */
export const passesMidnight = ([from, to]: Span): boolean => from !== '' && to !== '' && to <= from;

function later(time: string, minutes: number): string {
  const whole = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(whole / 60) % 24)}:${pad(whole % 60)}`;
}
