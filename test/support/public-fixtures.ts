import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { uuidv7 } from '#wasl/kernel';
import {
  type Database,
  readSettings,
  requireRuntimeSettings,
  type RuntimeSettings,
  SETTINGS,
} from '#wasl/platform';
import { runAsOwner, createTestDatabase } from '#wasl/testing';
import { OpenTicket } from '#wasl/tickets';

/** Settings of a public app with its own database and folder. */
export async function publicSettings() {
  const { url, portalUrl } = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'wasl-public-'));
  const settings = requireRuntimeSettings(
    readSettings({
      DATABASE_URL: url,
      PORTAL_DATABASE_URL: portalUrl,
      DATA_DIR: folder,
      SECRET_KEY: 'public '.repeat(8),
      PORTAL_URL: 'http://portal.example',
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
    }),
  );
  return { settings, removeFolder: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Inserts one queue, one entity and two services. */
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

/** Resolves a ticket directly in the database, as far as requesters see it. */
export async function resolveTicket(database: Database, number: string): Promise<void> {
  await database.query(
    `WITH t AS (UPDATE ticket SET status = 'resolved', resolved_at = now() WHERE number = $1 RETURNING id)
     INSERT INTO history (ticket_id, at, actor_kind, type, data) SELECT id, now(), 'system', 'resolved', '{}' FROM t`,
    [number.replaceAll('-', '')],
  );
}

/** A one-pixel PNG. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface PublicReport {
  /** service code */
  service: string;
  address?: string;
  lat?: number;
  long?: number;
  description?: string;
  /** requester id */
  requester?: string;
  isPublic?: boolean;
}

/** A report as filed over Open311. @returns its formatted number */
export async function insertPublicReport(
  app: INestApplicationContext,
  { service, address, lat, long, description = 'It leaks', requester, isPublic = true }: PublicReport,
): Promise<string> {
  const [key, staff] = [uuidv7(), uuidv7()];
  // The portal's database role must not write these tables.
  await runAsOwner(
    app.get<RuntimeSettings>(SETTINGS).DATABASE_URL,
    `INSERT INTO staff (id, email, name, role) VALUES ('${staff}', '${staff}@demo.example', 'City', 'administrator')`,
    `INSERT INTO open311_key (id, name, key_hash, staff_id)
     VALUES ('${key}', 'City', decode('${key.replaceAll('-', '')}', 'hex'), '${staff}')`,
  );
  const { number } = await app.get(OpenTicket, { strict: false }).open(
    {
      subject: 'Report',
      description,
      service,
      channel: 'open311',
      language: 'en',
      requester: { name: requester ?? null, audience: requester ? 'citizen' : 'anonymous' },
      provenance: 'given',
      location: { lat: lat ?? null, long: long ?? null, address: address ?? null },
    },
    {
      onOpened: async (tx, ticket) =>
        tx.send(
          `INSERT INTO open311_request (ticket_id, key_id, public, description, filed_at) VALUES ($1, $2, $3, $4, $5)`,
          [ticket.id, key, isPublic, description, tx.now],
        ),
    },
  );
  return number;
}
