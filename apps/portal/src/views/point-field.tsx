import type { Draft } from '../forms/draft.js';
import { parsePoint } from '../forms/location.js';
import type { Texts } from '../texts/index.js';

/**
 * A point on the map, which only the visitor's device can give: the script shows the button where geolocation is allowed.
 * An existing point can be removed without scripts.
 */
export function PointField({ draft, texts: { file } }: { draft: Draft; texts: Texts }) {
  const point = parsePoint(draft);
  return (
    <div className="point" data-locating={file.locating} data-not-located={file.notLocated}>
      <input type="hidden" name="lat" value={point ? String(point.lat) : ''} />
      <input type="hidden" name="long" value={point ? String(point.long) : ''} />
      <button className="quiet" type="button" data-locate hidden>
        {file.locate}
      </button>
      <p aria-live="polite" data-located />
      <p data-point hidden={!point}>
        {file.pointSet}{' '}
        <button className="link" type="submit" name="go" value="drop-point" formNoValidate>
          {file.dropPoint}
        </button>
      </p>
    </div>
  );
}
