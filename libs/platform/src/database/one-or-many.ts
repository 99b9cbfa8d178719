/**
 * The condition that a column holds one of these keys, and the value of its only parameter, $1. A single key is compared
 * by itself: for that PostgreSQL keeps a plan, while for a list it plans anew each time, because a plan that does for a
 * list of any length always seems dearer. Planning a statement of several joins costs more than reading its row.
 */
export function oneOrMany(column: string, type: string, keys: readonly string[]): [string, unknown] {
  return keys.length === 1 ? [`${column} = $1::${type}`, keys[0]] : [`${column} = ANY($1::${type}[])`, keys];
}
