/** A problem document (RFC 9457) as Wasl sends it. */
export interface ProblemDocument {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  requestId?: string;
  errors?: { path: string; code: string; message: string }[];
}

/** Wasl refused a call. {@link code} never changes; the texts are for people. */
export class WaslError extends Error {
  override readonly name = 'WaslError';

  constructor(
    readonly status: number,
    /** as in /problems, for example `version.stale`; `http.<status>` when the answer was no problem document */
    readonly code: string,
    readonly problem: ProblemDocument,
    /** of the request in the log of the operator */
    readonly requestId: string | undefined,
    /** seconds until it is worth trying again, where the answer says so */
    readonly retryAfter: number | undefined,
  ) {
    super(problem.detail ?? problem.title ?? `Wasl answered ${status}`);
  }

  /** Faults of single fields. */
  get errors(): { path: string; code: string; message: string }[] {
    return this.problem.errors ?? [];
  }
}

/** There was no answer: no connection, or none in time. Whether the call was carried out is not known. */
export class WaslConnectionError extends Error {
  override readonly name = 'WaslConnectionError';
}

/** Whether an error is a refusal, with this code where one is given. */
export function isWaslError(error: unknown, code?: string): error is WaslError {
  return error instanceof WaslError && (code === undefined || error.code === code);
}

/** @param body as it was read: the problem when it is one */
export function errorOf(response: Response, body: unknown, retryAfter: number | undefined): WaslError {
  const problem = isRecord(body) ? (body as ProblemDocument) : {};
  const code = typeof problem.code === 'string' ? problem.code : `http.${response.status}`;
  const requestId = response.headers.get('x-request-id') ?? problem.requestId;
  return new WaslError(response.status, code, problem, requestId, retryAfter);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
