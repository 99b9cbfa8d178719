import type { Client } from 'pg';
import { hashPassword, passwordMatches } from '#wasl/identity';

const SETTING = 'demo-password';

/**
 * The password hash of the demo sign-ins. When DEMO_PASSWORD has changed since the last run, sign-ins that still have
 * the old hash get the new one; passwords changed by hand are kept.
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
