import { type TimeSpan, WEEKDAYS, type WeekHours } from '#wasl/country';
import type { WeekBody } from './calendars.dto.js';

export const PAGE_SIZE = { name: 'page[size]', required: false, type: 'integer' as const };
export const PAGE_AFTER = { name: 'page[after]', required: false, type: String };
export const IF_MATCH = { name: 'If-Match', required: true, description: 'the version last seen, in quotes' };

/** Removes closed days from a week. */
export function weekOf(body: WeekBody | null | undefined): WeekHours | null {
  if (!body) return null;
  const days = WEEKDAYS.flatMap((day) => (body[day]?.length ? [[day, body[day] as TimeSpan[]]] : []));
  return Object.fromEntries(days) as WeekHours;
}

/** Removes undefined and null fields. */
export function withoutNulls<T extends object>(
  body: T | null | undefined,
): { [K in keyof T]?: NonNullable<T[K]> } {
  const fields = Object.entries(body ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(fields) as { [K in keyof T]?: NonNullable<T[K]> };
}
