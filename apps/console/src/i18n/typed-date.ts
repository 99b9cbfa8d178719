import { LANGUAGES, type Language } from './languages.js';

/** Latin digits and plain spaces: people type the digits of their keyboard, and formatted dates hold marks of direction. */
const plain = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/[\s\u00a0\u202f،,]+/g, ' ')
    .trim()
    .toLowerCase();

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2999;
const DAY_FIRST = /^(\d{1,2})\s?[/.\-\s]\s?(\d{1,2})\s?[/.\-\s]\s?(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
const NAMED = /^(\d{1,2}) ?([^\d\s]+) ?(\d{4})$/;
const TIME = /^(.+?)(?: |t)(\d{1,2}):(\d{2})(?::00)?$/;

const pad = (value: number) => String(value).padStart(2, '0');

/** The months as the console and others write them: `mar`, `march`, `مارس`, and `آذار` in the east of the Arab world. */
const MONTH_TAGS: Record<Language, string[]> = {
  en: ['en-GB'],
  ar: ['ar-BH', 'ar-LB', 'ar-DZ', 'ar-MA'],
};
let monthNames: Map<string, number> | undefined;
function monthOf(name: string): number | undefined {
  monthNames ??= new Map(
    LANGUAGES.flatMap((language) =>
      MONTH_TAGS[language].flatMap((tag) =>
        (['short', 'long'] as const).flatMap((month) => {
          const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory`, { month, timeZone: 'UTC' });
          return Array.from({ length: 12 }, (_, n): [string, number] => [
            plain(format.format(Date.UTC(2026, n, 15))),
            n + 1,
          ]);
        }),
      ),
    ),
  );
  return monthNames.get(name.replace(/\.$/, ''));
}

/** @returns the day that a person typed, `YYYY-MM-DD`: the day first, the month by number or name; null for no day */
export function readDay(typed: string): string | null {
  const text = plain(typed);
  const iso = YEAR_FIRST.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = DAY_FIRST.exec(text) ?? NAMED.exec(text);
  if (!parts) return null;
  const month = /^\d/.test(parts[2]!) ? Number(parts[2]) : monthOf(parts[2]!);
  return month === undefined ? null : dayOf(Number(parts[3]), month, Number(parts[1]));
}

/** @returns the day and time that a person typed, `YYYY-MM-DDTHH:MM`; midnight when there is no time */
export function readDayTime(typed: string): string | null {
  const text = plain(typed);
  const [, day = text, hours = '0', minutes = '00'] = TIME.exec(text) ?? [];
  const found = readDay(day);
  const time = readTime(`${hours}:${minutes}`);
  return found && time && `${found}T${time}`;
}

/** @returns the time of day that a person typed, `HH:MM`; null for none */
export function readTime(typed: string): string | null {
  const [, hours, minutes] = /^(\d{1,2})[:.]?(\d{2})$/.exec(plain(typed)) ?? [];
  if (!hours || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${pad(Number(hours))}:${minutes}`;
}

function dayOf(year: number, month: number, day: number): string | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal ? `${year}-${pad(month)}-${pad(day)}` : null;
}
