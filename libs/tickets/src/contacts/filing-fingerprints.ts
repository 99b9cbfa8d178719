import type { Keys } from '#wasl/platform';
import type { FilingFingerprints } from './contact-store.js';

export interface FiledFrom {
  /** network of the submitter, where known */
  source?: string | null;
  subject: string;
  description: string;
}

/** Digests by which notices to unverified addresses are limited. */
export function filingFingerprints(
  keys: Keys,
  { source, subject, description }: FiledFrom,
): FilingFingerprints {
  const digest = (text: string) => keys.sign('address-limits', text).subarray(0, 12);
  return {
    source: source ? digest(`source:${source}`) : null,
    content: digest(`content:${subject}\n${description}`.replace(/\s+/g, ' ')),
  };
}
