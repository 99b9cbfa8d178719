import type { Referral } from '../api/referrals-api.js';

export interface ReferralDue {
  what: 'accept' | 'complete';
  at: string;
  state: 'kept' | 'risk' | 'broken';
}

/** From this share of the time on, what is due is marked. */
const RISK_SHARE = 0.75;

/** What an entity owes next; nothing once it has answered or given back. */
export function referralDue(
  {
    state,
    sentAt,
    acceptedAt,
    acceptBy,
    dueAt,
  }: Pick<Referral, 'state' | 'sentAt' | 'acceptedAt' | 'acceptBy' | 'dueAt'>,
  now: number,
): ReferralDue | null {
  if (state === 'sent' || state === 'received') return dueBetween('accept', sentAt, acceptBy, now);
  if (state === 'accepted') return dueBetween('complete', acceptedAt ?? sentAt, dueAt, now);
  return null;
}

function dueBetween(what: ReferralDue['what'], from: string, at: string, now: number): ReferralDue {
  const [began, ends] = [Date.parse(from), Date.parse(at)];
  const isAtRisk = now >= began + (ends - began) * RISK_SHARE;
  return { what, at, state: now >= ends ? 'broken' : isAtRisk ? 'risk' : 'kept' };
}
