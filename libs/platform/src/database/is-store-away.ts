/**
 * Codes that mean "temporarily unavailable". Of PostgreSQL: lost connection, shutdown or start, a session ended for waiting, no
 * memory, connections or disk left, a standby that was not promoted yet. Of the network: refused, reset, unreachable, unknown
 * name (while a service moves).
 */
const CODES =
  /^(08...|57P0[1235]|25P03|25006|53[0-9]{3}|58030|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What `pg` says without a code. */
const MESSAGES =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated\b.*|Query read timeout|Client has encountered a connection error and is not queryable|Client was closed and is not queryable|Cannot use a pool after calling end on the pool)$/;
const MAX_DEPTH = 4;

/** Whether an error says that a store does not answer now, so that the same request may succeed shortly. */
export function isStoreAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return false;
  const { code, message, cause, errors } = error as {
    code?: unknown;
    message?: unknown;
    cause?: unknown;
    errors?: unknown;
  };
  if (typeof code === 'string' && CODES.test(code)) return true;
  if (typeof message === 'string' && MESSAGES.test(message)) return true;
  // A host with several addresses fails with the errors of all of them.
  const causes = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return causes.some((inner) => isStoreAway(inner, depth + 1));
}
