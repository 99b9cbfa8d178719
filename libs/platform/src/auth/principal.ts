import type { Permission, Role } from '#wasl/contracts';
import { forbidden, type UiLanguage } from '#wasl/kernel';

/** Who is signed in, by cookie or by token. */
export interface Principal {
  id: string;
  name: string;
  email: string;
  role: Role;
  language: UiLanguage;
  extension: string | null;
  permissions: ReadonlySet<Permission>;
  /** the session or the token; ends its sockets when it ends */
  sessionId: string;
  /** signed in by a token of the API: a program, which speaks with nobody */
  byToken: boolean;
  /**
   * The role requires a second factor that this session was opened without: it is good for enrolling one, and for nothing
   * else. Such a caller has no permissions.
   */
  mustEnrol: boolean;
  /** has proved within the last minutes who they are; never true of a token */
  recentlyConfirmed: boolean;
}

export function may(principal: Principal, permission: Permission): boolean {
  return principal.permissions.has(permission);
}

/** @throws forbidden `permission.denied` */
export function requirePermission(principal: Principal, permission: Permission): void {
  if (!may(principal, permission)) throw forbidden('permission.denied', { permission });
}
