/** The search words of an address, whatever came. */
export const wordsFrom = (value: unknown) => (typeof value === 'string' ? value.slice(0, 200).trim() : '');
