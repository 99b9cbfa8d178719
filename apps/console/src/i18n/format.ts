import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Localized } from './languages.js';

/**
 * Month names differ between Arabic-speaking countries: the browser's own Arabic is preferred. Digits stay 0–9, and the
 * calendar is the civil one everywhere. English has two orders of day and month: the day comes first, as in Arabic.
 */
export function localeOf(language: Language): string {
  if (language === 'en') return 'en-GB';
  const own = navigator.languages.find((tag) => tag.startsWith('ar-')) ?? 'ar-BH';
  return `${own.split('-u-')[0]}-u-ca-gregory-nu-latn`;
}

const COMMA: Localized = { ar: '،', en: ',' };

const DAY = 86_400_000;
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', DAY],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

export interface Formats {
  language: Language;
  /** the text of this interface's language */
  localized(name: Localized): string;
  time(at: string): string;
  dateTime(at: string): string;
  date(at: string): string;
  /** today: time; this year: day and month; otherwise the date */
  short(at: string, now: number): string;
  /** a day that stands for itself, `YYYY-MM-DD` */
  writtenDay(day: string): string;
  /** a day and time of no time zone, `YYYY-MM-DDTHH:MM` */
  writtenDayTime(dayTime: string): string;
  relative(milliseconds: number): string;
  number(value: number): string;
  percent(value: number): string;
}

export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'ar';
  return useMemo(() => formatsOf(language), [language]);
}

export function formatsOf(language: Language): Formats {
  const locale = localeOf(language);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const full = new Intl.DateTimeFormat(locale, {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const written = new Intl.DateTimeFormat(locale, { ...day, timeZone: 'UTC' });
  const dayMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
  const date = new Intl.DateTimeFormat(locale, day);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return {
    language,
    localized: (name) => name[language],
    time: (at) => time.format(new Date(at)),
    dateTime: (at) => full.format(new Date(at)),
    date: (at) => date.format(new Date(at)),
    writtenDay: (text) => written.format(new Date(`${text}T00:00:00Z`)),
    writtenDayTime: (text) =>
      `${written.format(new Date(`${text}:00Z`))}${COMMA[language]} ${text.slice(11)}`,
    short(at, now) {
      const then = new Date(at);
      const today = new Date(now);
      if (then.toDateString() === today.toDateString()) return time.format(then);
      return (then.getFullYear() === today.getFullYear() ? dayMonth : date).format(then);
    },
    relative(milliseconds) {
      for (const [unit, length] of UNITS) {
        if (Math.abs(milliseconds) >= length) return relative.format(Math.trunc(milliseconds / length), unit);
      }
      return relative.format(0, 'minute');
    },
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
  };
}

/** 75 → 1:15, 3675 → 1:01:15; identical in all languages, left to right. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${pad(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(whole % 60)}`;
}
