import { Inject, Injectable } from '@nestjs/common';
import type { Proof, TicketKind } from '#wasl/contracts';
import {
  conflict,
  invalid,
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
import { attributeFaults, type Open311Type, type ServiceAttribute } from './domain/service-attribute.js';

/** A service as administrators see and change it. */
export interface ServiceDraft {
  code: string;
  /** key */
  entity: string;
  /** key */
  queue: string;
  name: Localized;
  description: Localized;
  group: Localized;
  keywords: string;
  kind: TicketKind;
  /** SLA targets in minutes of business time */
  firstResponseMinutes: number;
  resolutionMinutes: number;
  /** what an entity must show before a matter of it counts as fixed */
  proof: Proof;
  open311: Open311Type | null;
  attributes: ServiceAttribute[];
  position: number;
  active: boolean;
  /** its tickets are closed to all but its groups, and reading one is audited */
  restricted: boolean;
  /** names of the groups of staff that may read its tickets when it is restricted */
  readerGroups: string[];
}
export type ServiceRecord = ServiceDraft & { version: number };

const SELECT = `
SELECT v.code, e.key AS entity, q.key AS queue, json_build_object('ar', v.name_ar, 'en', v.name_en) AS name,
       json_build_object('ar', v.description_ar, 'en', v.description_en) AS description,
       json_build_object('ar', v.group_ar, 'en', v.group_en) AS "group", v.keywords, v.kind,
       v.first_response_minutes AS "firstResponseMinutes", v.resolution_minutes AS "resolutionMinutes",
       v.proof, v.open311, v.attributes, v.position, v.active, v.restricted, v.reader_groups AS "readerGroups", v.version
  FROM service v JOIN entity e ON e.id = v.entity_id JOIN queue q ON q.id = v.queue_id`;

/** Manages the services of the catalogue. They are retired, never deleted, because tickets refer to them. */
@Injectable()
export class ServiceAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** Lists all, retired ones included, by code. */
  async list(page: PageRequest): Promise<Page<ServiceRecord>> {
    return pageByKey<ServiceRecord>(this.database, page, SELECT, 'v.code', (row) => row.code);
  }

  /** @throws not_found `service.not_found` */
  async get(code: string): Promise<ServiceRecord> {
    return found(await this.database.query<ServiceRecord>(`${SELECT} WHERE v.code = $1`, [code]));
  }

  /** @throws conflict `service.exists`; invalid at `entity`, `queue`, `attributes` or `readerGroups` */
  async create(draft: ServiceDraft, actorId: string): Promise<ServiceRecord> {
    const made = await this.unitOfWork.run(async (tx) => {
      const row = await columnsOf(tx, draft);
      const names = Object.keys(row);
      const [inserted] = await tx.query(
        `INSERT INTO service (id, ${names.join(', ')}) VALUES ($1, ${names.map((_, i) => `$${i + 2}`).join(', ')})
         ON CONFLICT (code) DO NOTHING RETURNING id`,
        [uuidv7(), ...Object.values(row)],
      );
      if (!inserted) throw conflict('service.exists');
      tx.emit('audit.noted', catalogueAuditNote(actorId, 'service', draft.code, 'config.created'));
      return found(await tx.query<ServiceRecord>(`${SELECT} WHERE v.code = $1`, [draft.code]));
    });
    this.catalogue.invalidate();
    return made;
  }

  /**
   * Changes the given fields; `active: false` retires the service.
   * @throws stale when `version` is not the present one; invalid as {@link create}
   */
  async change(
    code: string,
    patch: Partial<Omit<ServiceDraft, 'code'>>,
    version: number,
    actorId: string,
  ): Promise<ServiceRecord> {
    const changed = await this.unitOfWork.run(async (tx) => {
      const [locked] = await tx.query<{ version: number }>(
        'SELECT version FROM service WHERE code = $1 FOR UPDATE',
        [code],
      );
      if (!locked) throw notFound('service.not_found');
      requireVersion(locked, version);
      const before = found(await tx.query<ServiceRecord>(`${SELECT} WHERE v.code = $1`, [code]));
      const row = await columnsOf(tx, { ...before, ...patch, code });
      const sets = Object.keys(row).map((name, i) => `${name} = $${i + 2}`);
      tx.send(`UPDATE service SET ${sets.join(', ')}, version = version + 1 WHERE code = $1`, [
        code,
        ...Object.values(row),
      ]);
      tx.emit(
        'audit.noted',
        catalogueAuditNote(actorId, 'service', code, catalogueAuditAction(before, patch), patch),
      );
      const after = found(await tx.query<ServiceRecord>(`${SELECT} WHERE v.code = $1`, [code]));
      if (readersOf(before) !== readersOf(after)) tx.emit('service.readers_changed', { service: code });
      return after;
    });
    this.catalogue.invalidate();
    return changed;
  }
}

/** Comparable. */
const readersOf = ({ restricted, readerGroups }: ServiceRecord) =>
  restricted ? JSON.stringify(readerGroups) : '';

/** The column values of a draft. @throws invalid when a reference does not exist or its questions are contradictory */
async function columnsOf(tx: Tx, draft: ServiceDraft): Promise<Record<string, unknown>> {
  const faults = attributeFaults(draft.attributes);
  if (faults.length > 0) throw invalid(faults);
  // Nobody could read what is filed with it.
  if (draft.restricted && draft.readerGroups.length === 0) throw invalidField('readerGroups', 'required');
  const [entity] = await tx.query<{ id: string }>('SELECT id FROM entity WHERE key = $1', [draft.entity]);
  if (!entity) throw invalidField('entity', 'not_found');
  const [queue] = await tx.query<{ id: string }>('SELECT id FROM queue WHERE key = $1', [draft.queue]);
  if (!queue) throw invalidField('queue', 'not_found');
  return {
    code: draft.code,
    entity_id: entity.id,
    queue_id: queue.id,
    name_ar: draft.name.ar,
    name_en: draft.name.en,
    description_ar: draft.description.ar,
    description_en: draft.description.en,
    group_ar: draft.group.ar,
    group_en: draft.group.en,
    keywords: draft.keywords,
    kind: draft.kind,
    first_response_minutes: draft.firstResponseMinutes,
    resolution_minutes: draft.resolutionMinutes,
    proof: draft.proof,
    open311: draft.open311,
    attributes: JSON.stringify(draft.attributes),
    position: draft.position,
    active: draft.active,
    restricted: draft.restricted,
    reader_groups: [...new Set(draft.readerGroups)],
  };
}

function found(rows: ServiceRecord[]): ServiceRecord {
  if (!rows[0]) throw notFound('service.not_found');
  return rows[0];
}
