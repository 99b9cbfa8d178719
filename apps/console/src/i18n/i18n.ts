import i18next, { type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { directionOf, isLanguage, type Language } from './languages.js';

const STORED = 'wasl.language';

type Texts = Record<Language, () => Promise<{ default: Record<string, unknown> }>>;

/** What is shown before somebody has signed in, and when something fails. */
const startTexts: Texts = {
  ar: () => import('./start.ar.json'),
  en: () => import('./start.en.json'),
};
const pageTexts: Texts = {
  ar: () => import('./ar.json'),
  en: () => import('./en.json'),
};
const wanted = new Set([startTexts]);
const loaded = new Set<Texts[Language]>();

/** The language chosen before, the browser's, or Arabic. */
function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'ar';
}

/** Also what becomes wanted meanwhile, because a loop over a set comes to what is added to it. */
async function load(language: Language): Promise<void> {
  for (const { [language]: part } of wanted) {
    if (loaded.has(part)) continue;
    i18next.addResourceBundle(language, 'translation', (await part()).default, true);
    loaded.add(part);
  }
}

/** Loads a page and the texts of all pages: at first there are only those of the sign-in page. */
export async function withTexts<Page>(page: Promise<Page>): Promise<Page> {
  wanted.add(pageTexts);
  await startInLanguage();
  const [found] = await Promise.all([page, load(currentLanguage())]);
  return found;
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

let starting: Promise<void> | undefined;

/** Started by whoever is first: the router loads the page of the URL before the first line of main.tsx is run. */
export const startInLanguage = (): Promise<void> => (starting ??= start());

async function start(): Promise<void> {
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
