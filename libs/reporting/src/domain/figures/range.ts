import { DateTime } from 'luxon';
import { type FieldFault, invalid } from '#wasl/kernel';

/** A time range; `to` is exclusive. In milliseconds. */
export interface TimeRange {
  from: number;
  to: number;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Parses `from` and `to`: times (ISO 8601 with zone), or days in the country's zone; a day as `to` is included.
 * Omitted, they mean the start and the end of today.
 * @throws invalid with each fault: `date`, `order`, `range_too_long`
 */
export function parseRange(
  given: { from?: unknown; to?: unknown },
  { zone, mostDays, now }: { zone: string; mostDays: number; now: Date },
): TimeRange {
  const faults: FieldFault[] = [];
  const read = (path: 'from' | 'to'): number => {
    const text = given[path] || DateTime.fromJSDate(now, { zone }).toISODate();
    const moment = typeof text === 'string' ? momentOf(text, zone, path === 'to') : null;
    if (moment === null) faults.push({ path, code: 'date' });
    return moment ?? Number.NaN;
  };
  const range = { from: read('from'), to: read('to') };
  if (faults.length === 0 && range.to <= range.from) faults.push({ path: 'to', code: 'order' });
  // Two hours of tolerance for days on which clocks are set back.
  const most = mostDays * 86_400_000 + 7_200_000;
  if (range.to - range.from > most)
    faults.push({ path: 'to', code: 'range_too_long', params: { days: mostDays } });
  if (faults.length > 0) throw invalid(faults);
  return range;
}

function momentOf(text: string, zone: string, isEnd: boolean): number | null {
  if (!DAY.test(text) && !MOMENT.test(text)) return null;
  const at = DateTime.fromISO(text, { zone });
  if (!at.isValid) return null;
  const moment = isEnd && DAY.test(text) ? at.plus({ days: 1 }).startOf('day') : at;
  return moment.toMillis();
}
