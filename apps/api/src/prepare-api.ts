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

/** A department's roster of a month, and the rules of all queues, are one document each. */
const LARGER_BODIES: LargerBodies[] = [
  { path: /^\/api\/v1\/admin\/(?:roster|routing)(?:\/|$)/, bounds: { ...BODY_BOUNDS, values: 30_000 } },
];

/** Configures a created application before it listens; tests use the same function. */
export function prepareApi(
  app: NestExpressApplication,
  settings: RunningSettings,
  consoleFolder?: string,
): void {
  app.set('trust proxy', settings.TRUST_PROXY);
  // Before any body is parsed, so that requests for unserved hosts cost nothing.
  app.use(separateHosts(settings));
  receiveCti(app);
  receiveGateway(app);
  receiveOpen311(app);
  prepareHttp(app, settings, app.get(Metrics), {
    url: apiUrl(settings),
    largerBodies: LARGER_BODIES,
    // Open311 requests carry their credentials in the form itself, and the convention allows pages of other sites.
    open: ['/open311/'],
  });
  serveOpenApi(app, settings);
  serveConsole(app, consoleFolder);
  app.get(LiveServer).attach(app.getHttpServer());
  app.enableShutdownHooks([]);
}
