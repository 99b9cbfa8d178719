import i18next, { type i18n } from 'i18next';
import { isUiLanguage, type UiLanguage } from '#wasl/kernel';
import { problemsAr } from './problems.ar.js';
import { problemsEn } from './problems.en.js';

export const problemTexts: i18n = i18next.createInstance();
void problemTexts.init({
  lng: 'en',
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  resources: { ar: { translation: problemsAr }, en: { translation: problemsEn } },
});

/** The best supported language for an Accept-Language header (RFC 9110 §12.5.4), or `fallback`. */
export function preferredLanguage(header: string | undefined, fallback: UiLanguage = 'en'): UiLanguage {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag, ...params] = part.trim().split(';');
      const q = params.map((p) => p.trim()).find((p) => p.startsWith('q='));
      return { language: tag!.split('-')[0]!.toLowerCase(), q: q ? Number(q.slice(2)) : 1 };
    })
    .filter((range) => isUiLanguage(range.language) && range.q > 0)
    .sort((a, b) => b.q - a.q);
  return (wanted[0]?.language as UiLanguage | undefined) ?? fallback;
}
