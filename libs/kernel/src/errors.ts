/** The kinds of errors a caller can act on. The error filter maps each to one HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unsupported_type'
  | 'unprocessable'
  | 'precondition_required'
  | 'too_many'
  | 'unavailable';

/** One fault in the input: where it is, a stable code, and values the message may mention. */
export interface FieldFault {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

/**
 * An error that is reported to the caller. `code` is stable and part of the interface (`offer.gone`); the message is
 * looked up by `code` in the caller's language, with `params` filled in.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly params: Record<string, string | number> = {},
    readonly faults: FieldFault[] = [],
  ) {
    super(code + (Object.keys(params).length > 0 ? ` ${JSON.stringify(params)}` : ''));
    this.name = 'DomainError';
  }
}

type Params = Record<string, string | number>;

export const invalid = (faults: FieldFault[]) => new DomainError('invalid', 'request.invalid', {}, faults);
export const invalidField = (path: string, code: string, params: Params = {}) =>
  invalid([{ path, code, params }]);
export const unauthorized = (code = 'session.required') => new DomainError('unauthorized', code);
export const forbidden = (code = 'permission.denied', params: Params = {}) =>
  new DomainError('forbidden', code, params);
export const notFound = (code: string, params: Params = {}) => new DomainError('not_found', code, params);
export const conflict = (code: string, params: Params = {}) => new DomainError('conflict', code, params);
export const stale = (params: { expected: number; actual: number }) =>
  new DomainError('stale', 'version.stale', params);
/** What a caller expects who changes a resource in whatever version it is (`If-Match: *`). */
export const ANY_VERSION = -1;

/** Optimistic locking. @throws stale when the version has changed since the caller read it */
export function requireVersion({ version }: { version: number }, expected: number): void {
  if (expected !== ANY_VERSION && version !== expected) throw stale({ expected, actual: version });
}
export const unprocessable = (code: string, params: Params = {}) =>
  new DomainError('unprocessable', code, params);

/** A state machine refused a change; names both states so that the caller can see why. */
export const illegalTransition = (of: string, from: string, to: string) =>
  new DomainError('conflict', `${of}.illegal_transition`, { from, to });
