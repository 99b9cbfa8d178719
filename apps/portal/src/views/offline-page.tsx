import type { PageContext } from './page-context.js';
import { Layout } from './layout.js';

/** Shown by an installed portal without network: emergency numbers only, no personal data. */
export function OfflinePage({ pageContext }: { pageContext: PageContext }) {
  const { texts } = pageContext;
  return (
    <Layout pageContext={pageContext} title={texts.offline.title} path="">
      <div className="narrow">
        <h1>{texts.offline.title}</h1>
        <p className="lead">{texts.offline.text}</p>
      </div>
    </Layout>
  );
}
