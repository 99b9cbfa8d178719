import { Inject, Injectable } from '@nestjs/common';
import { type Permission, ROLE_PERMISSIONS, type Role } from '#wasl/contracts';
import { isUiLanguage } from '#wasl/kernel';
import { Authenticator, Database, type Principal } from '#wasl/platform';
import { credentialHash } from './credential-tokens.js';

interface Row {
  session_id: string;
  id: string;
  name: string;
  email: string;
  role: Role;
  language: string;
  extension: string | null;
  permissions: Permission[] | null;
}

const ROLE_SETS = Object.fromEntries(
  Object.entries(ROLE_PERMISSIONS).map(([role, list]) => [role, new Set(list)]),
) as unknown as Record<Role, ReadonlySet<Permission>>;

/** Looks credentials up by their hash, at every call: a session that ended is ended everywhere at once. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async bySession(token: string): Promise<Principal | null> {
    return this.principal(
      `SELECT x.id AS session_id, s.id, s.name, s.email, s.role, s.language, s.extension, NULL::text[] AS permissions
         FROM staff_session x JOIN staff s ON s.id = x.staff_id
        WHERE x.token_hash = $1 AND x.expires_at > now() AND s.disabled_at IS NULL`,
      token,
    );
  }

  async byToken(token: string): Promise<Principal | null> {
    return this.principal(
      `SELECT t.id AS session_id, s.id, s.name, s.email, s.role, s.language, s.extension, t.permissions
         FROM api_token t JOIN staff s ON s.id = t.staff_id
        WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND s.disabled_at IS NULL`,
      token,
    );
  }

  private async principal(statement: string, credential: string): Promise<Principal | null> {
    if (credential.length > 200) return null;
    const [row] = await this.database.query<Row>(statement, [credentialHash(credential)]);
    if (!row) return null;
    const ofRole = ROLE_SETS[row.role];
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      role: row.role,
      language: isUiLanguage(row.language) ? row.language : 'en',
      extension: row.extension,
      // A token never exceeds what its owner may do today.
      permissions: row.permissions ? new Set(row.permissions.filter((p) => ofRole.has(p))) : ofRole,
      sessionId: row.session_id,
    };
  }
}
