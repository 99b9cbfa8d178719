import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

/** Photos are part of the message, in base64. */
const LIMIT = '12mb';
const WEBHOOK = /^\/api\/v1\/messaging\/events\/?(\?|$)/;
const readRaw = express.raw({ type: () => true, limit: LIMIT, inflate: false });

/** Keeps the raw body, because the signature covers its bytes. */
function readGatewayBody(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'POST' || !WEBHOOK.test(request.originalUrl)) return next();
  readRaw(request, response, next);
}

/** Must be registered before the general parsers. */
export function useGatewayBodyParser(app: NestExpressApplication): void {
  app.use(readGatewayBody);
}
