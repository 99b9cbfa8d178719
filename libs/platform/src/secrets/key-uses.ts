/**
 * What a derived key is for, and how long what is made with it has to be good when `SECRET_KEY` is rotated. One key never
 * serves two purposes.
 *
 * - `pinned`: there is one key for good. Another one would change what people already hold (a tracking code, the address
 *   of a webhook) or give out a number twice.
 * - `lasting`: new things are signed with the newest key, and those of every earlier key stay good: they lie in mailboxes
 *   and cannot be signed again.
 * - `sealed`: stored under the newest key; `npm run rotate-keys` seals what is older anew.
 * - `passing`: good for a day at most. It is checked against the keys in `SECRET_KEY` and ends with them.
 */
export const KEY_USES = {
  'ticket-number': 'pinned',
  'tracking-code': 'pinned',
  'message-id': 'pinned',
  'cti-token': 'pinned',
  attempt: 'pinned',
  'mail-address': 'lasting',
  'report-follower': 'lasting',
  'contact-link': 'lasting',
  'recovery-code': 'lasting',
  audit: 'lasting',
  'device-cookie': 'lasting',
  'otp-secret': 'sealed',
  'staff-link': 'passing',
  'portal-cookie': 'passing',
  'chat-visitor': 'passing',
  'portal-file': 'passing',
  'public-upload': 'passing',
  'kiosk-receipt': 'passing',
  csrf: 'passing',
  'contact-code': 'passing',
  'address-limits': 'passing',
} as const satisfies Record<string, 'pinned' | 'lasting' | 'sealed' | 'passing'>;

export type KeyPurpose = keyof typeof KEY_USES;
export const KEY_PURPOSES = Object.keys(KEY_USES) as KeyPurpose[];
/** The keys of these are kept in the database, sealed with the newest key of `SECRET_KEY`. */
export const KEPT_PURPOSES = KEY_PURPOSES.filter((purpose) => isKept(purpose));

export function isKept(purpose: KeyPurpose): boolean {
  return KEY_USES[purpose] === 'pinned' || KEY_USES[purpose] === 'lasting';
}
