import { REFERRAL_STATES, type ReferralState } from '#wasl/contracts';
import { invalidField } from '#wasl/kernel';
import { isMoment } from '#wasl/platform';
import { REFERRAL_BOXES, type ReferralBox } from '#wasl/referrals';

/** One or several states, separated by commas. @throws invalid at `state` */
export function statesOf(given: unknown): ReferralState[] | null {
  if (given === undefined || given === '') return null;
  const states = typeof given === 'string' ? given.split(',') : [];
  if (states.length === 0 || !states.every((one) => REFERRAL_STATES.includes(one as ReferralState)))
    throw invalidField('state', 'choice');
  return states as ReferralState[];
}

/** @throws invalid at `box` */
export function boxOf(given: unknown, otherwise: ReferralBox): ReferralBox {
  if (given === undefined) return otherwise;
  if (!REFERRAL_BOXES.includes(given as ReferralBox)) throw invalidField('box', 'choice');
  return given as ReferralBox;
}

/** @throws invalid at `updatedAfter` */
export function momentOf(given: unknown): Date | null {
  if (given === undefined) return null;
  if (!isMoment(given)) throw invalidField('updatedAfter', 'date');
  return new Date(given as string);
}
