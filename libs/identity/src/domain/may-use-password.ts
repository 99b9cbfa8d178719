/**
 * Whether this account may sign in by password or passkey. Where staff sign in through an identity provider alone, one
 * account remains for the time when the provider fails.
 * @param email lower case
 */
export function mayUsePassword(
  settings: { PASSWORD_SIGN_IN: boolean; BREAK_GLASS_EMAIL?: string },
  email: string,
): boolean {
  return settings.PASSWORD_SIGN_IN || email === settings.BREAK_GLASS_EMAIL;
}
