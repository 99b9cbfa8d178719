import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * `owner` owns the database and migrates it; `app` is what api and worker sign in as; `portal` answers strangers and
 * sees less. The superuser makes these and is not used for anything else.
 */
export type DatabaseRole = 'owner' | 'app' | 'portal';

export const DATABASE_ROLES: Record<DatabaseRole, string> = {
  owner: 'wasl_owner',
  app: 'wasl_app',
  portal: 'wasl_portal',
};

/** The data source sets shorter limits; these hold for every other connection of a process, and whoever steals one. */
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
 * Makes the roles, or gives them the passwords that are kept, and closes the databases that come with a cluster. Safe
 * to repeat: it says what must be, whatever was before.
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
      const make = `${verb} ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${password}`;
      return [make, ...(role === 'owner' ? [] : LIMITS.map((limit) => `ALTER ROLE ${name} SET ${limit}`))];
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
