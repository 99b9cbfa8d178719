import { directionOf, isUiLanguage, type UiLanguage } from '#wasl/kernel';

/** In which languages words are looked for, the best first: those asked for, then the country's in its order, then ours. */
export function languageOrder(asked: readonly string[], country: readonly string[]): string[] {
  return [...new Set([...asked, ...country, 'en', 'ar'])];
}

/** Names and pages exist in Arabic and English: for other languages, those of the same writing. */
export function nearestUiLanguage(language: string): UiLanguage {
  if (isUiLanguage(language)) return language;
  return directionOf(language) === 'rtl' ? 'ar' : 'en';
}
