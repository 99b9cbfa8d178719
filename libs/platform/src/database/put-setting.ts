import type { Database } from './database.js';

/** Stores a value under a key of the caller's. @param value as JSON */
export async function putSetting(db: Pick<Database, 'query'>, key: string, value: unknown): Promise<void> {
  await db.query(
    `INSERT INTO setting (key, value, updated_at) VALUES ($1, $2, now())
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()`,
    [key, JSON.stringify(value)],
  );
}
