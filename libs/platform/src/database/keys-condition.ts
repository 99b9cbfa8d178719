/**
 * The SQL condition that a column equals one of the keys, and the value of its only parameter, $1. A single key is
 * compared with `=`, because then PostgreSQL reuses a generic plan. For a list it replans each time, because the
 * generic plan always looks more expensive. Planning a statement with several joins costs more than reading its row.
 */
export function keysCondition(column: string, type: string, keys: readonly string[]): [string, unknown] {
  return keys.length === 1 ? [`${column} = $1::${type}`, keys[0]] : [`${column} = ANY($1::${type}[])`, keys];
}
