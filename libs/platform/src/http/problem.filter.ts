import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  NotFoundException,
} from '@nestjs/common';
import { ThrottlerException } from '@nestjs/throttler';
import type { Response } from 'express';
import { DomainError, type ErrorKind } from '#wasl/kernel';
import type { RuntimeSettings } from '../config/settings.js';
import { noRoute } from './conventions/allowed-methods.js';
import { type IdentifiedRequest, underRequestId } from './conventions/request-id.js';
import { requestOrigin } from './conventions/request-origin.js';
import { isStoreAway } from '../database/is-store-away.js';
import { internalProblem, type Problem, problemOf } from './problem.js';
import { preferredLanguage } from './texts.js';

/** Turns every error that leaves a handler into one problem document, in the caller's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  constructor(private readonly settings: RuntimeSettings) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<IdentifiedRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const language = preferredLanguage(request.headers['accept-language']);
    // Nest's own, when no route takes the request; handlers throw a DomainError.
    const known = error instanceof NotFoundException ? noRoute(request) : toDomainError(error);
    const origin = requestOrigin(request, this.settings);
    const problem = known ? problemOf(known, language, origin) : internalProblem(language, origin);
    if (!known)
      underRequestId(request, () =>
        this.logger.error((error as Error)?.message ?? String(error), (error as Error)?.stack, 'Http'),
      );
    if (problem.status === 503) response.setHeader('Retry-After', '5');
    const retryAfter = known?.params.retryAfter;
    if (problem.status === 429 && retryAfter) response.setHeader('Retry-After', String(retryAfter));
    const { allow, accept } = known?.params ?? {};
    if (problem.status === 405 && allow) response.setHeader('Allow', String(allow));
    if (problem.status === 415 && accept) response.setHeader('Accept', String(accept));
    response
      .status(problem.status)
      .setHeader('Content-Language', language)
      .setHeader('Cache-Control', 'no-store')
      .type('application/problem+json')
      .send(JSON.stringify({ ...problem, ...requestIdOf(request, problem) }));
  }
}

/**
 * Without a name from the caller an expected refusal has none: answers about secrets must be the same whatever is true.
 * The header `X-Request-Id` has it always.
 */
const requestIdOf = (request: IdentifiedRequest, { status }: Problem) =>
  request.requestIdSent || status >= 500 ? { requestId: request.requestId } : {};

/** @returns null for an internal error */
export function toDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (error instanceof ThrottlerException) return new DomainError('too_many', 'rate.limited');
  if (error instanceof HttpException) return fromHttp(error.getStatus());
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') return new DomainError('too_large', 'body.too_large');
  if (type === 'entity.parse.failed') return new DomainError('invalid', 'body.malformed');
  if (typeof status === 'number' && status < 500) return fromHttp(status);
  if (isStoreAway(error)) return new DomainError('unavailable', 'service.unavailable');
  return null;
}

const KINDS: Record<number, [ErrorKind, string]> = {
  400: ['invalid', 'body.malformed'],
  401: ['unauthorized', 'session.required'],
  403: ['forbidden', 'permission.denied'],
  404: ['not_found', 'route.not_found'],
  405: ['method_not_allowed', 'route.method_not_allowed'],
  413: ['too_large', 'body.too_large'],
  415: ['unsupported_type', 'body.unsupported_type'],
  429: ['too_many', 'rate.limited'],
  503: ['unavailable', 'service.unavailable'],
};

function fromHttp(status: number): DomainError | null {
  const known = KINDS[status];
  if (known) return new DomainError(known[0], known[1]);
  return status < 500 ? new DomainError('invalid', 'body.malformed') : null;
}
