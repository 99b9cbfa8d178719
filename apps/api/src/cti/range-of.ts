/** The most digits of a number that is exact. */
const RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * Reads one range of bytes (RFC 9110, 14.2), both ends included. Several ranges, other units and what is malformed are ignored,
 * as the standard allows: the whole is sent.
 * @returns null for the whole
 */
export function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const [, first = '', last = ''] = RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
