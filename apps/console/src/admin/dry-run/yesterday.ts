const pad = (value: number) => String(value).padStart(2, '0');

/** Formats for a `datetime-local` input: local time, to the minute. */
const written = (at: Date): string =>
  `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;

/** The previous day in the user's time zone. */
export function yesterday(now: Date): { from: string; to: string } {
  const day = (back: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  return { from: written(day(1)), to: written(day(0)) };
}
