import type { Language } from '../../i18n/languages.js';

/** The name of a language in the reader's own: `fr` is French, or الفرنسية. */
export function languageName(language: string, reader: Language): string {
  return new Intl.DisplayNames([reader], { type: 'language', fallback: 'code' }).of(language) ?? language;
}

/** Which way a language is written; the country's may be others than ours. */
export const writtenFrom = (language: string): 'rtl' | 'ltr' =>
  /^(ar|fa|he|ur)$/.test(language) ? 'rtl' : 'ltr';
