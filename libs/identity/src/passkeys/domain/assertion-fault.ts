/** What is known of a passkey. */
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
  /** base64url; security keys leave it out when they were asked for by name */
  userHandle: string | null;
  crossOrigin: boolean;
}

export type AssertionFault = 'other_owner' | 'framed' | 'backup_changed' | 'cloned';

/**
 * Why an assertion with a right signature is refused all the same, or null (WebAuthn level 3, section 7.2).
 * A counter that does not grow says that two authenticators hold the key; those that do not count stay at 0.
 */
export function assertionFault(known: KnownPasskey, said: SignedAssertion): AssertionFault | null {
  if (said.userHandle !== null && said.userHandle !== known.userHandle) return 'other_owner';
  if (said.crossOrigin) return 'framed';
  if (said.backupEligible !== known.backupEligible) return 'backup_changed';
  const counts = said.signCount > 0 || known.signCount > 0;
  return counts && said.signCount <= known.signCount ? 'cloned' : null;
}
