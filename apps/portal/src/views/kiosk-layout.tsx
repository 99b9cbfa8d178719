import type { ReactNode } from 'react';
import type { KioskCentre } from '#wasl/channels';
import { directionOf } from '#wasl/kernel';
import { assetUrl } from '../http/assets.js';
import type { PageContext } from './page-context.js';
import { Head } from './head.js';

interface Props {
  pageContext: PageContext;
  centre: KioskCentre;
  title: string;
  faulty?: boolean;
  /** the page's form, so that changing the language keeps what was typed */
  form?: string;
  /** where that form goes, after the centre's own address */
  formPath?: string;
  children: ReactNode;
}

/** Layout of kiosk pages: no links out, and touch targets large enough for fingers. */
export function KioskLayout({ pageContext, centre, title, faulty, form, formPath = '', children }: Props) {
  const { language, other, texts } = pageContext;
  const name = <span lang={other}>{texts.site.otherLanguage}</span>;
  return (
    <html lang={language} dir={directionOf(language)} className="kiosk">
      <Head
        language={language}
        title={`${faulty ? texts.form.errorPrefix : ''}${title} – ${centre.name[language]}`}
        styles={['kiosk.css']}
        shared
      />
      <body>
        <header>
          <div className="wide bar">
            <p className="brand">
              <img src={assetUrl('icon.svg')} alt="" width="48" height="48" />
              <strong>{centre.name[language]}</strong>
            </p>
            {form ? (
              <button
                className="language"
                type="submit"
                form={form}
                name="go"
                value="stay"
                formAction={`/${other}/kiosk/${centre.key}${formPath}`}
                formNoValidate
              >
                {name}
              </button>
            ) : (
              <a className="language" href={`/${other}/kiosk/${centre.key}`} hrefLang={other}>
                {name}
              </a>
            )}
          </div>
        </header>
        <main id="content">
          <div className="narrow">{children}</div>
        </main>
      </body>
    </html>
  );
}
