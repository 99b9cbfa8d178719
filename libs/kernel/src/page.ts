import { invalidField } from './errors.js';

/** What a caller asks of a list: how many, and after which row. */
export interface PageRequest {
  size: number;
  after?: string;
}

/** One page of a list; `after` is the opaque cursor of the next page. */
export interface Page<T> {
  data: T[];
  meta: { hasMore: boolean; after: string | null };
}

/** Lists are read by keyset: a cursor holds the sort values of the last row seen, never an offset. */
export function encodeCursor(keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** @throws invalid `cursor` when the cursor was not made by {@link encodeCursor} with `length` keys. */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(keys) &&
      keys.length === length &&
      keys.every((key) => typeof key === 'string' || typeof key === 'number');
    if (fits) return keys;
  } catch {
    // falls through to the refusal below: a broken cursor and a foreign one are the same fault
  }
  throw invalidField('page[after]', 'cursor');
}

/** Builds a page from one row more than was asked for. */
export function pageOf<T>(rows: T[], size: number, keysOf: (row: T) => (string | number)[]): Page<T> {
  const data = rows.slice(0, size);
  const hasMore = rows.length > size;
  const last = data.at(-1);
  return { data, meta: { hasMore, after: hasMore && last ? encodeCursor(keysOf(last)) : null } };
}
