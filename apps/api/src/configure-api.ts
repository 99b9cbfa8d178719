import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  apiUrl,
  BODY_BOUNDS,
  type LargerBodies,
  Metrics,
  configureHttpApp,
  type RuntimeSettings,
  separateHosts,
} from '#wasl/platform';
import { useCtiBodyParser } from './cti/cti-body.js';
import { serveConsole } from './console/serve-console.js';
import { useGatewayBodyParser } from './messaging/gateway-body.js';
import { useOpen311BodyParser } from './open311/open311-body.js';
import { useLogoutTokenBodyParser } from './session/oidc/logout-token-body.js';
import { LiveServer } from './live/live-server.js';
import { serveOpenApi } from './openapi/openapi.js';

/** A department's roster of a month, and the rules of all queues, are one document each. */
const LARGER_BODIES: LargerBodies[] = [
  { path: /^\/api\/v1\/admin\/(?:roster|routing)(?:\/|$)/, bounds: { ...BODY_BOUNDS, values: 30_000 } },
];

/** Configures a created application before it listens; tests use the same function. */
export function configureApi(
  app: NestExpressApplication,
  settings: RuntimeSettings,
  consoleFolder?: string,
): void {
  app.set('trust proxy', settings.TRUST_PROXY);
  // Before any body is parsed, so that requests for unserved hosts cost nothing.
  app.use(separateHosts(settings));
  useCtiBodyParser(app);
  useGatewayBodyParser(app);
  useOpen311BodyParser(app);
  useLogoutTokenBodyParser(app);
  configureHttpApp(app, settings, app.get(Metrics), {
    url: apiUrl(settings),
    largerBodies: LARGER_BODIES,
    // Open311 requests carry their credentials in the form itself, and the convention allows pages of other sites.
    crossSiteWritePaths: ['/open311/'],
  });
  serveOpenApi(app, settings);
  serveConsole(app, consoleFolder);
  app.get(LiveServer).attach(app.getHttpServer());
  app.enableShutdownHooks([]);
}
