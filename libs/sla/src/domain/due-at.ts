import { DateTime } from 'luxon';
import type { WorkingTime } from './working-time.js';

/** Beyond this a calendar is broken rather than slow. */
const LONGEST_DAYS = 3_660;

/**
 * The moment at which `minutes` of working time have passed since `from`. At the end of a working stretch the promise
 * is due at that end, not at the beginning of the next.
 * @throws RangeError when `minutes` is not positive
 */
export function dueAt(from: Date, minutes: number, working: WorkingTime): Date {
  if (!(minutes > 0)) throw new RangeError(`a promise needs positive minutes, not ${minutes}`);
  let left = minutes * 60_000;
  let day = DateTime.fromJSDate(from, { zone: working.zone }).startOf('day');
  for (let n = 0; n < LONGEST_DAYS; n++, day = day.plus({ days: 1 })) {
    for (const span of working.spansOf(day.toISODate()!)) {
      const begin = Math.max(span.from, from.getTime());
      if (begin >= span.to) continue;
      if (span.to - begin >= left) return new Date(begin + left);
      left -= span.to - begin;
    }
  }
  throw new Error('The calendar does not open often enough for this promise');
}
