import { DomainError } from '#wasl/kernel';

/**
 * Classifies a failure to receive a mail: `poison` never succeeds (the mail is quarantined); the others may succeed
 * later, so the sender keeps the mail and retries. `disk_full` and `store_unavailable` are certainly failures of our
 * own.
 */
export type ReceiveFailure = 'poison' | 'disk_full' | 'store_unavailable' | 'temporary';

/** SQLSTATE classes about the data: 22 data exception, 23 integrity constraint. */
const DATA_ERROR = /^(22|23)[0-9A-Z]{3}$/;
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Any failure not known to be caused by the mail counts as ours, and the mail is requested again. */
export function classifyReceiveFailure(error: unknown): ReceiveFailure {
  if (error instanceof DomainError) {
    if (error.code === 'files.away')
      return DISK_FULL.has(codeOf(error.cause)) ? 'disk_full' : 'store_unavailable';
    return error.kind === 'unavailable' ? 'temporary' : 'poison';
  }
  const code = codeOf(error);
  if (DISK_FULL.has(code)) return 'disk_full';
  if (DATA_ERROR.test(code)) return 'poison';
  if (code === '' && (error instanceof TypeError || error instanceof RangeError)) return 'poison';
  return 'temporary';
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');
