export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

/** An error response of the api (RFC 9457); `detail` is already in the user's language. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: FieldProblem[] = [],
  ) {
    super(`${status} ${code}`);
  }
}

interface ProblemBody {
  code?: unknown;
  detail?: unknown;
  title?: unknown;
  errors?: unknown;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function problemOf(status: number, body: unknown): Problem {
  const problem: ProblemBody = typeof body === 'object' && body !== null ? body : {};
  const errors = Array.isArray(problem.errors) ? (problem.errors as FieldProblem[]) : [];
  return new Problem(
    status,
    text(problem.code) || `http.${status}`,
    text(problem.detail) || text(problem.title),
    errors,
  );
}

/** The connection failed before a response arrived. */
export const networkProblem = () => new Problem(0, 'network', '');

export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Problem && error.code === code;
export const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof Problem && error.status === status;
