import { Inject, Injectable } from '@nestjs/common';
import { invalidField, isUuid, notFound, uuidv7 } from '#wasl/kernel';
import { Database, UnitOfWork } from '#wasl/platform';

export interface DutyDraft {
  /** key; null: for queues without a duty officer of their own */
  queue: string | null;
  /** id */
  staff: string;
  from: string;
  /** null: no end date */
  to: string | null;
}
export interface DutyRecord {
  id: string;
  queue: string | null;
  staff: { id: string; name: string };
  from: string;
  to: string | null;
}

/** Who is on duty when an SLA target is breached. */
@Injectable()
export class DutyOfficers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Duty officers now or later. */
  async list(): Promise<DutyRecord[]> {
    return (
      await this.database.query<Row>(`${SELECT} WHERE d.to_at IS NULL OR d.to_at > now() ${ORDER}`)
    ).map(recordOf);
  }

  /** @throws invalid at `queue`, `staff` or `to` */
  async add(draft: DutyDraft, byId: string): Promise<DutyRecord> {
    if (draft.to !== null && Date.parse(draft.to) <= Date.parse(draft.from))
      throw invalidField('to', 'before_from');
    return this.unitOfWork.run(async (tx) => {
      const [queue] = await tx.query<{ id: string }>('SELECT id FROM queue WHERE key = $1 AND active', [
        draft.queue,
      ]);
      if (draft.queue && !queue) throw invalidField('queue', 'not_found');
      const [staff] = await tx.query('SELECT 1 FROM staff WHERE id = $1 AND disabled_at IS NULL', [
        draft.staff,
      ]);
      if (!staff) throw invalidField('staff', 'not_found');
      const id = uuidv7(tx.now.getTime());
      tx.send(
        'INSERT INTO duty_officer (id, queue_id, staff_id, from_at, to_at) VALUES ($1, $2, $3, $4, $5)',
        [id, queue?.id ?? null, draft.staff, draft.from, draft.to],
      );
      tx.emit('audit.noted', {
        actorId: byId,
        action: 'config.created',
        targetKind: 'duty_officer',
        targetId: id,
        detail: { queue: draft.queue, staff: draft.staff },
      });
      const [row] = await tx.query<Row>(`${SELECT} WHERE d.id = $1`, [id]);
      return recordOf(row!);
    });
  }

  /** @throws not_found `duty.not_found` */
  async remove(id: string, byId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query('DELETE FROM duty_officer WHERE id = $1 RETURNING id', [
        isUuid(id) ? id : null,
      ]);
      if (!row) throw notFound('duty.not_found');
      tx.emit('audit.noted', {
        actorId: byId,
        action: 'config.removed',
        targetKind: 'duty_officer',
        targetId: id,
        detail: {},
      });
    });
  }
}

interface Row {
  id: string;
  queue: string | null;
  staff: { id: string; name: string };
  from: Date;
  to: Date | null;
}

const SELECT = `
SELECT d.id, q.key AS queue, json_build_object('id', s.id, 'name', s.name) AS staff, d.from_at AS "from", d.to_at AS "to"
  FROM duty_officer d JOIN staff s ON s.id = d.staff_id LEFT JOIN queue q ON q.id = d.queue_id`;
const ORDER = 'ORDER BY d.from_at, d.id LIMIT 200';

const recordOf = (row: Row): DutyRecord => ({
  ...row,
  from: row.from.toISOString(),
  to: row.to?.toISOString() ?? null,
});
