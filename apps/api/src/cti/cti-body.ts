import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { CallEventError } from '#wasl/channels';
import { DomainError } from '#wasl/kernel';
import { type FormBounds, formObject, type JsonBounds, parseForm, parseJson } from '#wasl/platform';

/** Events of a PBX are small. */
const LIMIT = '64kb';
const WEBHOOK = /^\/api\/v1\/cti\/[^/?]+(\/callback)?\/?(\?|$)/;

const readRaw = express.raw({ type: () => true, limit: LIMIT, inflate: false });

/** A dozen fields, one of which may be a list of extensions; PBXs add some of their own. */
const JSON_BOUNDS: JsonBounds = { depth: 5, values: 500, names: 100, text: 8_192 };
const FORM_BOUNDS: FormBounds = { pairs: 500, text: 8_192 };

export interface CtiRequest extends Request {
  /** why the body could not be read; the webhook answers it in its own format */
  ctiFault?: unknown;
}

/**
 * Reads the webhook's body as bytes whatever its Content-Type, because PBXs often send a wrong one or none. A body
 * that another parser has already read is left as it is.
 */
export function readCtiBody(request: CtiRequest, response: Response, next: NextFunction): void {
  if (request.method !== 'POST' || !WEBHOOK.test(request.originalUrl)) return next();
  readRaw(request, response, (fault?: unknown) => {
    if (fault !== undefined) request.ctiFault = fault;
    next();
  });
}

/**
 * Registers the webhook's parser before the general ones, so that the webhook itself answers broken JSON. Without this
 * only that answer differs: it would be a problem document.
 */
export function useCtiBodyParser(app: NestExpressApplication): void {
  app.use(readCtiBody);
}

/**
 * The fields of a body: JSON when it is JSON, otherwise a form.
 * @throws CallEventError when a value cannot be stored; invalid when the body exceeds the bounds
 */
export function decodeCtiBody(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return body;
  // Lenient: a name in Latin-1 must not lose a call.
  const text = new TextDecoder().decode(body);
  try {
    return (looksLikeJson(text) && jsonOf(text)) || { ...formObject(parseForm(text, FORM_BOUNDS)) };
  } catch (error) {
    const fault = error instanceof DomainError && error.faults[0];
    throw fault ? new CallEventError(`${fault.path} contains control characters`) : error;
  }
}

const looksLikeJson = (text: string) => /^[ \t\r\n]*[[{]/.test(text.slice(0, 1_000));

/** @returns null when the body is not JSON */
function jsonOf(text: string): unknown {
  try {
    return parseJson(text, JSON_BOUNDS);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'body.malformed') return null;
    throw error;
  }
}
