export const UNITS = ['second', 'minute', 'hour', 'day'] as const;
export type TimeUnit = (typeof UNITS)[number];
export const SECONDS_OF: Record<TimeUnit, number> = { second: 1, minute: 60, hour: 3_600, day: 86_400 };

/** The largest unit in which a time is a whole number. */
export function unitOf(seconds: number | null): TimeUnit {
  if (!seconds) return 'second';
  return [...UNITS].reverse().find((unit) => seconds % SECONDS_OF[unit] === 0) ?? 'second';
}

/** 5400 → 1 hour, 30 minutes, in the words of a language; its largest unit is hours from the second day on. */
export function durationText(seconds: number, locale: string): string {
  const sign = seconds < 0 ? '−' : '';
  let left = Math.abs(Math.round(seconds));
  const parts: string[] = [];
  for (const unit of ['hour', 'minute', 'second'] as const) {
    const count = Math.floor(left / SECONDS_OF[unit]);
    left -= count * SECONDS_OF[unit];
    if (count > 0)
      parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count));
  }
  const zero = () =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(0);
  return sign + (new Intl.ListFormat(locale, { type: 'unit' }).format(parts) || zero());
}
