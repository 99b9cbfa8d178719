import type { Role } from '#wasl/contracts';

/** What decides whether an account may be changed so. */
export interface UserChange {
  /** null for an account that is made */
  before: { role: Role; disabled: boolean } | null;
  after: { role: Role; disabled: boolean };
  by: { role: Role; isSelf: boolean };
  /** administrators who can sign in, others than this one */
  otherAdministrators: number;
}

export type UserRefusal = 'permission.denied' | 'user.own_account' | 'user.last_administrator';

/** Why the change is refused, or null. Whatever happens, one administrator can still sign in. */
export function userRefusal({ before, after, by, otherAdministrators }: UserChange): UserRefusal | null {
  const touchesAdministrators = before?.role === 'administrator' || after.role === 'administrator';
  if (touchesAdministrators && by.role !== 'administrator') return 'permission.denied';
  const governed = before !== null && before.role === 'administrator' && !before.disabled;
  const governs = after.role === 'administrator' && !after.disabled;
  if (by.isSelf && (after.disabled || (governed && !governs))) return 'user.own_account';
  return governed && !governs && otherAdministrators === 0 ? 'user.last_administrator' : null;
}
