import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { RunningSettings } from '#wasl/platform';

/** Describes the api from its controllers and their fields. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Wasl')
    .setDescription('One number, one case, every channel. Errors are application/problem+json (RFC 9457).')
    .setVersion('1')
    .addCookieAuth('wasl_session')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
}

/** The description of every endpoint helps whoever looks for a way in, too: served only where a setting asks for it. */
export function serveOpenApi(app: INestApplication, settings: Pick<RunningSettings, 'API_DOCS'>): void {
  if (!settings.API_DOCS) return;
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Wasl API',
  });
}
