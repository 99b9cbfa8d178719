import { Inject, Injectable } from '@nestjs/common';
import {
  conflict,
  type Localized,
  notFound,
  type Page,
  type PageRequest,
  requireVersion,
  uuidv7,
} from '#wasl/kernel';
import { Database, pageByKey, UnitOfWork } from '#wasl/platform';
import { catalogueAuditAction, catalogueAuditNote } from './catalogue-audit.js';
import { Catalogue } from './catalogue.js';

export interface EntityDraft {
  key: string;
  name: Localized;
  active: boolean;
}
export type EntityRecord = EntityDraft & { version: number };

const COLUMNS = `key, json_build_object('ar', name_ar, 'en', name_en) AS name, active, version`;

/** Manages the government entities. A retired entity keeps its services and their tickets. */
@Injectable()
export class EntityAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  async list(page: PageRequest): Promise<Page<EntityRecord>> {
    return pageByKey<EntityRecord>(
      this.database,
      page,
      `SELECT ${COLUMNS} FROM entity`,
      'key',
      (row) => row.key,
    );
  }

  /** @throws not_found `entity.not_found` */
  async get(key: string): Promise<EntityRecord> {
    const [row] = await this.database.query<EntityRecord>(`SELECT ${COLUMNS} FROM entity WHERE key = $1`, [
      key,
    ]);
    if (!row) throw notFound('entity.not_found');
    return row;
  }

  /** @throws conflict `entity.exists` */
  async create(draft: EntityDraft, actorId: string): Promise<EntityRecord> {
    const made = await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<EntityRecord>(
        `INSERT INTO entity (id, key, name_ar, name_en, active) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (key) DO NOTHING RETURNING ${COLUMNS}`,
        [uuidv7(), draft.key, draft.name.ar, draft.name.en, draft.active],
      );
      if (!row) throw conflict('entity.exists');
      tx.emit('audit.noted', catalogueAuditNote(actorId, 'entity', draft.key, 'config.created'));
      return row;
    });
    this.catalogue.invalidate();
    return made;
  }

  /** Changes the given fields; `active: false` retires the entity. @throws stale when `version` is not the present one */
  async change(
    key: string,
    patch: Partial<Omit<EntityDraft, 'key'>>,
    version: number,
    actorId: string,
  ): Promise<EntityRecord> {
    const changed = await this.unitOfWork.run(async (tx) => {
      const [before] = await tx.query<EntityRecord>(
        `SELECT ${COLUMNS} FROM entity WHERE key = $1 FOR UPDATE`,
        [key],
      );
      if (!before) throw notFound('entity.not_found');
      requireVersion(before, version);
      const { name, active } = { ...before, ...patch };
      const [row] = await tx.query<EntityRecord>(
        `UPDATE entity SET name_ar = $2, name_en = $3, active = $4, version = version + 1 WHERE key = $1
         RETURNING ${COLUMNS}`,
        [key, name.ar, name.en, active],
      );
      tx.emit(
        'audit.noted',
        catalogueAuditNote(actorId, 'entity', key, catalogueAuditAction(before, patch), patch),
      );
      return row!;
    });
    this.catalogue.invalidate();
    return changed;
  }
}
