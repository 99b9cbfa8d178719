import type { NextFunction, Request, Response } from 'express';
import { forbidden } from '#wasl/kernel';
import { isForeignOrigin, portalUrl, type RunningSettings } from '#wasl/platform';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Forms are taken from our own pages only. A browser says where a form came from, and no page can make it lie. */
export function refuseForeignWrites(settings: RunningSettings) {
  const ours = [new URL(portalUrl(settings)).origin];
  return (request: Request, _response: Response, next: NextFunction): void => {
    const foreign =
      !READS.has(request.method) &&
      (request.headers['sec-fetch-site'] === 'cross-site' ||
        isForeignOrigin(request.headers.origin, request.headers.host, ours));
    next(foreign ? forbidden('origin.foreign') : undefined);
  };
}
