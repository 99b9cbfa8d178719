import { localeOf } from '../../i18n/format.js';
import type { Language } from '../../i18n/languages.js';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** A Gregorian date, `YYYY-MM-DD`, with its weekday. */
export const dayText = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(noon(day));

/** The name of an Islamic month. @param begins its first day, as computed */
export const islamicMonthText = (begins: string, language: Language): string =>
  new Intl.DateTimeFormat(`${localeOf(language).split('-u-')[0]}-u-ca-islamic-umalqura-nu-latn`, {
    month: 'long',
    timeZone: 'UTC',
  }).format(noon(begins));

/** An instant in the local time of a zone. */
export const momentText = (at: string, zone: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: 'full',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(new Date(at));

export const dayAfter = (day: string, days: number): string =>
  new Date(noon(day).getTime() + days * 86_400_000).toISOString().slice(0, 10);

/**
 * The instant of a local time (`YYYY-MM-DDTHH:MM`) in a zone. An ambiguous time gives the first instant; a skipped
 * time is moved later by the size of the gap.
 */
export function momentIn(zone: string, shown: string): string {
  const wall = Date.parse(`${shown}:00Z`);
  const offset = (at: number) => localTimeAsUtc(zone, at) - at;
  // Only the offsets of the day before and the day after are possible.
  const [before, after] = [offset(wall - 86_400_000), offset(wall + 86_400_000)];
  const fits = [before, after].map((ms) => wall - ms).find((at) => localTimeAsUtc(zone, at) === wall);
  return new Date(fits ?? wall - before).toISOString();
}

/** The local time of a zone at an instant, expressed as if it were UTC. */
function localTimeAsUtc(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)!.value;
  const [day, time] = [
    ['year', 'month', 'day'].map((type) => part(type as Intl.DateTimeFormatPartTypes)).join('-'),
    ['hour', 'minute', 'second'].map((type) => part(type as Intl.DateTimeFormatPartTypes)).join(':'),
  ];
  return Date.parse(`${day}T${time}Z`);
}

/** `UTC+03:00` */
export function offsetText(minutes: number): string {
  const pad = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '−' : '+'}${pad(size / 60)}:${pad(size % 60)}`;
}
