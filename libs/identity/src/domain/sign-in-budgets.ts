import type { Budget, BudgetPolicy } from '#wasl/platform';

/** What is known of somebody who tries to sign in, before anything they typed was compared. */
export interface SignInCaller {
  /** what was typed as the account, folded */
  subject: string;
  /** null when there is no such account */
  staffId: string | null;
  /** address, or /64 */
  source: string;
  /** as it names itself; only noted */
  browser?: string;
  /** the device's row, when its cookie is that of a device that this account signed in from */
  deviceId: string | null;
  /** this account signed in from this source before */
  isKnownNetwork: boolean;
}

/** The password, or what is asked for after it. */
export type SignInStep = 'password' | 'second_step';

const MINUTE = 60;
const HOUR = 3_600;

/** Ten tries; then waits of one minute up to a quarter of an hour. About a hundred tries a day, whoever makes them. */
const PASSWORD: BudgetPolicy = {
  free: 10,
  delaysSeconds: [MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE],
  forgetSeconds: 3 * HOUR,
};
/** Three of a million codes are right at any moment. */
const SECOND_STEP: BudgetPolicy = {
  free: 5,
  delaysSeconds: [15 * MINUTE, 30 * MINUTE, HOUR],
  forgetSeconds: 6 * HOUR,
};
/** A source that nobody signed in from, over all accounts: few passwords against many accounts end here. */
const UNKNOWN_SOURCE: BudgetPolicy = {
  free: 30,
  delaysSeconds: [MINUTE, 5 * MINUTE, 15 * MINUTE],
  forgetSeconds: 8 * HOUR,
};
/** An office: its people forget passwords on Sunday mornings, and one infected machine must not try them all. */
const KNOWN_SOURCE: BudgetPolicy = {
  free: 200,
  delaysSeconds: [MINUTE, MINUTE, 5 * MINUTE],
  forgetSeconds: 17 * HOUR,
};

/**
 * Which budgets a try is charged to. A known device has one of its own, and so has a known network for each account,
 * so that failures of others shut neither out; everybody else shares one budget for the account, after their source's.
 */
export function signInBudgets(caller: SignInCaller, step: SignInStep): Budget[] {
  const { subject, source, deviceId, isKnownNetwork } = caller;
  const policy = step === 'password' ? PASSWORD : SECOND_STEP;
  const ownerId = caller.staffId ?? undefined;
  if (deviceId) return [{ key: [`${step}-device`, deviceId], policy, ownerId, onSuccess: 'clear' }];
  if (isKnownNetwork) {
    return [
      { key: [`${step}-office`, source], policy: KNOWN_SOURCE, onSuccess: 'refund' },
      { key: [`${step}-network`, subject, source], policy, ownerId, onSuccess: 'clear' },
    ];
  }
  return [
    { key: [`${step}-source`, source], policy: UNKNOWN_SOURCE, onSuccess: 'refund' },
    { key: [`${step}-stranger`, subject], policy, ownerId, onSuccess: 'refund' },
  ];
}

/** Whoever sits at an unlocked desk is asked for its owner's password; only that session can use the tries up. */
export function deskBudgets(staffId: string, sessionId: string): Budget[] {
  return [{ key: ['desk', staffId, sessionId], policy: PASSWORD, ownerId: staffId, onSuccess: 'clear' }];
}
