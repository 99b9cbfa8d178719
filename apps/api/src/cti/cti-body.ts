import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { CallEventError } from '#wasl/channels';
import { DomainError } from '#wasl/kernel';
import { type FormBounds, formObject, type JsonBounds, parseForm, parseJson } from '#wasl/platform';

/** An event of an exchange is small. */
const LIMIT = '64kb';
const WEBHOOK = /^\/api\/v1\/cti\/[^/?]+(\/callback)?\/?(\?|$)/;

const readRaw = express.raw({ type: () => true, limit: LIMIT, inflate: false });

/** A dozen fields, of which one may be a list of extensions; exchanges add some of their own. */
const JSON_BOUNDS: JsonBounds = { depth: 5, values: 500, names: 100, text: 8_192 };
const FORM_BOUNDS: FormBounds = { pairs: 500, text: 8_192 };

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

/**
 * The fields of a body: JSON when it is JSON, otherwise a form.
 * @throws CallEventError when a value cannot be stored; invalid when it is more than any event
 */
export function decodeCtiBody(body: unknown): unknown {
  if (!Buffer.isBuffer(body)) return body;
  // Lenient: a name in Latin-1 is no reason to lose a call.
  const text = new TextDecoder().decode(body);
  try {
    return (looksLikeJson(text) && jsonOf(text)) || { ...formObject(parseForm(text, FORM_BOUNDS)) };
  } catch (error) {
    const fault = error instanceof DomainError && error.faults[0];
    throw fault ? new CallEventError(`${fault.path} contains control characters`) : error;
  }
}

const looksLikeJson = (text: string) => /^[ \t\r\n]*[[{]/.test(text.slice(0, 1_000));

/** @returns null for what is no JSON: a form, or nothing that the event's own checks would accept */
function jsonOf(text: string): unknown {
  try {
    return parseJson(text, JSON_BOUNDS);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'body.malformed') return null;
    throw error;
  }
}
