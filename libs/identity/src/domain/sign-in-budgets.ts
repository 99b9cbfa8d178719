import type { Budget, BudgetPolicy } from '#wasl/platform';

/** What is known about a sign-in attempt before the secret is checked. */
export interface SignInCaller {
  /** the typed account name, normalised */
  subject: string;
  /** null when there is no such account */
  staffId: string | null;
  /** address, or /64 */
  source: string;
  /** from the user agent; only recorded in the audit trail */
  browser?: string;
  /** row id of the device, when its cookie shows that this account signed in from it before */
  deviceId: string | null;
  /** this account signed in from this source before */
  isKnownNetwork: boolean;
}

/** The password, or the second factor. */
export type SignInStep = 'password' | 'second_step';

const MINUTE = 60;
const HOUR = 3_600;

/** Ten attempts, then delays of one minute up to a quarter of an hour: about a hundred attempts a day. */
const PASSWORD: BudgetPolicy = {
  free: 10,
  delaysSeconds: [MINUTE, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE],
  forgetSeconds: 3 * HOUR,
};
/** Stricter, because three of a million codes are valid at any time. */
const SECOND_STEP: BudgetPolicy = {
  free: 5,
  delaysSeconds: [15 * MINUTE, 30 * MINUTE, HOUR],
  forgetSeconds: 6 * HOUR,
};
/** A source that nobody signed in from, across all accounts: stops password spraying. */
const UNKNOWN_SOURCE: BudgetPolicy = {
  free: 30,
  delaysSeconds: [MINUTE, 5 * MINUTE, 15 * MINUTE],
  forgetSeconds: 8 * HOUR,
};
/**
 * A known network, such as an office: many people may mistype passwords, but one infected machine must not try all
 * accounts.
 */
const KNOWN_SOURCE: BudgetPolicy = {
  free: 200,
  delaysSeconds: [MINUTE, MINUTE, 5 * MINUTE],
  forgetSeconds: 17 * HOUR,
};

/**
 * The budgets that an attempt is counted against. A known device has its own budget, and so has a known network per
 * account, so that failures of others do not lock them out. Everybody else shares one budget per account, after the
 * budget of their source.
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

/**
 * For confirming the password within an open session, possibly by somebody else at an unlocked desk. Only that session
 * can exhaust this budget.
 */
export function reauthenticationBudgets(staffId: string, sessionId: string): Budget[] {
  return [{ key: ['desk', staffId, sessionId], policy: PASSWORD, ownerId: staffId, onSuccess: 'clear' }];
}

/** For answers of an identity provider, which a whole office may bring from one address. */
export function providerBudgets(source: string): Budget[] {
  return [{ key: ['provider-source', source], policy: KNOWN_SOURCE, onSuccess: 'refund' }];
}
