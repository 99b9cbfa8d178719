/** Results of RFC 8601: what the sender's domain says about who may send in its name. */
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
