import { decodeCursor, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import type { Database } from './database.js';

/**
 * Reads one page of rows, ordered by a key (keyset pagination).
 * @param select everything up to WHERE
 * @param key the key column of the select
 * @param keyOf gives the key of a row
 */
export async function pageByKey<Row extends object>(
  database: Pick<Database, 'query'>,
  page: PageRequest,
  select: string,
  key: string,
  keyOf: (row: Row) => string,
): Promise<Page<Row>> {
  const after = page.after ? decodeCursor(page.after, 'text')[0] : '';
  const rows = await database.query<Row>(`${select} WHERE ${key} > $1 ORDER BY ${key} LIMIT $2`, [
    after,
    page.size + 1,
  ]);
  return pageOf(rows, page.size, (row) => [keyOf(row)]);
}
