/** Results of RFC 8601: whether the sender's domain authorises the mail. */
export const CHECK_RESULTS = [
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'temperror',
  'permerror',
  'policy',
] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

export interface SenderChecks {
  spf: CheckResult;
  dkim: CheckResult;
  dmarc: CheckResult;
}

/** What the checks of a mail found out. */
export interface CheckedSender {
  checks: SenderChecks;
  /** the address for answers that the domain of From vouches for */
  replyTo: string | null;
}

export const UNCHECKED: SenderChecks = { spf: 'temperror', dkim: 'temperror', dmarc: 'temperror' };
/** Of a mail that cannot be checked within the limits; it is not tried again. */
export const TOO_COMPLEX: SenderChecks = { spf: 'permerror', dkim: 'permerror', dmarc: 'permerror' };

/** When nothing was found out. */
export const nothingFound = (checks: SenderChecks): CheckedSender => ({ checks, replyTo: null });

/**
 * Whether the sender's domain disowns the mail. DMARC covers the address in From; for a domain without DMARC, a
 * failed SPF counts when the envelope names the same domain, unless a signature is valid.
 */
export function isDisowned(
  { spf, dkim, dmarc }: SenderChecks,
  sender: { address: string; envelope: string },
): boolean {
  if (dmarc === 'fail') return true;
  const sameDomain = domainOf(sender.address) === domainOf(sender.envelope);
  return dmarc === 'none' && spf === 'fail' && dkim !== 'pass' && sameDomain;
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

interface Verdict {
  status?: { result?: string; comment?: string | false };
}

/** One result for each kind of check; of several signatures the best counts. */
export function checksOf(found: {
  spf: Verdict | false | null | undefined;
  dkim: { results?: Verdict[] } | null | undefined;
  dmarc: Verdict | false | null | undefined;
}): SenderChecks {
  const signatures = (found.dkim?.results ?? []).map(resultOf);
  const best = (['pass', 'temperror', 'fail'] as const).find((one) => signatures.includes(one));
  return {
    spf: resultOf(found.spf),
    dkim: best ?? signatures[0] ?? 'none',
    dmarc: resultOf(found.dmarc),
  };
}

function resultOf(verdict: Verdict | false | null | undefined): CheckResult {
  const { result, comment } = (verdict || undefined)?.status ?? {};
  // The verifier reports a changed body as neutral; RFC 8601, 2.7.1 says fail.
  if (result === 'neutral' && comment === 'body hash did not verify') return 'fail';
  return CHECK_RESULTS.find((known) => known === result) ?? 'none';
}
