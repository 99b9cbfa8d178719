/** The languages in which Wasl's own texts exist. A country profile names others for content. */
export const UI_LANGUAGES = ['ar', 'en'] as const;
export type UiLanguage = (typeof UI_LANGUAGES)[number];

/** Text that exists in every interface language. */
export type Localized = Record<UiLanguage, string>;

export function isUiLanguage(value: unknown): value is UiLanguage {
  return UI_LANGUAGES.includes(value as UiLanguage);
}

/** Writing direction of a language; always set `lang` and `dir` together. */
export function directionOf(language: string): 'rtl' | 'ltr' {
  return /^(ar|fa|he|ur)\b/.test(language) ? 'rtl' : 'ltr';
}
