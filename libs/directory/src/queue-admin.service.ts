import { Inject, Injectable } from '@nestjs/common';
import {
  conflict,
  invalidField,
  type Localized,
  notFound,
  type Page,
  type PageRequest,
  requireVersion,
  uuidv7,
} from '#wasl/kernel';
import { Database, pageByKey, type Tx } from '#wasl/platform';
import { Catalogue } from './catalogue.js';

/** Settings of a queue; who serves it and how belongs to routing. */
export interface QueueDraft {
  key: string;
  name: Localized;
  pool: string;
  /** the X of "answered within X seconds" */
  thresholdSeconds: number;
  offerSeconds: number;
  wrapUpSeconds: number;
  /** numbers that reach this queue, in E.164 or as short codes */
  dialNumbers: string[];
  position: number;
  active: boolean;
}
export type QueueRecord = QueueDraft & { version: number };

const COLUMNS = `key, json_build_object('ar', name_ar, 'en', name_en) AS name, pool,
  threshold_seconds AS "thresholdSeconds", offer_seconds AS "offerSeconds", wrap_up_seconds AS "wrapUpSeconds",
  dial_numbers AS "dialNumbers", position, active, version`;
const FOREIGN_KEY = '23503';

/** Manages the queues. A used queue is retired, never deleted. Writes take part in the transaction of the caller. */
@Injectable()
export class QueueAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** Lists all, retired ones included, by key. */
  async list(page: PageRequest): Promise<Page<QueueRecord>> {
    return pageByKey<QueueRecord>(
      this.database,
      page,
      `SELECT ${COLUMNS} FROM queue`,
      'key',
      (row) => row.key,
    );
  }

  /** @throws not_found `queue.not_found` */
  async get(key: string): Promise<QueueRecord> {
    const [row] = await this.database.query<QueueRecord>(`SELECT ${COLUMNS} FROM queue WHERE key = $1`, [
      key,
    ]);
    if (!row) throw notFound('queue.not_found');
    return row;
  }

  /** @throws conflict `queue.exists`; invalid at `dialNumbers` when another queue has one of them */
  async create(tx: Tx, draft: QueueDraft): Promise<void> {
    await requireFree(tx, draft);
    const [row] = await tx.query(
      `INSERT INTO queue (id, key, name_ar, name_en, pool, threshold_seconds, offer_seconds, wrap_up_seconds,
                          dial_numbers, position, active)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (key) DO NOTHING RETURNING id`,
      [uuidv7(), draft.key, ...valuesOf(draft)],
    );
    if (!row) throw conflict('queue.exists');
  }

  /** Changes the given fields; `active: false` retires the queue. @throws stale when `version` is not the present one */
  async change(tx: Tx, key: string, patch: Partial<Omit<QueueDraft, 'key'>>, version: number): Promise<void> {
    const [before] = await tx.query<QueueRecord>(`SELECT ${COLUMNS} FROM queue WHERE key = $1 FOR UPDATE`, [
      key,
    ]);
    if (!before) throw notFound('queue.not_found');
    requireVersion(before, version);
    const draft = { ...before, ...patch, key };
    if (patch.dialNumbers) await requireFree(tx, draft);
    await tx.query(
      `UPDATE queue SET name_ar = $2, name_en = $3, pool = $4, threshold_seconds = $5, offer_seconds = $6,
              wrap_up_seconds = $7, dial_numbers = $8, position = $9, active = $10, version = version + 1
        WHERE key = $1`,
      [key, ...valuesOf(draft)],
    );
  }

  /** @throws not_found; conflict `queue.in_use` when anything refers to it: retire it instead */
  async remove(tx: Tx, key: string): Promise<void> {
    try {
      const [row] = await tx.query('DELETE FROM queue WHERE key = $1 RETURNING id', [key]);
      if (!row) throw notFound('queue.not_found');
    } catch (error) {
      if ((error as { code?: string }).code === FOREIGN_KEY) throw conflict('queue.in_use');
      throw error;
    }
  }

  /** Call after the commit, so that this process sees the change at once. */
  invalidateCatalogue(): void {
    this.catalogue.invalidate();
  }
}

const valuesOf = (draft: QueueDraft) => [
  draft.name.ar,
  draft.name.en,
  draft.pool,
  draft.thresholdSeconds,
  draft.offerSeconds,
  draft.wrapUpSeconds,
  draft.dialNumbers,
  draft.position,
  draft.active,
];

/** A number may reach only one queue. */
async function requireFree(tx: Tx, { key, dialNumbers }: QueueDraft): Promise<void> {
  if (dialNumbers.length === 0) return;
  const [other] = await tx.query<{ key: string }>(
    'SELECT key FROM queue WHERE key <> $1 AND active AND dial_numbers && $2::text[] LIMIT 1',
    [key, dialNumbers],
  );
  if (other) throw invalidField('dialNumbers', 'number_taken', { key: other.key });
}
