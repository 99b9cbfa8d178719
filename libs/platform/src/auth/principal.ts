import type { Permission, Role, RoleScope } from '#wasl/contracts';
import { forbidden, type UiLanguage } from '#wasl/kernel';

/** Who is signed in, by cookie or by token. */
export interface Principal {
  id: string;
  name: string;
  email: string;
  role: Role;
  language: UiLanguage;
  extension: string | null;
  /** of an entity: everything they reach is limited to what is their entity's */
  scope: RoleScope;
  /** the entity they belong to; agents of the centre may have one too, which routing knows them by */
  entityId: string | null;
  /** its key */
  entity: string | null;
  /** may read the restricted services that name one of these */
  groups: readonly string[];
  permissions: ReadonlySet<Permission>;
  /** id of the session or token; its sockets are closed when it ends */
  sessionId: string;
  /** authenticated by an API token: a program, not a person */
  byToken: boolean;
  /**
   * The role requires a second factor that this session was opened without: the session may only be used to enrol one.
   * Such a caller has no permissions.
   */
  mustEnrol: boolean;
  /** has re-authenticated within the last minutes; never true for a token */
  recentlyConfirmed: boolean;
}

export function hasPermission(principal: Principal, permission: Permission): boolean {
  return principal.permissions.has(permission);
}

/** @throws forbidden `permission.denied` */
export function requirePermission(principal: Principal, permission: Permission): void {
  if (!hasPermission(principal, permission)) throw forbidden('permission.denied', { permission });
}
