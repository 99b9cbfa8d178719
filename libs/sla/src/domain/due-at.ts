import type { WorkingTime } from './working-time.js';

/**
 * The moment at which `minutes` of working time have passed since `from`. At the end of a working stretch the promise
 * is due at that end, not at the beginning of the next.
 * @throws RangeError when `minutes` is not positive
 */
export function dueAt(from: Date, minutes: number, working: WorkingTime): Date {
  if (!(minutes > 0)) throw new RangeError(`a promise needs positive minutes, not ${minutes}`);
  let left = minutes * 60_000;
  for (const span of working.spansAfter(from.getTime())) {
    const begin = Math.max(span.from, from.getTime());
    if (span.to - begin >= left) return new Date(begin + left);
    left -= span.to - begin;
  }
  throw new Error('unreachable: working time has no end');
}
