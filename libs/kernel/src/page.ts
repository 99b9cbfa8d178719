import { invalidField } from './errors.js';
import { isUuid } from './identifiers.js';

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

/** Keyset pagination: a cursor holds the sort keys of the last row of a page, never an offset. */
export function encodeCursor(keys: (string | number)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** Types of cursor keys; `serial` is a bigint, which the driver returns as a string. */
interface CursorKeys {
  uuid: string;
  integer: number;
  serial: string;
  text: string;
  time: string;
}
export type CursorKind = keyof CursorKeys;
type Decoded<Kinds extends readonly CursorKind[]> = { [N in keyof Kinds]: CursorKeys[Kinds[N]] };

const MAX_KEY_LENGTH = 500;
const MAX_INTEGER = 2 ** 31 - 1;
const TIME =
  /^((?:19|20|21)\d\d-\d\d-\d\d)[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)$/;

const KEY_CHECKS: Record<CursorKind, (key: unknown) => boolean> = {
  uuid: isUuid,
  integer: (key) => Number.isInteger(key) && Math.abs(key as number) <= MAX_INTEGER,
  serial: (key) => (typeof key === 'string' || typeof key === 'number') && /^\d{1,18}$/.test(String(key)),
  text: (key) => typeof key === 'string' && key.length <= MAX_KEY_LENGTH && !/[\0\p{Surrogate}]/u.test(key),
  time: (key) => {
    const day = typeof key === 'string' ? TIME.exec(key)?.[1] : undefined;
    const at = new Date(`${day}T00:00:00Z`);
    return day !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
  },
};

/**
 * Decodes a cursor and checks the type of each key. A cursor is not signed: changing one only moves the start of the
 * caller's own list.
 * @throws invalid `cursor` for anything that {@link encodeCursor} cannot have produced
 */
export function decodeCursor<const Kinds extends readonly CursorKind[]>(
  cursor: string,
  ...kinds: Kinds
): Decoded<Kinds> {
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(keys) &&
      keys.length === kinds.length &&
      kinds.every((kind, n) => KEY_CHECKS[kind](keys[n]));
    if (fits) return keys as unknown as Decoded<Kinds>;
  } catch {
    // falls through to the error below: malformed and mismatching cursors are reported alike
  }
  throw invalidField('page[after]', 'cursor');
}

/** Builds a page from rows that were read with a limit of `size + 1`. */
export function pageOf<T>(rows: T[], size: number, keysOf: (row: T) => (string | number)[]): Page<T> {
  const data = rows.slice(0, size);
  const hasMore = rows.length > size;
  const last = data.at(-1);
  return { data, meta: { hasMore, after: hasMore && last ? encodeCursor(keysOf(last)) : null } };
}
