import type { KioskCentre } from '#wasl/channels';
import type { Frame } from './frame.js';
import { KioskLayout } from './kiosk-layout.js';

export function KioskClosedPage({ frame, centre }: { frame: Frame; centre: KioskCentre }) {
  const { kiosk } = frame.texts;
  return (
    <KioskLayout frame={frame} centre={centre} title={kiosk.closed}>
      <h1>{kiosk.closed}</h1>
      <p className="lead">{kiosk.closedText}</p>
      {centre.opensAt && (
        <p>
          {kiosk.opensAt} <time dateTime={centre.opensAt}>{frame.moment(centre.opensAt)}</time>
        </p>
      )}
    </KioskLayout>
  );
}
