import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

export const REQUEST_ID_HEADER = 'X-Request-Id';

/** Visible, without quotes and brackets: it is written to logs and headers as it came. */
const VALID = /^[\w.:=+/-]{1,128}$/;

const current = new AsyncLocalStorage<string>();

/** The id of the request being handled, for log lines. */
export const currentRequestId = (): string | undefined => current.getStore();

export interface IdentifiedRequest extends Request {
  requestId?: string;
  /** whether the caller chose the id */
  requestIdSent?: boolean;
}

/** @returns the id that the caller sent, unless it has another form */
export function validRequestId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && VALID.test(header) ? header : undefined;
}

/** Gives every request an id, the caller's own when it is valid, and answers with it. */
export function identifyRequests(request: IdentifiedRequest, response: Response, next: NextFunction): void {
  const sent = validRequestId(request.headers['x-request-id']);
  request.requestId = sent ?? randomUUID();
  request.requestIdSent = sent !== undefined;
  response.setHeader(REQUEST_ID_HEADER, request.requestId);
  next();
}

/** Logs what follows under the request's id. After the body parsers, whose callbacks lose the context. */
export function logUnderRequestId(request: IdentifiedRequest, _response: Response, next: NextFunction): void {
  current.run(request.requestId!, next);
}

/** Runs `act` under the id of a request; for filters, which may run outside its context. */
export function underRequestId(request: IdentifiedRequest, act: () => void): void {
  if (request.requestId) current.run(request.requestId, act);
  else act();
}
