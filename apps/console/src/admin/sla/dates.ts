import { localeOf } from '../../i18n/format.js';
import type { Language } from '../../i18n/languages.js';

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** A day of the civil calendar, `YYYY-MM-DD`, with its weekday. */
export const dayText = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(noon(day));

/** What an Islamic month is called. @param begins its first day, as computed */
export const islamicMonthText = (begins: string, language: Language): string =>
  new Intl.DateTimeFormat(`${localeOf(language).split('-u-')[0]}-u-ca-islamic-umalqura-nu-latn`, {
    month: 'long',
    timeZone: 'UTC',
  }).format(noon(begins));

/** A moment on the clocks of a zone. */
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
 * The moment at which the clocks of a zone show a time (`YYYY-MM-DDTHH:MM`). Of a time that they show twice, the first;
 * of one that they leave out, that much later.
 */
export function momentIn(zone: string, shown: string): string {
  const wall = Date.parse(`${shown}:00Z`);
  const offset = (at: number) => wallOf(zone, at) - at;
  // The offsets of the day before and after are the only ones that can hold.
  const [before, after] = [offset(wall - 86_400_000), offset(wall + 86_400_000)];
  const fits = [before, after].map((ms) => wall - ms).find((at) => wallOf(zone, at) === wall);
  return new Date(fits ?? wall - before).toISOString();
}

/** What the clocks of a zone show at a moment, as if they stood in Greenwich. */
function wallOf(zone: string, at: number): number {
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
