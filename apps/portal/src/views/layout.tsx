import type { ReactNode } from 'react';
import { directionOf } from '#wasl/kernel';
import { assetUrl } from '../http/assets.js';
import type { PageContext } from './page-context.js';
import { Head } from './head.js';
import { ShortNumbers } from './short-numbers.js';

export interface LayoutProps {
  pageContext: PageContext;
  title: string;
  /** the page's address after the language, such as `/track` */
  path: string;
  /** the page's form: switching the language submits it, so that typed text is kept */
  form?: string;
  /** where that form goes, when not to the page's own address */
  formPath?: string;
  /** something must be corrected */
  faulty?: boolean;
  /** scripts of this page alone */
  scripts?: string[];
  children: ReactNode;
}

/** The id of the form whose content must survive a language switch. */
export const MAIN_FORM = 'main-form';

export function Layout({ pageContext, title, path, form, formPath, faulty, scripts, children }: LayoutProps) {
  const { language, texts } = pageContext;
  return (
    <html lang={language} dir={directionOf(language)}>
      <Head
        language={language}
        scripts={scripts}
        title={`${faulty ? texts.form.errorPrefix : ''}${title} – ${texts.site.name}`}
      />
      <body>
        <a className="skip" href="#content">
          {texts.site.skip}
        </a>
        <Header pageContext={pageContext} path={path} form={form} formPath={formPath} />
        <main id="content">{children}</main>
        <footer>
          <div className="wide">
            <ShortNumbers pageContext={pageContext} />
            <p>{texts.site.privacy}</p>
            <p className="of">
              {texts.site.of} · {pageContext.country.name[language]}
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}

type HeaderProps = Pick<LayoutProps, 'pageContext' | 'path' | 'form' | 'formPath'>;

function Header({ pageContext, path, form, formPath }: HeaderProps) {
  const { language, texts } = pageContext;
  const here = (page: string) => (path === page ? ({ 'aria-current': 'page' } as const) : {});
  return (
    <header>
      <div className="wide bar">
        <a className="brand" href={`/${language}`}>
          <img src={assetUrl('icon.svg')} alt="" width="40" height="40" />
          <span>
            <strong>{texts.site.name}</strong>
            <small>{pageContext.country.name[language]}</small>
          </span>
        </a>
        <LanguageSwitch pageContext={pageContext} path={path} form={form} formPath={formPath} />
        <nav aria-label={texts.site.menu}>
          <a href={`/${language}`} {...here('')}>
            {texts.site.home}
          </a>
          <a href={`/${language}/new`} {...here('/new')}>
            {texts.site.file}
          </a>
          <a href={`/${language}/chat`} {...here('/chat')}>
            {texts.chat.title}
          </a>
          <a href={`/${language}/track`} {...here('/track')}>
            {texts.site.track}
          </a>
          <a href={`/${language}/me`} {...here('/me')}>
            {texts.me.title}
          </a>
        </nav>
      </div>
    </header>
  );
}

/**
 * A link, or on a page with a form a button that submits the form to the same page in the other language. The Enter key
 * presses the first button of a form, so the form's own "next" button must come before this one.
 */
function LanguageSwitch({ pageContext, path, form, formPath }: HeaderProps) {
  const { other, texts } = pageContext;
  const name = <span lang={other}>{texts.site.otherLanguage}</span>;
  if (!form) {
    return (
      <a className="language" href={`/${other}${path}`} hrefLang={other}>
        {name}
      </a>
    );
  }
  return (
    <>
      <button type="submit" form={form} name="go" value="next" tabIndex={-1} aria-hidden="true" hidden />
      <button
        className="language"
        type="submit"
        form={form}
        name="go"
        value="stay"
        formAction={`/${other}${formPath ?? path}`}
        formNoValidate
      >
        {name}
      </button>
    </>
  );
}
