/**
 * Whether reading went beyond the end of the data. Compared by name, because errors of Buffer may come from another
 * realm.
 */
export function isRangeError(error: unknown): boolean {
  return (error as Error | null)?.name === 'RangeError';
}
