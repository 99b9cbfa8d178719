/** Reading beyond the end of what was sent; by name, because errors of Buffer may come from another realm. */
export function isRangeError(error: unknown): boolean {
  return (error as Error | null)?.name === 'RangeError';
}
