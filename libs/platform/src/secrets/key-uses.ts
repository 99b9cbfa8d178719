/**
 * What a derived key is for, and how long its results must stay valid when `SECRET_KEY` is rotated. One key never
 * serves two purposes.
 *
 * - `pinned`: the key never changes. Another one would invalidate what people already hold (a tracking code, a webhook
 *   URL) or issue a number twice.
 * - `long-lived`: new things are signed with the newest key, and signatures of earlier keys stay valid: they are in
 *   mailboxes and cannot be replaced.
 * - `sealed`: stored under the newest key; `npm run rotate-keys` re-encrypts older values.
 * - `short-lived`: valid for a day at most. Checked only against the keys in `SECRET_KEY`. The seal of a backup is one
 *   of them: whoever restores it needs the same key of `SECRET_KEY` for the stored keys anyway.
 */
export const KEY_USES = {
  'ticket-number': 'pinned',
  'tracking-code': 'pinned',
  'message-id': 'pinned',
  'cti-token': 'pinned',
  attempt: 'pinned',
  'mail-address': 'long-lived',
  'report-follower': 'long-lived',
  'contact-link': 'long-lived',
  'recovery-code': 'long-lived',
  audit: 'long-lived',
  'device-cookie': 'long-lived',
  'otp-secret': 'sealed',
  'webhook-secret': 'sealed',
  'staff-link': 'short-lived',
  'portal-cookie': 'short-lived',
  'chat-visitor': 'short-lived',
  'portal-file': 'short-lived',
  'public-upload': 'short-lived',
  'kiosk-receipt': 'short-lived',
  backup: 'short-lived',
  csrf: 'short-lived',
  'contact-code': 'short-lived',
  'sign-in-code': 'short-lived',
  'address-limits': 'short-lived',
} as const satisfies Record<string, 'pinned' | 'long-lived' | 'sealed' | 'short-lived'>;

export type KeyPurpose = keyof typeof KEY_USES;
export const KEY_PURPOSES = Object.keys(KEY_USES) as KeyPurpose[];
/** Purposes whose keys are stored in the database, wrapped with the newest key of `SECRET_KEY`. */
export const STORED_KEY_PURPOSES = KEY_PURPOSES.filter((purpose) => isStoredKey(purpose));

export function isStoredKey(purpose: KeyPurpose): boolean {
  return KEY_USES[purpose] === 'pinned' || KEY_USES[purpose] === 'long-lived';
}
