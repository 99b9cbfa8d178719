import type { Client } from 'pg';
import { hashPassword, passwordMatches } from '#wasl/identity';

const SETTING = 'demo-password';

/**
 * The hash that demo sign-ins carry. When DEMO_PASSWORD has changed since the last run, the sign-ins that still carry
 * the old one get the new one; those whose password was changed by hand keep theirs.
 */
export async function demoPasswordHash(client: Client, password: string): Promise<string> {
  const { rows } = await client.query<{ value: string }>('SELECT value FROM setting WHERE key = $1', [
    SETTING,
  ]);
  const former = rows[0]?.value;
  if (former && (await passwordMatches(former, password))) return former;
  const hash = await hashPassword(password);
  await client.query(
    `INSERT INTO setting (key, value) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value, updated_at = now()`,
    [SETTING, JSON.stringify(hash)],
  );
  if (former)
    await client.query('UPDATE staff SET password_hash = $1 WHERE password_hash = $2', [hash, former]);
  return hash;
}
