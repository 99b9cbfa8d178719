import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * `owner` owns the database and migrates it; `app` is the role of api and worker; `portal` serves the public and has
 * fewer privileges. The superuser is only used to create these roles.
 */
export type DatabaseRole = 'owner' | 'app' | 'portal';

export const DATABASE_ROLES: Record<DatabaseRole, string> = {
  owner: 'wasl_owner',
  app: 'wasl_app',
  portal: 'wasl_portal',
};

/** The data source sets shorter limits; these apply to all other connections of a role, stolen ones included. */
const LIMITS = [
  `statement_timeout = '60s'`,
  `idle_in_transaction_session_timeout = '60s'`,
  'search_path = public, pg_temp',
];

export const newRolePasswords = (): Record<DatabaseRole, string> => {
  const password = () => randomBytes(24).toString('base64url');
  return { owner: password(), app: password(), portal: password() };
};

/**
 * Creates the roles or resets their passwords to the stored ones, and revokes public access to the default databases.
 * Idempotent.
 */
export async function ensureRoles(
  superuserUrl: string,
  passwords: Record<DatabaseRole, string>,
): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>(
      'SELECT rolname FROM pg_roles WHERE rolname = ANY($1)',
      [Object.values(DATABASE_ROLES)],
    );
    const existing = new Set(rows.map(({ rolname }) => rolname));
    const statements = Object.entries(DATABASE_ROLES).flatMap(([role, name]) => {
      const verb = existing.has(name) ? 'ALTER' : 'CREATE';
      const password = client.escapeLiteral(passwords[role as DatabaseRole]);
      const statement = `${verb} ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${password}`;
      return [
        statement,
        ...(role === 'owner' ? [] : LIMITS.map((limit) => `ALTER ROLE ${name} SET ${limit}`)),
      ];
    });
    statements.push(
      'REVOKE ALL ON DATABASE postgres FROM PUBLIC',
      'REVOKE ALL ON DATABASE template1 FROM PUBLIC',
    );
    await client.query(statements.join('; '));
  } finally {
    await client.end();
  }
}
