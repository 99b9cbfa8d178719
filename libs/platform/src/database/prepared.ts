import type { QueryConfig } from 'pg';

const names = new Map<string, string>();

/**
 * A prepared statement: PostgreSQL parses and plans it once per connection. The text must be one of a bounded number,
 * never built from input; values go into `values`.
 */
export function prepared(text: string, values: unknown[]): QueryConfig {
  let name = names.get(text);
  if (!name) {
    name = `wasl_${names.size}`;
    names.set(text, name);
  }
  return { name, text, values };
}
