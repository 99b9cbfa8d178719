import type { PageContext } from './page-context.js';
import { Layout } from './layout.js';

interface Props {
  pageContext: PageContext;
  /** path after the language */
  path: string;
  title: string;
  text: string;
  /** number of the report, formatted in groups */
  number?: string;
  /** label of the button; without it the page offers no action */
  button?: string;
}

/** The page behind a link in a notice. Opening it changes nothing, because mail scanners open links too. */
export function ReportLinkPage({ pageContext, path, title, text, number, button }: Props) {
  return (
    <Layout pageContext={pageContext} title={title} path={path}>
      <div className="narrow">
        <h1>{title}</h1>
        {number && (
          <p className="number">
            {pageContext.texts.report.title} <bdi dir="ltr">{number}</bdi>
          </p>
        )}
        <p className="lead">{text}</p>
        {button && (
          <form method="post" action={`/${pageContext.language}${path}`}>
            <div className="buttons">
              <button type="submit">{button}</button>
            </div>
          </form>
        )}
      </div>
    </Layout>
  );
}
