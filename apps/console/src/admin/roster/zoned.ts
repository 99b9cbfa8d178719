const DAY_MS = 86_400_000;
export const DAYS_IN_WEEK = 7;

/** What the clocks of a zone show at a moment, as if it were UTC. */
function shown(at: number, zone: string): number {
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
  new Date(shown(new Date(at).getTime(), zone)).toISOString().slice(0, 10);
export const timeOf = (at: string | number, zone: string): string =>
  new Date(shown(new Date(at).getTime(), zone)).toISOString().slice(11, 16);

/**
 * The moment at which the clocks of a zone show a day (`YYYY-MM-DD`) and time (`HH:MM`, up to 24:00). An hour that the
 * clocks leave out counts as the one after it.
 */
export function momentOf(day: string, time: string, zone: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  const wanted = Date.parse(`${day}T00:00:00Z`) + (hours! * 60 + minutes!) * 60_000;
  const guess = wanted - (shown(wanted, zone) - wanted);
  const moved = guess - (shown(guess, zone) - wanted);
  return new Date(shown(moved, zone) === wanted ? moved : Math.max(guess, moved)).toISOString();
}

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The Sunday on or before a day. */
export const weekOf = (day: string): string => addDays(day, -new Date(`${day}T00:00:00Z`).getUTCDay());
export const daysOf = (week: string): string[] =>
  Array.from({ length: DAYS_IN_WEEK }, (_one, n) => addDays(week, n));
