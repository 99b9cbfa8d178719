import { invalidField } from '#wasl/kernel';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const DAY_MS = 86_400_000;

/** @throws invalid at `from` or `to` when they are not times, in the wrong order, or too far apart */
export function parsePeriod(given: { from: string; to: string }, mostDays: number): { from: Date; to: Date } {
  const [from, to] = [parseDateTime(given.from, 'from'), parseDateTime(given.to, 'to')];
  if (to <= from) throw invalidField('to', 'ends_before');
  if (to.getTime() - from.getTime() > mostDays * DAY_MS)
    throw invalidField('to', 'range_too_long', { days: Math.floor(mostDays) });
  return { from, to };
}

/** Parses an ISO 8601 time with zone. @throws invalid at `path` */
export function parseDateTime(text: string, path: string): Date {
  const at = new Date(ISO.test(text) ? text : NaN);
  if (Number.isNaN(at.getTime())) throw invalidField(path, 'date');
  return at;
}
