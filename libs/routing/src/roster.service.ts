import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, DomainError, type FieldFault, invalid, uuidv7 } from '#wasl/kernel';
import { ANY_ETAG, Database, UnitOfWork } from '#wasl/platform';

/** Planned state: at work, or away. */
export const ROSTER_STATES = ['available', 'not_ready'] as const;
export type RosterState = (typeof ROSTER_STATES)[number];

export interface Shift {
  /** id or e-mail address */
  agent: string;
  from: Date;
  to: Date;
  state: RosterState;
  reason: string | null;
}
export interface Adherence {
  agent: { id: string; name: string };
  scheduledSeconds: number;
  inStateSeconds: number;
  /** time in the scheduled state ÷ scheduled time, in percent; null when nothing was scheduled yet */
  percent: number | null;
}
interface Period {
  from: Date;
  to: Date;
}

const EXCLUSION_VIOLATION = '23P01';

/** When agents are scheduled to work, and how closely they kept to the schedule. */
@Injectable()
export class Roster {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Shifts that overlap a period, in order, and the version of those that begin in it. */
  async list({ from, to }: Period): Promise<{ shifts: (Shift & { name: string })[]; version: string }> {
    const rows = await this.database.query<Shift & { id: string; name: string }>(
      `SELECT r.id, r.staff_id AS agent, s.name, r.from_at AS "from", r.to_at AS "to", r.state, r.reason
         FROM roster_shift r JOIN staff s ON s.id = r.staff_id
        WHERE r.from_at < $2 AND r.to_at > $1 ORDER BY r.from_at, s.name, r.staff_id`,
      [from, to],
    );
    return {
      shifts: rows.map(({ id: _id, ...shift }) => shift),
      version: versionOf(rows.filter((row) => row.from >= from)),
    };
  }

  /**
   * Replaces the shifts that begin in a period; others stay.
   * @param expectedVersion the version of the shifts being replaced
   * @throws stale when other shifts begin in the period by now
   * @throws invalid with every faulty shift: unknown agent, outside the period, empty, or overlapping
   */
  async replace(period: Period, shifts: Shift[], expectedVersion: string, byId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const people = await tx.query<{ id: string; email: string }>(
        'SELECT id, email FROM staff WHERE id::text = ANY($1) OR email = ANY($1)',
        [shifts.map(({ agent }) => agent.toLowerCase())],
      );
      const idOf = new Map(people.flatMap(({ id, email }) => [[id, id] as const, [email, id] as const]));
      const rows = shifts.map((shift) => ({ ...shift, agent: idOf.get(shift.agent.toLowerCase()) ?? null }));
      const faults = faultsOf(rows, period);
      if (faults.length > 0) throw invalid(faults);
      // Serialised: two requests that replace the same days at once must not both see the version they expect.
      await tx.query('LOCK TABLE roster_shift IN SHARE ROW EXCLUSIVE MODE');
      const replaced = await tx.query<{ id: string }>(
        'DELETE FROM roster_shift WHERE from_at >= $1 AND from_at < $2 RETURNING id',
        [period.from, period.to],
      );
      if (expectedVersion !== ANY_ETAG && versionOf(replaced) !== expectedVersion)
        throw new DomainError('stale', 'roster.changed');
      await tx
        .query(INSERT, [
          rows.map(() => uuidv7(tx.now.getTime())),
          rows.map((row) => row.agent),
          rows.map((row) => row.from),
          rows.map((row) => row.to),
          rows.map((row) => row.state),
          rows.map((row) => row.reason),
        ])
        .catch((error: { code?: string }) => {
          // It overlaps a shift that began before the period.
          throw error.code === EXCLUSION_VIOLATION
            ? invalid([{ path: 'from', code: 'shifts_overlap' }])
            : error;
        });
      tx.emit('audit.noted', {
        actorId: byId,
        action: 'config.changed',
        targetKind: 'roster',
        targetId: period.from.toISOString(),
        detail: { to: period.to.toISOString(), shifts: shifts.length },
      });
    });
  }

  /** For each agent who was scheduled in a period, up to now. */
  async adherence({ from, to }: Period): Promise<Adherence[]> {
    const rows = await this.database.query<{ id: string; name: string; scheduled: number; adhered: number }>(
      ADHERENCE,
      [from, to, this.clock.now()],
    );
    return rows.map(({ id, name, scheduled, adhered }) => ({
      agent: { id, name },
      scheduledSeconds: Math.round(scheduled),
      inStateSeconds: Math.round(adhered),
      percent: scheduled > 0 ? Math.round((adhered / scheduled) * 10_000) / 100 : null,
    }));
  }
}

/** Every replacement inserts new rows, so the set of ids identifies the version. */
function versionOf(shifts: { id: string }[]): string {
  const ids = shifts.map(({ id }) => id).sort();
  return createHash('sha256').update(ids.join()).digest('base64url').slice(0, 22);
}

function faultsOf(rows: (Omit<Shift, 'agent'> & { agent: string | null })[], period: Period): FieldFault[] {
  const faults: FieldFault[] = [];
  const last = new Map<string, Date>();
  const sorted = rows
    .map((row, n) => ({ ...row, n }))
    .sort((a, b) => a.from.getTime() - b.from.getTime() || a.n - b.n);
  for (const { agent, from, to, n } of sorted) {
    if (!agent) faults.push({ path: `shifts.${n}.agent`, code: 'not_found' });
    if (to <= from) faults.push({ path: `shifts.${n}.to`, code: 'ends_before' });
    if (from < period.from || from >= period.to)
      faults.push({ path: `shifts.${n}.from`, code: 'outside_period' });
    const before = agent ? last.get(agent) : undefined;
    if (before && before > from) faults.push({ path: `shifts.${n}.from`, code: 'shifts_overlap' });
    if (agent && (!before || to > before)) last.set(agent, to);
  }
  return faults;
}

const INSERT = `
INSERT INTO roster_shift (id, staff_id, from_at, to_at, state, reason)
SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[])`;

/** Scheduled as available: available, busy or wrap-up count as adherence; scheduled as away: the other states do. */
const ADHERENCE = `
WITH piece AS (
  SELECT staff_id, state, tstzrange(greatest(from_at, $1), least(to_at, $2, $3)) AS span
    FROM roster_shift WHERE from_at < least($2, $3) AND to_at > $1
), adhered AS (
  SELECT p.staff_id, extract(epoch FROM upper(p.span) - lower(p.span)) AS scheduled,
         (SELECT coalesce(sum(extract(epoch FROM least(coalesce(l.to_at, $3), upper(p.span))
                                              - greatest(l.from_at, lower(p.span)))), 0)
            FROM presence_spell l
           WHERE l.staff_id = p.staff_id AND tstzrange(l.from_at, l.to_at) && p.span
             AND (l.state IN ('available', 'busy', 'wrap_up')) = (p.state = 'available')) AS adhered
    FROM piece p
)
SELECT s.id, s.name, sum(k.scheduled)::float8 AS scheduled, sum(k.adhered)::float8 AS adhered
  FROM adhered k JOIN staff s ON s.id = k.staff_id GROUP BY s.id, s.name ORDER BY s.name, s.id`;
