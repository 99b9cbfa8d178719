import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_REASONS, type SystemReason } from '#wasl/contracts';
import {
  conflict,
  decodeCursor,
  invalidField,
  type Localized,
  notFound,
  type Page,
  type PageRequest,
  pageOf,
  requireVersion,
} from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { catalogueAuditAction, catalogueAuditNote } from './catalogue-audit.js';
import { Catalogue } from './catalogue.js';
import type { ReasonUse } from './reason.entity.js';

export interface ReasonDraft {
  use: ReasonUse;
  /** unique within its use */
  key: string;
  name: Localized;
  /** agents see them in this order */
  position: number;
  active: boolean;
}
export type ReasonRecord = ReasonDraft & { version: number };

const COLUMNS = `use, key, json_build_object('ar', name_ar, 'en', name_en) AS name, position, active, version`;

/** Manages the reasons that agents can choose. They are retired, never deleted, because histories refer to them. */
@Injectable()
export class ReasonAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** Lists all, retired ones included, by use and position. @param use all uses when left out */
  async list(use: ReasonUse | undefined, page: PageRequest): Promise<Page<ReasonRecord>> {
    const [afterUse, position, key] = page.after
      ? decodeCursor(page.after, 'text', 'integer', 'text')
      : ['', 0, ''];
    const rows = await this.database.query<ReasonRecord>(
      `SELECT ${COLUMNS} FROM reason WHERE ($1::text IS NULL OR use = $1) AND (use, position, key) > ($2, $3, $4)
        ORDER BY use, position, key LIMIT $5`,
      [use ?? null, afterUse, position, key, page.size + 1],
    );
    return pageOf(rows, page.size, (row) => [row.use, row.position, row.key]);
  }

  /** @throws not_found `reason.not_found` */
  async get(use: string, key: string): Promise<ReasonRecord> {
    const [row] = await this.database.query<ReasonRecord>(
      `SELECT ${COLUMNS} FROM reason WHERE use = $1 AND key = $2`,
      [use, key],
    );
    if (!row) throw notFound('reason.not_found');
    return row;
  }

  /** @throws conflict `reason.exists`; invalid at `key` when it is a reserved system reason */
  async create(draft: ReasonDraft, actorId: string): Promise<ReasonRecord> {
    if (SYSTEM_REASONS.includes(draft.key as SystemReason)) throw invalidField('key', 'reserved');
    const made = await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<ReasonRecord>(
        `INSERT INTO reason (use, key, name_ar, name_en, position, active) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
        [draft.use, draft.key, draft.name.ar, draft.name.en, draft.position, draft.active],
      );
      if (!row) throw conflict('reason.exists');
      tx.emit(
        'audit.noted',
        catalogueAuditNote(actorId, 'reason', `${draft.use}/${draft.key}`, 'config.created'),
      );
      return row;
    });
    this.catalogue.invalidate();
    return made;
  }

  /**
   * Changes the given fields; `active: false` retires the reason.
   * @throws stale when `version` is not the present one; conflict `reason.last_of_use`: without any, agents could not
   * decline, take a break, or say how a conversation went
   */
  async change(
    use: string,
    key: string,
    patch: Partial<Omit<ReasonDraft, 'use' | 'key'>>,
    version: number,
    actorId: string,
  ): Promise<ReasonRecord> {
    const changed = await this.unitOfWork.run(async (tx) => {
      const ofUse = await lockUse(tx, use);
      const before = ofUse.find((row) => row.key === key);
      if (!before) throw notFound('reason.not_found');
      requireVersion(before, version);
      const { name, position, active } = { ...before, ...patch };
      if (!active && !ofUse.some((row) => row.active && row.key !== key))
        throw conflict('reason.last_of_use');
      const [row] = await tx.query<ReasonRecord>(
        `UPDATE reason SET name_ar = $3, name_en = $4, position = $5, active = $6, version = version + 1
          WHERE use = $1 AND key = $2 RETURNING ${COLUMNS}`,
        [use, key, name.ar, name.en, position, active],
      );
      tx.emit(
        'audit.noted',
        catalogueAuditNote(actorId, 'reason', `${use}/${key}`, catalogueAuditAction(before, patch), patch),
      );
      return row!;
    });
    this.catalogue.invalidate();
    return changed;
  }
}

/** Locks all reasons of a use in a fixed order, so that two concurrent changes cannot retire the last two. */
function lockUse(tx: Tx, use: string): Promise<ReasonRecord[]> {
  return tx.query<ReasonRecord>(`SELECT ${COLUMNS} FROM reason WHERE use = $1 ORDER BY key FOR UPDATE`, [
    use,
  ]);
}
