import type { NextFunction, Request, Response } from 'express';
import type { Metrics } from '../metrics/metrics.js';

/** Measures each request under its route pattern, because real paths contain ticket numbers. */
export function measureRequests(metrics: Metrics) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const end = metrics.httpSeconds.startTimer({ method: request.method });
    response.once('finish', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'unmatched';
      end({ route: String(route), status: `${Math.floor(response.statusCode / 100)}xx` });
    });
    next();
  };
}
