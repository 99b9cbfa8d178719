import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

/** An event of an exchange is small. */
const LIMIT = '64kb';
const WEBHOOK = /^\/api\/v1\/cti\/[^/?]+(\/callback)?\/?(\?|$)/;

const readRaw = express.raw({ type: () => true, limit: LIMIT });

export interface CtiRequest extends Request {
  /** why the body could not be read; the webhook answers it in its own format */
  ctiFault?: unknown;
}

/**
 * Reads the webhook's body as bytes, whatever Content-Type it has or has not: exchanges are careless with it. A body
 * that another parser has read already stays as it is.
 */
export function readCtiBody(request: CtiRequest, response: Response, next: NextFunction): void {
  if (request.method !== 'POST' || !WEBHOOK.test(request.originalUrl)) return next();
  readRaw(request, response, (fault?: unknown) => {
    if (fault !== undefined) request.ctiFault = fault;
    next();
  });
}

/**
 * Puts the webhook before the api's general parsers, so that it is the webhook that answers broken JSON. Without it
 * everything works but that answer, which is then a problem document.
 */
export function receiveCti(app: NestExpressApplication): void {
  app.use(readCtiBody);
}

/** The fields of a body: JSON when it is a JSON object, otherwise a form. */
export function decodeCtiBody(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return body;
  const text = body.toString('utf8').replace(/^\uFEFF/, '');
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object') return json;
  } catch {
    // not JSON: a form, or nothing that the event's own checks would accept
  }
  return formOf(text);
}

/** A name that comes several times is a list. */
function formOf(text: string): Record<string, string | string[]> {
  const form = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}
