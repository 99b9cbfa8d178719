import type { CountryProfile } from '#wasl/country';
import type { UiLanguage } from '#wasl/kernel';
import { TEXTS, type Texts } from '../texts/index.js';
import { dateFormatter } from './dates.js';

/** Language, texts, country and date formats for every page of one request. */
export interface PageContext {
  language: UiLanguage;
  other: UiLanguage;
  texts: Texts;
  country: CountryProfile;
  /** a time of day, a day, and a day with its time, in the country's zone */
  clock: (iso: string) => string;
  day: (iso: string) => string;
  moment: (iso: string) => string;
}

export function pageContextOf(language: UiLanguage, country: CountryProfile): PageContext {
  return {
    language,
    other: language === 'ar' ? 'en' : 'ar',
    texts: TEXTS[language],
    country,
    ...dateFormatter(language, country),
  };
}
