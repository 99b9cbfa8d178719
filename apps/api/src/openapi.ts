import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { RuntimeSettings } from '#wasl/platform';

/** Builds the OpenAPI document from the controllers and DTOs. */
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

/** The description also helps attackers, so it is served only when a setting enables it. */
export function serveOpenApi(app: INestApplication, settings: Pick<RuntimeSettings, 'API_DOCS'>): void {
  if (!settings.API_DOCS) return;
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Wasl API',
  });
}
