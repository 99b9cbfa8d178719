import { directionOf, type UiLanguage } from '#wasl/kernel';
import { assetUrl } from '../http/assets.js';
import { TEXTS, type Texts } from '../texts/index.js';
import { Head } from './head.js';

interface Props {
  problem: Exclude<keyof Texts['problems'], 'home'>;
  language: UiLanguage;
  /** when the address does not tell the visitor's language, both are shown */
  both: boolean;
}

/** Needs neither the database nor the country profile, because it must render when they fail. */
export function ErrorPage({ problem, language, both }: Props) {
  const languages: UiLanguage[] = both ? [language, language === 'ar' ? 'en' : 'ar'] : [language];
  const [title] = TEXTS[language].problems[problem];
  return (
    <html lang={language} dir={directionOf(language)}>
      <Head language={language} title={`${title} – ${TEXTS[language].site.name}`} />
      <body>
        <main className="narrow problem" id="content">
          <img src={assetUrl('icon.svg')} alt="" width="56" height="56" />
          {languages.map((one, index) => (
            <Words key={one} problem={problem} language={one} first={index === 0} />
          ))}
        </main>
      </body>
    </html>
  );
}

function Words({
  problem,
  language,
  first,
}: {
  problem: Props['problem'];
  language: UiLanguage;
  first: boolean;
}) {
  const texts = TEXTS[language];
  const [title, text] = texts.problems[problem];
  const Title = first ? 'h1' : 'h2';
  return (
    <section lang={language} dir={directionOf(language)}>
      <Title>{title}</Title>
      <p>{text}</p>
      <p>
        <a href={`/${language}`}>{texts.problems.home}</a>
      </p>
    </section>
  );
}
