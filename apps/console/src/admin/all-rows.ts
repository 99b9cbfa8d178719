import { type Row, rowsApi } from '../api/admin-api.js';

/** A whole list, page by page: those that a reader chooses from are short. */
export async function allRows(path: string): Promise<Row[]> {
  const all: Row[] = [];
  let after: string | null = null;
  do {
    const { data, meta } = await rowsApi.list(path, after);
    all.push(...data);
    after = meta.hasMore ? meta.after : null;
  } while (after);
  return all;
}
