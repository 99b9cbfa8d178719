import type { Language } from '../../i18n/languages.js';

/** The name of a language in the reader's own: `fr` is French, or الفرنسية. */
export function languageName(language: string, reader: Language): string {
  return new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' }).of(language) ?? language;
}

/** Text direction of a language; a country may use languages other than those of the interface. */
export const languageDirection = (language: string): 'rtl' | 'ltr' =>
  /^(ar|fa|he|ur)$/.test(language) ? 'rtl' : 'ltr';
