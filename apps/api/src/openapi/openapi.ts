import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { apiUrl, type RuntimeSettings, SESSION_COOKIE } from '#wasl/platform';
import { completeDocument } from './complete-document.js';
import { operationFacts, operationIdOf } from './operation-facts.js';
import { toOpenApi31 } from './to-openapi-31.js';

const DESCRIPTION = `One number, one case, every channel.

Errors are \`application/problem+json\` (RFC 9457); the \`code\` never changes. Programs sign in with a token in
\`Authorization: Bearer\`. See apps/api/using-the-api.md in the repository.`;

/** Builds the OpenAPI document from the controllers and DTOs, and from the lists beside this file. */
export function openApiDocument(app: INestApplication, url?: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Wasl')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(url ?? 'http://localhost:3000', url ? undefined : 'npm start')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', description: 'the session of a person' })
    .addSecurity('bearer', { type: 'http', scheme: 'bearer', description: 'the token of a program' })
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: operationIdOf });
  const complete = completeDocument(document, operationFacts(app));
  return { ...(toOpenApi31(complete) as OpenAPIObject), openapi: '3.1.1' };
}

/** The description also helps attackers, so it is served only when a setting enables it. */
export function serveOpenApi(app: INestApplication, settings: RuntimeSettings): void {
  if (!settings.API_DOCS) return;
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app, apiUrl(settings)), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Wasl API',
  });
}
