import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { errors as jose } from 'jose';
import { DomainError, unauthorized } from '#wasl/kernel';
import { AnswerTooLarge } from './bounded-fetch.js';

/** Codes of the client library for answers that a provider gives while it is not well. */
const UNWELL = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_PARSE_ERROR',
  'OAUTH_INVALID_SERVER_METADATA',
  'OAUTH_MISSING_SERVER_METADATA',
  // undici and Node
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
]);

export const providerUnavailable = () => new DomainError('unavailable', 'oidc.unavailable');

/** The refusal that a person is shown for a fault of the exchange with the provider. */
export function providerRefusal(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (isUnavailable(error)) return providerUnavailable();
  // Given up at the provider's own page, or not allowed there.
  if (error instanceof AuthorizationResponseError)
    return error.error === 'temporarily_unavailable' || error.error === 'server_error'
      ? providerUnavailable()
      : unauthorized('oidc.denied');
  return unauthorized('oidc.failed');
}

function isUnavailable(error: unknown): boolean {
  if (error instanceof ResponseBodyError) return error.status >= 500;
  if (error instanceof AnswerTooLarge || error instanceof jose.JWKSTimeout) return true;
  if (error instanceof DOMException) return error.name === 'TimeoutError' || error.name === 'AbortError';
  // What fetch throws when there is no connection
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  if (code !== undefined && UNWELL.has(code)) return true;
  return error instanceof ClientError && code === undefined && cause !== undefined && isUnavailable(cause);
}

/** For the log: what failed, without tokens or names. */
export function describeProviderFault(error: unknown): string {
  const { code, message, cause } = error as { code?: string; message?: string; cause?: { code?: string } };
  const inner = typeof cause?.code === 'string' ? ` (${cause.code})` : '';
  return `${code ?? (error as Error)?.name ?? 'fault'}: ${message ?? ''}${inner}`.slice(0, 300);
}
