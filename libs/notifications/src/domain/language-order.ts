import { directionOf, isUiLanguage, type UiLanguage } from '#wasl/kernel';

/** The order of languages to try: those requested, then the country's, then English and Arabic. */
export function languageOrder(asked: readonly string[], country: readonly string[]): string[] {
  return [...new Set([...asked, ...country, 'en', 'ar'])];
}

/** Names and pages exist in Arabic and English; other languages use the one with the same script direction. */
export function nearestUiLanguage(language: string): UiLanguage {
  if (isUiLanguage(language)) return language;
  return directionOf(language) === 'rtl' ? 'ar' : 'en';
}
