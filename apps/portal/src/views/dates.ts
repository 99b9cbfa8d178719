import type { CountryProfile } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';

type Profile = Pick<CountryProfile, 'code' | 'zones' | 'latinDigits'>;

/**
 * Dates as people of the country write them: their month names (مارس or آذار) and digits, the civil calendar, the
 * country's own zone wherever the reader is.
 */
export function dateFormatter(language: UiLanguage, country: Profile) {
  const digits = language === 'ar' && country.latinDigits ? '-nu-latn' : '';
  // English has no month names by country, but two orders of day and month; one of them is understood everywhere.
  const place = language === 'en' ? 'GB' : country.code.toUpperCase();
  const locale = `${language}-${place}-u-ca-gregory${digits}`;
  const timeZone = country.zones[0];
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const moment = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: 'numeric', minute: '2-digit' });
  return {
    clock: (iso: string) => clock.format(new Date(iso)),
    day: (iso: string) => day.format(new Date(iso)),
    moment: (iso: string) => moment.format(new Date(iso)),
  };
}
