import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Metrics, PinoLogger, portalUrl, configureHttpApp, type RuntimeSettings } from '#wasl/platform';
import { ChatServer } from './chat/chat-server.js';
import { PageErrorFilter } from './http/page-error.filter.js';
import { PortalModule } from './portal.module.js';

/** Photographs may be sent over slow networks. */
const FORM_TIMEOUT_MS = 180_000;

/** Creates the portal application, ready to listen. */
export async function createPortal(given: RuntimeSettings): Promise<NestExpressApplication> {
  const settings = withPortalDatabaseRole(given);
  const app = await NestFactory.create<NestExpressApplication>(PortalModule.forRoot(settings), {
    logger: new PinoLogger('portal', settings.LOG_LEVEL),
    bodyParser: false,
    abortOnError: false,
  });
  configurePortal(app, settings);
  return app;
}

/** The portal signs in to the database as a role of its own, when it is given one. */
export const withPortalDatabaseRole = (settings: RuntimeSettings): RuntimeSettings => ({
  ...settings,
  DATABASE_URL: settings.PORTAL_DATABASE_URL ?? settings.DATABASE_URL,
});

/** Configures a created portal application. Tests that replace a provider create the application themselves. */
export function configurePortal(app: NestExpressApplication, settings: RuntimeSettings): void {
  configureHttpApp(app, settings, app.get(Metrics), { url: portalUrl(settings), forms: true });
  app.useGlobalFilters(new PageErrorFilter());
  (app.getHttpServer() as Server).requestTimeout = FORM_TIMEOUT_MS;
  app.get(ChatServer).attach(app.getHttpServer() as Server);
}
