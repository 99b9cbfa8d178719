import { DomainError } from '#wasl/kernel';

/**
 * What a failure to take in a mail means for its sender: `poison` never succeeds (the mail is kept for a person),
 * the others may succeed later, so the sender's system keeps the mail and tries again. Of them `disk_full` and
 * `store_away` are ours for certain.
 */
export type ReceivingFault = 'poison' | 'disk_full' | 'store_away' | 'temporary';

/** SQLSTATE classes that speak of the data: 22 data exception, 23 integrity constraint. */
const ABOUT_DATA = /^(22|23)[0-9A-Z]{3}$/;
const DISK_FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Whatever is not known to be the mail's own fault is taken for ours, and the mail is asked for again. */
export function receivingFault(error: unknown): ReceivingFault {
  if (error instanceof DomainError) {
    if (error.code === 'files.away') return DISK_FULL.has(codeOf(error.cause)) ? 'disk_full' : 'store_away';
    return error.kind === 'unavailable' ? 'temporary' : 'poison';
  }
  const code = codeOf(error);
  if (DISK_FULL.has(code)) return 'disk_full';
  if (ABOUT_DATA.test(code)) return 'poison';
  if (code === '' && (error instanceof TypeError || error instanceof RangeError)) return 'poison';
  return 'temporary';
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');
