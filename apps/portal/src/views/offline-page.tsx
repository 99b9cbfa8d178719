import type { Frame } from './frame.js';
import { Layout } from './layout.js';

/** What an installed portal shows without a network: the numbers that can be called, and nothing of anybody's. */
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
