import type { FieldFault } from '#wasl/kernel';
import { WEEKDAYS } from './days.js';
import { parseSpan, type TimeSpan, type WeekHours } from './day-plan.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const END = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const DAY = 1_440;
const WEEK = 7 * DAY;

/** Validates the hours of a week: time format, empty or overlapping spans, never open. */
export function checkWeek(hours: WeekHours, path: string): FieldFault[] {
  const faults = WEEKDAYS.flatMap((day) => checkForms(hours[day] ?? [], `${path}.${day}`));
  if (faults.length > 0) return faults;
  const spans = WEEKDAYS.flatMap((day, n) =>
    (hours[day] ?? []).map((span, i) => {
      const { from, to } = parseSpan(span);
      return { from: n * DAY + from, to: n * DAY + to, path: `${path}.${day}[${i}]` };
    }),
  );
  if (spans.length === 0) return [{ path, code: 'never_opens' }];
  // Appended twice, because Sunday's last shift may overlap Monday's first.
  const twoWeeks = [
    ...spans,
    ...spans.map((span) => ({ ...span, from: span.from + WEEK, to: span.to + WEEK })),
  ];
  return overlaps(twoWeeks.sort((a, b) => a.from - b.from));
}

/** The same for the hours of one announced day; no hours mean closed. */
export function checkDay(hours: readonly TimeSpan[], path: string): FieldFault[] {
  const faults = checkForms(hours, path);
  if (faults.length > 0) return faults;
  const spans = hours.map((span, i) => ({ ...parseSpan(span), path: `${path}[${i}]` }));
  return overlaps(spans.sort((a, b) => a.from - b.from));
}

function checkForms(hours: readonly TimeSpan[], path: string): FieldFault[] {
  return hours.flatMap((span, i) => {
    const [from, to] = span;
    if (span.length !== 2 || !TIME.test(from) || !END.test(to))
      return [{ path: `${path}[${i}]`, code: 'hours' }];
    return from === to ? [{ path: `${path}[${i}]`, code: 'empty_span' }] : [];
  });
}

function overlaps(spans: { from: number; to: number; path: string }[]): FieldFault[] {
  const faults = spans
    .slice(1)
    .flatMap((span, n) => (span.from < spans[n]!.to ? [{ path: span.path, code: 'overlap' }] : []));
  return faults.filter((fault, n) => faults.findIndex((other) => other.path === fault.path) === n);
}
