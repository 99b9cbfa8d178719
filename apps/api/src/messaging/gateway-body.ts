import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

/** Photos come inside the message, in base64. */
const LIMIT = '12mb';
const WEBHOOK = /^\/api\/v1\/messaging\/events\/?(\?|$)/;
const readRaw = express.raw({ type: () => true, limit: LIMIT, inflate: false });

/** Keeps the body as the bytes that were signed. */
function readGatewayBody(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'POST' || !WEBHOOK.test(request.originalUrl)) return next();
  readRaw(request, response, next);
}

/** Goes before the api's general parsers. */
export function receiveGateway(app: NestExpressApplication): void {
  app.use(readGatewayBody);
}
