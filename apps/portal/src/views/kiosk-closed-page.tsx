import type { KioskCentre } from '#wasl/channels';
import type { PageContext } from './page-context.js';
import { KioskLayout } from './kiosk-layout.js';

export function KioskClosedPage({ pageContext, centre }: { pageContext: PageContext; centre: KioskCentre }) {
  const { kiosk } = pageContext.texts;
  return (
    <KioskLayout pageContext={pageContext} centre={centre} title={kiosk.closed}>
      <h1>{kiosk.closed}</h1>
      <p className="lead">{kiosk.closedText}</p>
      {centre.opensAt && (
        <p>
          {kiosk.opensAt} <time dateTime={centre.opensAt}>{pageContext.moment(centre.opensAt)}</time>
        </p>
      )}
    </KioskLayout>
  );
}
