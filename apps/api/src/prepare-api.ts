import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  apiUrl,
  BODY_BOUNDS,
  type LargerBodies,
  Metrics,
  prepareHttp,
  type RunningSettings,
  separateHosts,
} from '#wasl/platform';
import { receiveCti } from './cti/cti-body.js';
import { serveConsole } from './console/serve-console.js';
import { receiveGateway } from './messaging/gateway-body.js';
import { receiveOpen311 } from './open311/open311-body.js';
import { LiveServer } from './live/live-server.js';
import { serveOpenApi } from './openapi.js';

/** A roster of a department for a month, and the rules of all queues, are one document each. */
const LARGER_BODIES: LargerBodies[] = [
  { path: /^\/api\/v1\/admin\/(?:roster|routing)(?:\/|$)/, bounds: { ...BODY_BOUNDS, values: 30_000 } },
];

/** Everything between a made application and one that listens; tests do the same. */
export function prepareApi(
  app: NestExpressApplication,
  settings: RunningSettings,
  consoleFolder?: string,
): void {
  app.set('trust proxy', settings.TRUST_PROXY);
  // Before anything reads a body: what a host does not serve costs nothing.
  app.use(separateHosts(settings));
  receiveCti(app);
  receiveGateway(app);
  receiveOpen311(app);
  prepareHttp(app, settings, app.get(Metrics), {
    url: apiUrl(settings),
    largerBodies: LARGER_BODIES,
    // What Open311 is told is in the form itself; its convention lets pages of all sites use it.
    open: ['/open311/'],
  });
  serveOpenApi(app, settings);
  serveConsole(app, consoleFolder);
  app.get(LiveServer).attach(app.getHttpServer());
  app.enableShutdownHooks([]);
}
