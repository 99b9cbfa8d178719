import type { QueryConfig } from 'pg';

const names = new Map<string, string>();

/**
 * Names a statement so that PostgreSQL parses and plans it once per connection. The set of texts must be bounded, so
 * never build one from input; values go into `values`.
 */
export function preparedStatement(text: string, values: unknown[]): QueryConfig {
  let name = names.get(text);
  if (!name) {
    name = `wasl_${names.size}`;
    names.set(text, name);
  }
  return { name, text, values };
}
