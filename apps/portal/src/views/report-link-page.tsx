import type { Frame } from './frame.js';
import { Layout } from './layout.js';

interface Props {
  frame: Frame;
  /** after the language */
  path: string;
  title: string;
  text: string;
  /** of the report, grouped */
  number?: string;
  /** what the button says; without one there is nothing to be done */
  button?: string;
}

/** The page behind a link of a notice. Opening it does nothing: programs that look through mail open links too. */
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
