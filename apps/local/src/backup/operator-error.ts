/** An error whose message is one line that tells an operator what to do. */
export class OperatorError extends Error {
  override name = 'OperatorError';
}

/** One line for an operator, without secrets. Errors of a file store carry their explanation beside the code. */
export function explain(error: unknown): string {
  const { message, code, reason } = error as { message?: string; code?: string; reason?: string };
  return (reason ?? (message || code) ?? String(error)).split('\n')[0]!;
}
