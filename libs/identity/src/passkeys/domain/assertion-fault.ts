/** Stored data of a passkey. */
export interface KnownPasskey {
  signCount: number;
  backupEligible: boolean;
  /** base64url */
  userHandle: string;
}

/** What a signed assertion says. */
export interface SignedAssertion {
  signCount: number;
  backupEligible: boolean;
  /** base64url; security keys omit it when allowCredentials was given */
  userHandle: string | null;
  crossOrigin: boolean;
}

export type AssertionFault = 'other_owner' | 'framed' | 'backup_changed' | 'cloned';

/**
 * Why an assertion with a valid signature is refused anyway, or null (WebAuthn level 3, section 7.2). A counter that
 * does not grow means that two authenticators hold the key; authenticators without a counter stay at 0.
 */
export function assertionFault(known: KnownPasskey, assertion: SignedAssertion): AssertionFault | null {
  if (assertion.userHandle !== null && assertion.userHandle !== known.userHandle) return 'other_owner';
  if (assertion.crossOrigin) return 'framed';
  if (assertion.backupEligible !== known.backupEligible) return 'backup_changed';
  const counts = assertion.signCount > 0 || known.signCount > 0;
  return counts && assertion.signCount <= known.signCount ? 'cloned' : null;
}
