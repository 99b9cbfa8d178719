const DAY_MS = 86_400_000;
export const DAYS_IN_WEEK = 7;

/** The local time of a zone at an instant, expressed as if it were UTC. */
function localTimeAsUtc(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
}

export const dayOf = (at: string | number, zone: string): string =>
  new Date(localTimeAsUtc(new Date(at).getTime(), zone)).toISOString().slice(0, 10);
export const timeOf = (at: string | number, zone: string): string =>
  new Date(localTimeAsUtc(new Date(at).getTime(), zone)).toISOString().slice(11, 16);

/**
 * The instant of a local day (`YYYY-MM-DD`) and time (`HH:MM`, up to 24:00) in a zone. A time skipped by a change to
 * summer time counts as one hour later.
 */
export function momentOf(day: string, time: string, zone: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  const wanted = Date.parse(`${day}T00:00:00Z`) + (hours! * 60 + minutes!) * 60_000;
  const guess = wanted - (localTimeAsUtc(wanted, zone) - wanted);
  const moved = guess - (localTimeAsUtc(guess, zone) - wanted);
  return new Date(localTimeAsUtc(moved, zone) === wanted ? moved : Math.max(guess, moved)).toISOString();
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The Sunday on or before a day. */
export const weekOf = (day: string): string => addDays(day, -new Date(`${day}T00:00:00Z`).getUTCDay());
export const daysOf = (week: string): string[] =>
  Array.from({ length: DAYS_IN_WEEK }, (_one, n) => addDays(week, n));
