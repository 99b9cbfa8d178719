import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { directionOf, isLanguage, type Language } from './languages.js';

const STORED = 'wasl.language';

const texts: Record<Language, () => Promise<{ default: Record<string, unknown> }>> = {
  ar: () => import('./ar.json'),
  en: () => import('./en.json'),
};

/** The language chosen before, the browser's, or Arabic. */
function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'ar';
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  i18next.addResourceBundle(language, 'translation', (await texts[language]()).default);
}

/** The texts of any language, for what is handed to a requester. */
export async function textsIn(language: Language): Promise<TFunction> {
  await load(language);
  return i18next.getFixedT(language);
}

/** `lang` and `dir` must change together for screen readers and layout. */
function mark(language: Language): void {
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    partialBundledLanguages: true,
    fallbackLng: false,
    supportedLngs: ['ar', 'en'],
    interpolation: { escapeValue: false },
  });
  await switchLanguage(firstLanguage());
}

/** Switches the language without a reload, so that no input is lost. */
export async function switchLanguage(language: Language): Promise<void> {
  await load(language);
  mark(language);
  localStorage.setItem(STORED, language);
  await i18next.changeLanguage(language);
}

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'ar');
