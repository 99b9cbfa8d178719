import type { Role } from '#wasl/contracts';

/** The facts that decide whether a change of an account is allowed. */
export interface UserChange {
  /** null for a new account */
  before: { role: Role; disabled: boolean } | null;
  after: { role: Role; disabled: boolean };
  by: { role: Role; isSelf: boolean };
  /** number of other administrators who can sign in */
  otherAdministrators: number;
}

export type UserRefusal = 'permission.denied' | 'user.own_account' | 'user.last_administrator';

/** Why the change is refused, or null. At least one administrator must always be able to sign in. */
export function userRefusal({ before, after, by, otherAdministrators }: UserChange): UserRefusal | null {
  const touchesAdministrators = before?.role === 'administrator' || after.role === 'administrator';
  if (touchesAdministrators && by.role !== 'administrator') return 'permission.denied';
  const wasActiveAdministrator = before !== null && before.role === 'administrator' && !before.disabled;
  const isActiveAdministrator = after.role === 'administrator' && !after.disabled;
  if (by.isSelf && (after.disabled || (wasActiveAdministrator && !isActiveAdministrator)))
    return 'user.own_account';
  return wasActiveAdministrator && !isActiveAdministrator && otherAdministrators === 0
    ? 'user.last_administrator'
    : null;
}
