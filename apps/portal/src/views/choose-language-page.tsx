import { directionOf, type UiLanguage } from '#wasl/kernel';
import type { CountryProfile } from '#wasl/country';
import { assetUrl } from '../http/assets.js';
import { TEXTS } from '../texts/index.js';
import { Head } from './head.js';

/** The first page of a first visit: each language in its own words, the likelier one first. */
export function ChooseLanguagePage({ likely, country }: { likely: UiLanguage; country: CountryProfile }) {
  const languages: UiLanguage[] = [likely, likely === 'ar' ? 'en' : 'ar'];
  return (
    <html lang={likely} dir={directionOf(likely)}>
      <Head language={likely} title={`${TEXTS[likely].site.name} – ${TEXTS[likely].site.of}`} />
      <body>
        <main className="narrow choose" id="content">
          <img src={assetUrl('icon.svg')} alt="" width="88" height="88" />
          <h1>
            {languages.map((language) => (
              <span key={language} lang={language} dir={directionOf(language)}>
                {TEXTS[language].site.of} <small>{country.name[language]}</small>
              </span>
            ))}
          </h1>
          <ul className="languages">
            {languages.map((language) => (
              <li key={language}>
                <a
                  className="button"
                  href={`/${language}`}
                  lang={language}
                  hrefLang={language}
                  dir={directionOf(language)}
                >
                  {language === 'ar' ? 'العربية' : 'English'}
                </a>
              </li>
            ))}
          </ul>
        </main>
      </body>
    </html>
  );
}
