import type { ReferralState } from '#wasl/contracts';

/**
 * Whether an entity sees what a referral shares: not after it gave it back or lost it. What it completed it may look up.
 */
export const seesContent = (state: ReferralState): boolean => state !== 'returned' && state !== 'recalled';
