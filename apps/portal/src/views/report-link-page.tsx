import type { Frame } from './frame.js';
import { Layout } from './layout.js';

interface Props {
  frame: Frame;
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
export function ReportLinkPage({ frame, path, title, text, number, button }: Props) {
  return (
    <Layout frame={frame} title={title} path={path}>
      <div className="narrow">
        <h1>{title}</h1>
        {number && (
          <p className="number">
            {frame.texts.report.title} <bdi dir="ltr">{number}</bdi>
          </p>
        )}
        <p className="lead">{text}</p>
        {button && (
          <form method="post" action={`/${frame.language}${path}`}>
            <div className="buttons">
              <button type="submit">{button}</button>
            </div>
          </form>
        )}
      </div>
    </Layout>
  );
}
