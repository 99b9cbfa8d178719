import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '#wasl/kernel';
import { type Database, readSettings, requireRunning } from '#wasl/platform';
import { createTestDatabase } from '#wasl/testing';

/** Settings of a public face on a database and a folder of its own. */
export async function publicSettings() {
  const { url } = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'wasl-public-'));
  const settings = requireRunning(
    readSettings({
      DATABASE_URL: url,
      DATA_DIR: folder,
      SECRET_KEY: 'public '.repeat(8),
      PORTAL_URL: 'http://portal.example',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
    }),
  );
  return { settings, removeFolder: () => rmSync(folder, { recursive: true, force: true }) };
}

/** One queue, one entity, two services. */
export async function insertServices(database: Database): Promise<void> {
  const [queue, entity] = [uuidv7(), uuidv7()];
  await database.query(
    `INSERT INTO queue (id, key, name_ar, name_en) VALUES ($1, 'general', 'عام', 'General')`,
    [queue],
  );
  await database.query(
    `INSERT INTO entity (id, key, name_ar, name_en) VALUES ($1, 'water', 'هيئة الماء', 'Water Authority')`,
    [entity],
  );
  await database.query(
    `INSERT INTO service (id, code, entity_id, queue_id, name_ar, name_en, description_ar, description_en, kind, position)
     VALUES ($1, 'water-leak', $3, $4, 'تسرّب المياه', 'Water leak', 'تسرّب في الشبكة', 'A leak in the network', 'report', 1),
            ($2, 'water-bill', $3, $4, 'فاتورة المياه', 'Water bill', 'استفسار عن فاتورة', 'About a bill', 'enquiry', 2)`,
    [uuidv7(), uuidv7(), entity, queue],
  );
}

/** What staff would do, as far as a requester sees it. */
export async function resolve(database: Database, number: string): Promise<void> {
  await database.query(
    `WITH t AS (UPDATE ticket SET status = 'resolved', resolved_at = now() WHERE number = $1 RETURNING id)
     INSERT INTO history (ticket_id, at, actor_kind, type, data) SELECT id, now(), 'system', 'resolved', '{}' FROM t`,
    [number.replaceAll('-', '')],
  );
}

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
