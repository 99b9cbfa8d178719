import type { Frame } from './frame.js';
import { Layout } from './layout.js';

/** Shown by an installed portal without network: emergency numbers only, no personal data. */
export function OfflinePage({ frame }: { frame: Frame }) {
  const { texts } = frame;
  return (
    <Layout frame={frame} title={texts.offline.title} path="">
      <div className="narrow">
        <h1>{texts.offline.title}</h1>
        <p className="lead">{texts.offline.text}</p>
      </div>
    </Layout>
  );
}
