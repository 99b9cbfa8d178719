const pad = (value: number) => String(value).padStart(2, '0');

/** As a field of the page has it: by the reader's own clock, to the minute. */
const written = (at: Date): string =>
  `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}`;

/** The whole day before this moment, on the reader's own calendar. */
export function yesterday(now: Date): { from: string; to: string } {
  const day = (back: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - back);
  return { from: written(day(1)), to: written(day(0)) };
}
