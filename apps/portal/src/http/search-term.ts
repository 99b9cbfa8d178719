/** The search term of a query parameter, or an empty string. */
export const searchTermFrom = (value: unknown) =>
  typeof value === 'string' ? value.slice(0, 200).trim() : '';
