import { expectStatus, type Http } from './http.js';

interface Page<T> {
  data: T[];
  meta: { hasMore: boolean; after: string | null };
}

/** Every row of a paginated list; stops early when `enough` returns true. */
export async function allPages<T>(
  http: Http,
  path: string,
  enough: (rows: T[]) => boolean = () => false,
): Promise<T[]> {
  const rows: T[] = [];
  let after: string | null = null;
  do {
    const more: string = after === null ? '' : `&page[after]=${encodeURIComponent(after)}`;
    const url = `${path}${path.includes('?') ? '&' : '?'}page[size]=100${more}`;
    const { body } = expectStatus(await http.get<Page<T>>(url), 200, path);
    rows.push(...body.data);
    after = body.meta.hasMore ? body.meta.after : null;
  } while (after !== null && !enough(rows));
  return rows;
}
