import { invalidField } from '#wasl/kernel';

type Query = Record<string, unknown>;

/** @throws invalid when it is missing, or not a whole number in the range */
export function numberIn(query: Query, name: string, { min, max }: { min: number; max: number }): number {
  const text = query[name];
  if (text === undefined) throw invalidField(name, 'required');
  if (typeof text !== 'string' || !/^-?\d{1,12}$/.test(text)) throw invalidField(name, 'integer');
  if (Number(text) < min) throw invalidField(name, 'too_small');
  if (Number(text) > max) throw invalidField(name, 'too_large');
  return Number(text);
}

/** An ISO 8601 time with `Z` or an offset. @throws invalid otherwise */
export function dateTimeIn(query: Query, name: string): Date | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  // An unencoded plus sign arrives as a space.
  const written = typeof text === 'string' ? text.replace(' ', '+') : '';
  const form = /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
  if (!form.test(written) || Number.isNaN(Date.parse(written))) throw invalidField(name, 'date');
  return new Date(written);
}
