import { Inject, Injectable } from '@nestjs/common';
import type { EntityKind } from '#wasl/contracts';
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
import { Database, pageByKey, type Tx, UnitOfWork } from '#wasl/platform';
import { catalogueAuditAction, catalogueAuditNote } from './catalogue-audit.js';
import { Catalogue } from './catalogue.js';
import { type EntityNode, placeFault } from './domain/entity-tree.js';
import { ladderFault } from './domain/ladder.js';
import type { LadderStep } from './entity.entity.js';

/** A government body as administrators see and change it. */
export interface EntityDraft {
  key: string;
  name: Localized;
  kind: EntityKind;
  /** key of the entity it is a part of, such as the ministry of a directorate */
  parent: string | null;
  /** how the centre reaches it */
  phone: string;
  email: string;
  address: string;
  /** key of a calendar; null: the hours of the country */
  calendar: string | null;
  /** minutes of business time in which it accepts or returns what is referred to it */
  acceptMinutes: number;
  /** minutes of business time in which it answers, where the ticket has no due time of its own */
  answerMinutes: number;
  /** who is told, one after the other, when nobody takes what was referred */
  ladder: LadderStep[];
  active: boolean;
}
export type EntityRecord = EntityDraft & { version: number };

const COLUMNS = `e.key, json_build_object('ar', e.name_ar, 'en', e.name_en) AS name, e.kind,
  (SELECT p.key FROM entity p WHERE p.id = e.parent_id) AS parent, e.phone, e.email, e.address, e.calendar,
  e.accept_minutes AS "acceptMinutes", e.answer_minutes AS "answerMinutes", e.ladder, e.active, e.version`;
const SELECT = `SELECT ${COLUMNS} FROM entity e`;

/**
 * Manages the government entities, which form a tree. A retired entity keeps its services and their tickets; whatever
 * is a part of it must be retired or moved before.
 */
@Injectable()
export class EntityAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  async list(page: PageRequest): Promise<Page<EntityRecord>> {
    return pageByKey<EntityRecord>(this.database, page, SELECT, 'e.key', (row) => row.key);
  }

  /** @throws not_found `entity.not_found` */
  async get(key: string): Promise<EntityRecord> {
    return found(await this.database.query<EntityRecord>(`${SELECT} WHERE e.key = $1`, [key]));
  }

  /** @throws conflict `entity.exists`; invalid at `parent` or `calendar` */
  async create(draft: EntityDraft, actorId: string): Promise<EntityRecord> {
    const made = await this.unitOfWork.run(async (tx) => {
      const tree = await lockTree(tx);
      requirePlace(tree, draft);
      await requireCalendar(tx, draft.calendar);
      const [row] = await tx.query(
        `INSERT INTO entity (id, key, name_ar, name_en, kind, parent_id, phone, email, address, calendar, active,
                             accept_minutes, answer_minutes, ladder)
         VALUES ($1, $2, $3, $4, $5, (SELECT id FROM entity WHERE key = $6), $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (key) DO NOTHING RETURNING id`,
        [uuidv7(), ...valuesOf(draft)],
      );
      if (!row) throw conflict('entity.exists');
      await requireLadder(tx, draft);
      tx.emit('audit.noted', catalogueAuditNote(actorId, 'entity', draft.key, 'config.created'));
      return found(await tx.query<EntityRecord>(`${SELECT} WHERE e.key = $1`, [draft.key]));
    });
    this.catalogue.invalidate();
    return made;
  }

  /**
   * Changes the given fields; `active: false` retires the entity.
   * @throws stale when `version` is not the present one; conflict `entity.has_parts` when it cannot be retired; invalid
   *   as {@link create}
   */
  async change(
    key: string,
    patch: Partial<Omit<EntityDraft, 'key'>>,
    version: number,
    actorId: string,
  ): Promise<EntityRecord> {
    const changed = await this.unitOfWork.run(async (tx) => {
      const tree = await lockTree(tx);
      const before = found(await tx.query<EntityRecord>(`${SELECT} WHERE e.key = $1`, [key]));
      requireVersion(before, version);
      const draft = { ...before, ...patch, key };
      if (draft.parent !== before.parent || draft.active !== before.active) requirePlace(tree, draft);
      if (draft.calendar !== before.calendar) await requireCalendar(tx, draft.calendar);
      if (patch.ladder) await requireLadder(tx, draft);
      tx.send(
        `UPDATE entity SET name_ar = $2, name_en = $3, kind = $4, parent_id = (SELECT id FROM entity WHERE key = $5),
                phone = $6, email = $7, address = $8, calendar = $9, active = $10,
                accept_minutes = $11, answer_minutes = $12, ladder = $13, version = version + 1
          WHERE key = $1`,
        valuesOf(draft),
      );
      tx.emit(
        'audit.noted',
        catalogueAuditNote(actorId, 'entity', key, catalogueAuditAction(before, patch), patch),
      );
      return found(await tx.query<EntityRecord>(`${SELECT} WHERE e.key = $1`, [key]));
    });
    this.catalogue.invalidate();
    return changed;
  }
}

/** The whole tree is locked, because two changes that are each in order could close a circle together. */
async function lockTree(tx: Tx): Promise<EntityNode[]> {
  await tx.query('SELECT id FROM entity ORDER BY id FOR UPDATE');
  // Read by a statement of its own: one that waited for the lock shows the parents as they were before.
  return tx.query<EntityNode>(
    `SELECT e.key, p.key AS parent, e.active FROM entity e LEFT JOIN entity p ON p.id = e.parent_id`,
  );
}

/** @throws invalid at `parent`; conflict `entity.has_parts` */
function requirePlace(tree: EntityNode[], draft: EntityDraft): void {
  const fault = placeFault(tree, draft);
  if (fault === 'has_parts') throw conflict('entity.has_parts');
  if (fault) throw invalidField('parent', fault);
}

async function requireCalendar(tx: Tx, calendar: string | null): Promise<void> {
  if (calendar === null) return;
  const [row] = await tx.query('SELECT 1 FROM calendar WHERE key = $1 AND active', [calendar]);
  if (!row) throw invalidField('calendar', 'calendar_unknown', { calendar });
}

/** @throws invalid at `ladder` */
async function requireLadder(tx: Tx, { key, ladder }: EntityDraft): Promise<void> {
  const fault = ladderFault(ladder);
  if (fault) throw invalidField('ladder', fault);
  const officers = [...new Set(ladder.flatMap((step) => step.officers))];
  const found = await tx.query(
    `SELECT s.id FROM staff s JOIN entity e ON e.id = s.entity_id
      WHERE s.id = ANY($1::uuid[]) AND e.key = $2 AND s.disabled_at IS NULL`,
    [officers, key],
  );
  if (found.length < officers.length) throw invalidField('ladder', 'officer_elsewhere');
}

const valuesOf = (draft: EntityDraft) => [
  draft.key,
  draft.name.ar,
  draft.name.en,
  draft.kind,
  draft.parent,
  draft.phone,
  draft.email,
  draft.address,
  draft.calendar,
  draft.active,
  draft.acceptMinutes,
  draft.answerMinutes,
  JSON.stringify(draft.ladder),
];

function found(rows: EntityRecord[]): EntityRecord {
  if (!rows[0]) throw notFound('entity.not_found');
  return rows[0];
}
