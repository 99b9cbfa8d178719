import type { NestExpressApplication } from '@nestjs/platform-express';
import { apiUrl, Metrics, prepareHttp, type RunningSettings } from '#wasl/platform';
import { receiveCti } from './cti/cti-body.js';
import { serveConsole } from './console/serve-console.js';
import { receiveGateway } from './messaging/gateway-body.js';
import { receiveOpen311 } from './open311/open311-body.js';
import { LiveServer } from './live/live-server.js';
import { serveOpenApi } from './openapi.js';

/** Everything between a made application and one that listens; tests do the same. */
export function prepareApi(
  app: NestExpressApplication,
  settings: RunningSettings,
  consoleFolder?: string,
): void {
  receiveCti(app);
  receiveGateway(app);
  receiveOpen311(app);
  // What Open311 is told is in the form itself; its convention lets pages of all sites use it.
  prepareHttp(app, settings, app.get(Metrics), apiUrl(settings), ['/open311/']);
  serveOpenApi(app, settings);
  serveConsole(app, consoleFolder);
  app.get(LiveServer).attach(app.getHttpServer());
  app.enableShutdownHooks([]);
}
