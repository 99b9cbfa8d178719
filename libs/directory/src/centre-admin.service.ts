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
import { Database, pageByKey, type Tx, UnitOfWork } from '#wasl/platform';
import { catalogueAuditAction, catalogueAuditNote } from './catalogue-audit.js';

/** A service centre as administrators see and change it. */
export interface CentreDraft {
  key: string;
  name: Localized;
  address: Localized;
  /** prefix of its call-up numbers */
  letter: string;
  /** key of a calendar; null: open around the clock */
  calendar: string | null;
  /** keys of the queues it serves; the first one takes visits without a service */
  queues: string[];
  /** labels of its desks, in their order */
  desks: string[];
  active: boolean;
}
export type CentreRecord = CentreDraft & { version: number };

const SELECT = `
SELECT c.key, json_build_object('ar', c.name_ar, 'en', c.name_en) AS name,
       json_build_object('ar', c.address_ar, 'en', c.address_en) AS address, c.letter, c.calendar,
       ARRAY(SELECT q.key FROM centre_queue cq JOIN queue q ON q.id = cq.queue_id
              WHERE cq.centre_id = c.id ORDER BY cq.position) AS queues,
       ARRAY(SELECT d.label FROM desk d WHERE d.centre_id = c.id AND d.active ORDER BY d.position) AS desks,
       c.active, c.version
  FROM centre c`;

/** Manages the service centres and their desks. Both are retired, never deleted, because visits refer to them. */
@Injectable()
export class CentreAdmin {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Lists all, retired ones included, by key. */
  async list(page: PageRequest): Promise<Page<CentreRecord>> {
    return pageByKey<CentreRecord>(this.database, page, SELECT, 'c.key', (row) => row.key);
  }

  /** @throws not_found `centre.not_found` */
  async get(key: string): Promise<CentreRecord> {
    return found(await this.database.query<CentreRecord>(`${SELECT} WHERE c.key = $1`, [key]));
  }

  /** @throws conflict `centre.exists`; invalid at `queues`, `desks` or `calendar` */
  async create(draft: CentreDraft, actorId: string): Promise<CentreRecord> {
    return this.unitOfWork.run(async (tx) => {
      await requireKnown(tx, draft);
      const id = uuidv7();
      const [row] = await tx.query(
        `INSERT INTO centre (id, key, name_ar, name_en, address_ar, address_en, letter, calendar, active)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (key) DO NOTHING RETURNING id`,
        [id, draft.key, ...valuesOf(draft)],
      );
      if (!row) throw conflict('centre.exists');
      writeParts(tx, id, draft);
      tx.emit('audit.noted', catalogueAuditNote(actorId, 'centre', draft.key, 'config.created'));
      return found(await tx.query<CentreRecord>(`${SELECT} WHERE c.id = $1`, [id]));
    });
  }

  /**
   * Changes the given fields; `active: false` retires the centre. Omitted desks are retired; agents who sit there may
   * finish.
   * @throws stale when `version` is not the present one; invalid as {@link create}
   */
  async change(
    key: string,
    patch: Partial<Omit<CentreDraft, 'key'>>,
    version: number,
    actorId: string,
  ): Promise<CentreRecord> {
    return this.unitOfWork.run(async (tx) => {
      const [locked] = await tx.query<{ id: string; version: number }>(
        'SELECT id, version FROM centre WHERE key = $1 FOR UPDATE',
        [key],
      );
      if (!locked) throw notFound('centre.not_found');
      requireVersion(locked, version);
      const before = found(await tx.query<CentreRecord>(`${SELECT} WHERE c.id = $1`, [locked.id]));
      const draft = { ...before, ...patch, key };
      await requireKnown(tx, draft, before.calendar);
      tx.send(
        `UPDATE centre SET name_ar = $2, name_en = $3, address_ar = $4, address_en = $5, letter = $6, calendar = $7,
                active = $8, version = version + 1 WHERE id = $1`,
        [locked.id, ...valuesOf(draft)],
      );
      writeParts(tx, locked.id, draft);
      tx.emit(
        'audit.noted',
        catalogueAuditNote(actorId, 'centre', key, catalogueAuditAction(before, patch), patch),
      );
      return found(await tx.query<CentreRecord>(`${SELECT} WHERE c.id = $1`, [locked.id]));
    });
  }
}

const valuesOf = ({ name, address, letter, calendar, active }: CentreDraft) => [
  name.ar,
  name.en,
  address.ar,
  address.en,
  letter,
  calendar,
  active,
];

/** @throws invalid when a reference does not exist or is repeated */
async function requireKnown(
  tx: Tx,
  { queues, desks, calendar }: CentreDraft,
  calendarBefore: string | null = null,
): Promise<void> {
  if (queues.length === 0) throw invalidField('queues', 'required');
  for (const [path, list] of Object.entries({ queues, desks })) {
    if (new Set(list).size < list.length) throw invalidField(path, 'repeated');
  }
  const known = await tx.query<{ key: string }>('SELECT key FROM queue WHERE key = ANY($1::text[])', [
    queues,
  ]);
  const missing = queues.find((key) => !known.some((row) => row.key === key));
  if (missing !== undefined) throw invalidField('queues', 'queue_unknown', { key: missing });
  // A calendar that was retired since may stay.
  if (calendar === calendarBefore || calendar === null) return;
  const [row] = await tx.query('SELECT 1 FROM calendar WHERE key = $1 AND active', [calendar]);
  if (!row) throw invalidField('calendar', 'calendar_unknown', { calendar });
}

function writeParts(tx: Tx, centreId: string, { queues, desks }: CentreDraft): void {
  tx.send('DELETE FROM centre_queue WHERE centre_id = $1', [centreId]);
  tx.send(
    `INSERT INTO centre_queue (centre_id, queue_id, position)
     SELECT $1, q.id, x.n FROM unnest($2::text[]) WITH ORDINALITY AS x (key, n) JOIN queue q ON q.key = x.key`,
    [centreId, queues],
  );
  tx.send('UPDATE desk SET active = false WHERE centre_id = $1 AND label <> ALL ($2::text[])', [
    centreId,
    desks,
  ]);
  tx.send(
    `INSERT INTO desk (id, centre_id, label, position)
     SELECT x.id, $1, x.label, x.n FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS x (id, label, n)
     ON CONFLICT (centre_id, label) DO UPDATE SET position = excluded.position, active = true`,
    [centreId, desks.map(() => uuidv7()), desks],
  );
}

function found(rows: CentreRecord[]): CentreRecord {
  if (!rows[0]) throw notFound('centre.not_found');
  return rows[0];
}
