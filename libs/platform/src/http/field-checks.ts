// What custom validators of fields check. Pure functions of the given value.

/** A time of day, `HH:MM`; 24:00 ends a day. */
export const TIME = /^([01]\d|2[0-4]):[0-5]\d$/;
export const isSpan = (value: unknown) =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((time) => typeof time === 'string' && TIME.test(time));

export const isDay = (value: unknown) => {
  if (typeof value !== 'string' || !/^(19|20|21)\d\d-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
};

export const isMoment = (value: unknown) =>
  typeof value === 'string' &&
  /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/** Of http or https, without a user name, a password or a fragment. */
export const isWebUrl = (value: unknown) => {
  if (typeof value !== 'string' || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return false;
  const { username, password, hash } = new URL(value);
  return username === '' && password === '' && hash === '' && !value.includes('#');
};
