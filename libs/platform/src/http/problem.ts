import type { DomainError, ErrorKind, UiLanguage } from '#wasl/kernel';
import { MAX_FAULTS } from './bounds/domain/unstorable-values.js';
import { problemTexts } from './texts.js';

export const HTTP_STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  stale: 412,
  too_large: 413,
  unsupported_type: 415,
  unprocessable: 422,
  precondition_required: 428,
  too_many: 429,
  unavailable: 503,
};

/**
 * A problem document (RFC 9457) with a stable `code` and, for bad input, the first faults. Their number is limited, so
 * that the response is not larger than the request.
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  /** only where the caller named the request, or must tell us which one failed */
  requestId?: string;
  errors?: { path: string; code: string; message: string }[];
}

/** @param origin scheme and host of the pages that `type` leads to */
export function problemOf(error: DomainError, language: UiLanguage, origin?: string): Problem {
  const status = HTTP_STATUS[error.kind];
  const text = (key: string, params: Record<string, string | number>, fallback: string) =>
    problemTexts.t(problemTexts.exists(key, { lng: language }) ? key : fallback, {
      lng: language,
      ...params,
    });
  return {
    type: problemType(error.code, origin),
    title: text(`title.${error.kind}`, {}, 'title.internal'),
    status,
    code: error.code,
    detail: text(error.code, error.params, `title.${error.kind}`),
    ...(error.faults.length > 0 && {
      errors: error.faults.slice(0, MAX_FAULTS).map((fault) => ({
        path: fault.path,
        code: fault.code,
        message: text(`field.${fault.code}`, fault.params ?? {}, 'field.invalid'),
      })),
    }),
  };
}

/** The URL of the page about a code. */
const problemType = (code: string, origin: string | undefined) =>
  origin === undefined ? 'about:blank' : `${origin}/problems/${code}`;

export function internalProblem(language: UiLanguage, origin?: string): Problem {
  return {
    type: problemType('internal', origin),
    title: problemTexts.t('title.internal', { lng: language }),
    status: 500,
    code: 'internal',
    detail: problemTexts.t('internal', { lng: language }),
  };
}
