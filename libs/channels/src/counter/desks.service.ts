import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, conflict, type Localized, notFound } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import { CounterCalendar } from './counter-calendar.js';

/** The desk a member of staff works at today. */
export interface DeskAssignment {
  deskId: string;
  desk: string;
  centreId: string;
  centre: { key: string; name: Localized };
  since: string;
}

export interface CentreWithDesks {
  key: string;
  name: Localized;
  desks: { label: string; takenBy: { id: string; name: string } | null }[];
}

const CURRENT_ASSIGNMENT = `
SELECT d.id AS "deskId", d.label AS desk, c.id AS "centreId", s.since,
       json_build_object('key', c.key, 'name', json_build_object('ar', c.name_ar, 'en', c.name_en)) AS centre
  FROM desk_sitting s JOIN desk d ON d.id = s.desk_id JOIN centre c ON c.id = d.centre_id
 WHERE s.staff_id = $1 AND s.since >= $2`;

/**
 * Which member of staff works at which desk. A desk is chosen for one day; a person has one desk, and a desk one
 * person.
 */
@Injectable()
export class Desks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CounterCalendar) private readonly days: CounterCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The active centres with their desks and who works there now. */
  list(): Promise<CentreWithDesks[]> {
    return this.database.query<CentreWithDesks>(
      `SELECT c.key, json_build_object('ar', c.name_ar, 'en', c.name_en) AS name,
              coalesce((SELECT json_agg(json_build_object('label', d.label, 'takenBy',
                          CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END) ORDER BY d.position)
                 FROM desk d LEFT JOIN desk_sitting s ON s.desk_id = d.id AND s.since >= $1
                 LEFT JOIN staff p ON p.id = s.staff_id AND p.disabled_at IS NULL
                WHERE d.centre_id = c.id AND d.active), '[]') AS desks
         FROM centre c WHERE c.active ORDER BY c.key`,
      [this.days.startOfDay(this.clock.now())],
    );
  }

  async current(staffId: string): Promise<DeskAssignment | null> {
    const rows = await this.database.query<AssignmentRow>(CURRENT_ASSIGNMENT, [
      staffId,
      this.days.startOfDay(this.clock.now()),
    ]);
    return rows[0] ? toAssignment(rows[0]) : null;
  }

  /**
   * Takes a desk and releases the previous one.
   * @param takeOver also when a colleague has it, who then has no desk
   * @throws not_found `desk.not_found`; conflict `desk.taken`, `visit.unfinished`
   */
  async assign(staffId: string, centreKey: string, label: string, takeOver: boolean): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      // Serialises concurrent requests of the same person.
      await tx.query('SELECT 1 FROM staff WHERE id = $1 FOR NO KEY UPDATE', [staffId]);
      const deskId = await lockDesk(tx, centreKey, label);
      const [holder] = await tx.query<{ id: string; name: string }>(
        `SELECT p.id, p.name FROM desk_sitting s JOIN staff p ON p.id = s.staff_id AND p.disabled_at IS NULL
          WHERE s.desk_id = $1 AND s.since >= $2`,
        [deskId, this.days.startOfDay(tx.now)],
      );
      if (holder?.id === staffId) return;
      if (holder && !takeOver) throw conflict('desk.taken', { name: holder.name });
      await requireNoVisitInService(tx, staffId);
      if (holder) requeueCalled(tx, holder.id);
      requeueCalled(tx, staffId);
      tx.send('DELETE FROM desk_sitting WHERE desk_id = $1 OR staff_id = $2', [deskId, staffId]);
      tx.send('INSERT INTO desk_sitting (desk_id, staff_id, since) VALUES ($1, $2, $3)', [
        deskId,
        staffId,
        tx.now,
      ]);
    });
  }

  /** A called visit goes back to waiting. @throws conflict `visit.unfinished` while they serve a visit */
  async release(staffId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await tx.query('SELECT 1 FROM staff WHERE id = $1 FOR NO KEY UPDATE', [staffId]);
      await requireNoVisitInService(tx, staffId);
      requeueCalled(tx, staffId);
      tx.send('DELETE FROM desk_sitting WHERE staff_id = $1', [staffId]);
    });
  }

  /** Locks and returns the desk of a member of staff, so that their actions are serialised. */
  async lockAssignment(tx: Tx, staffId: string): Promise<DeskAssignment> {
    const [row] = await tx.query<AssignmentRow>(`${CURRENT_ASSIGNMENT} FOR UPDATE OF s`, [
      staffId,
      this.days.startOfDay(tx.now),
    ]);
    if (!row) throw conflict('desk.required');
    return toAssignment(row);
  }
}

type AssignmentRow = Omit<DeskAssignment, 'since'> & { since: Date };
const toAssignment = (row: AssignmentRow): DeskAssignment => ({ ...row, since: row.since.toISOString() });

async function lockDesk(tx: Tx, centreKey: string, label: string): Promise<string> {
  const [desk] = await tx.query<{ id: string }>(
    `SELECT d.id FROM desk d JOIN centre c ON c.id = d.centre_id AND c.active
      WHERE c.key = $1 AND d.label = $2 AND d.active FOR UPDATE OF d`,
    [centreKey, label],
  );
  if (!desk) throw notFound('desk.not_found');
  return desk.id;
}

async function requireNoVisitInService(tx: Tx, staffId: string): Promise<void> {
  const [visit] = await tx.query(`SELECT 1 FROM counter_visit WHERE staff_id = $1 AND state = 'serving'`, [
    staffId,
  ]);
  if (visit) throw conflict('visit.unfinished');
}

/** A visit that was called but not served waits again, in its old place. */
export function requeueCalled(tx: Tx, staffId: string): void {
  tx.send(
    `UPDATE counter_visit SET state = 'waiting', staff_id = NULL, desk_id = NULL, called_at = NULL
      WHERE staff_id = $1 AND state = 'called'`,
    [staffId],
  );
}
