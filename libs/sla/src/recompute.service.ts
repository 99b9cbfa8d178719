import { Inject, Injectable } from '@nestjs/common';
import { addMs } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { formatTicketNumber, TicketLifecycleHooks } from '#wasl/tickets';
import { readTicketClocks } from './clock-store.js';
import { recalculate } from './ticket-clock-hook.js';
import { SlaRules } from './rules.service.js';

/** Tickets per transaction: few, so that agents working on them do not wait long. */
const BATCH = 100;
/**
 * A second run follows the change after this delay: by then every process uses the new rules, and clocks that were
 * still started under the old ones are corrected.
 */
const SECOND_RUN_DELAY_MS = 15_000;
/** Two runs over running clocks, and one over open tickets without clocks, from before SLA clocks existed. */
const RUNS = 3;

const WITH_CLOCKS = `
SELECT DISTINCT ticket_id FROM clock
 WHERE ticket_id > $1 AND ended_at IS NULL AND ($3::text[] IS NULL OR calendar = ANY($3))
 ORDER BY ticket_id LIMIT $2`;
const WITHOUT_CLOCKS = `
SELECT t.id FROM ticket t
 WHERE t.id > $1 AND t.status IN ('new','open','pending')
   AND NOT EXISTS (SELECT 1 FROM clock c WHERE c.ticket_id = t.id)
 ORDER BY t.id LIMIT $2`;

const SELECT_RECENT = `
SELECT c.revision, c.cause, c.calendars, c.at, c.moved, c.done_at AS "doneAt",
       CASE WHEN c.done_at IS NOT NULL THEN 'done' WHEN c.run > 1 THEN 'settling' ELSE 'running' END AS phase,
       CASE WHEN c.done_at IS NULL AND c.run = 1 THEN
         (SELECT count(*)::int FROM (SELECT DISTINCT ticket_id FROM clock
                WHERE ticket_id > c.after_ticket AND ended_at IS NULL
                  AND (c.calendars IS NULL OR calendar = ANY(c.calendars)) LIMIT $2) t) END AS left
  FROM sla_change c ORDER BY c.revision DESC LIMIT $1`;

interface Change {
  revision: string;
  calendars: string[] | null;
  at: Date;
  run: number;
  afterTicket: string;
}

/** The remaining count stops at this number. */
const MAX_COUNTED = 10_000;

/** A change of the rules and the progress of its recomputation. */
export interface Recomputation {
  revision: string;
  cause: string;
  /** calendars whose clocks it concerns; null for all */
  calendars: string[] | null;
  at: string;
  /** tickets whose due times it has moved so far */
  moved: number;
  /** `settling`: the first run is complete; the second looks for clocks started under old rules meanwhile */
  phase: 'running' | 'settling' | 'done';
  /** tickets still to process while it is running; counted up to {@link MAX_COUNTED} */
  left: number | null;
  doneAt: string | null;
}

/**
 * Recomputes running clocks after every change of the rules, in batches. Each batch stores its position in the same
 * transaction, so that another process can continue after a crash.
 */
@Injectable()
export class Recompute {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SlaRules) private readonly rules: SlaRules,
    @Inject(TicketLifecycleHooks) private readonly hooks: TicketLifecycleHooks,
  ) {}

  /** Serialises rule changes: whoever sees a revision also sees all earlier ones. */
  static async lockRevisions(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('sla_change'))`);
  }

  /** Records a change in the caller's transaction. @param calendars whose clocks it concerns; null for all */
  static async recordChange(
    tx: Tx,
    change: { cause: string; calendars: string[] | null; byId: string | null },
  ): Promise<string> {
    await Recompute.lockRevisions(tx);
    const [row] = await tx.query<{ revision: string }>(
      `INSERT INTO sla_change (cause, calendars, at, not_before, by_id) VALUES ($1, $2, $3, $3, $4) RETURNING revision`,
      [change.cause, change.calendars, tx.now, change.byId],
    );
    return row!.revision;
  }

  /**
   * Services have SLA targets of their own, which are administered elsewhere. When they have changed, this is recorded
   * as a change of the rules.
   */
  @PeriodicTask({ name: 'note-services', everyMs: 10_000 })
  async recordServiceChanges(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const [row] = await tx.query<{ now: string; before: string | null }>(
        `SELECT md5(coalesce(string_agg(concat_ws(' ', id, first_response_minutes, resolution_minutes), ',' ORDER BY id), ''))
                  AS now, (SELECT value #>> '{}' FROM setting WHERE key = 'sla-services') AS before
           FROM service`,
      );
      const { now, before } = row!;
      if (now === before) return;
      const [won] = await tx.query(
        `INSERT INTO setting (key, value) VALUES ('sla-services', to_jsonb($1::text))
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = now()
          WHERE setting.value IS DISTINCT FROM excluded.value RETURNING key`,
        [now],
      );
      if (won && before !== null)
        await Recompute.recordChange(tx, { cause: 'service promises', calendars: null, byId: null });
    });
  }

  /** The latest changes, newest first, with the progress of their recomputation. */
  async recent(limit = 50): Promise<Recomputation[]> {
    const rows = await this.database.query<
      Omit<Recomputation, 'at' | 'doneAt'> & { at: Date; doneAt: Date | null }
    >(SELECT_RECENT, [limit, MAX_COUNTED]);
    return rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      doneAt: row.doneAt?.toISOString() ?? null,
    }));
  }

  /** Goes on until nothing is left that may be done now. @returns how many tickets were looked at */
  @PeriodicTask({ name: 'recalculate-clocks', everyMs: 2_000 })
  async run(): Promise<number> {
    let total = 0;
    for (;;) {
      const processed = await this.runBatch();
      if (processed === null) return total;
      total += processed;
    }
  }

  /** One batch of the oldest unfinished change. @returns null when there is none */
  private async runBatch(): Promise<number | null> {
    return this.unitOfWork.run(async (tx) => {
      const [change] = await tx.query<Change>(
        `SELECT revision, calendars, at, run, after_ticket AS "afterTicket" FROM sla_change
          WHERE done_at IS NULL AND not_before <= $1 ORDER BY revision LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [tx.now],
      );
      if (!change) return null;
      const rules = await this.rules.atLeast(BigInt(change.revision));
      const ids = await this.nextTickets(tx, change);
      if (ids.length === 0) {
        await this.endRun(tx, change);
        return 0;
      }
      const recalculated = recalculate(
        tx,
        (await readTicketClocks(tx, ids)).map((ticket) => ({ ticket })),
        rules,
        tx.now.getTime(),
      );
      const moved = recalculated.filter((one) => one.moved);
      // Urgency follows the new due times in the same transaction.
      if (moved.length > 0)
        await this.hooks.dueTimesMoved(
          tx,
          moved.map(({ ticket }) => ticket.id),
        );
      for (const { ticket } of moved) {
        const { id, number, queueKey, status, version, assigneeId } = ticket;
        tx.emit('sla.moved', {
          ticketId: id,
          number: formatTicketNumber(number),
          queue: queueKey,
          status,
          version,
          assigneeId,
        });
      }
      tx.send('UPDATE sla_change SET after_ticket = $2, moved = moved + $3 WHERE revision = $1', [
        change.revision,
        ids.at(-1),
        moved.length,
      ]);
      return ids.length;
    });
  }

  /** The next tickets of a run, locked, in order. */
  private async nextTickets(tx: Tx, change: Change): Promise<string[]> {
    const isBackfill = change.run === RUNS;
    if (isBackfill && change.calendars !== null) return [];
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM ticket WHERE id IN (${isBackfill ? WITHOUT_CLOCKS : WITH_CLOCKS}) ORDER BY id FOR NO KEY UPDATE`,
      isBackfill ? [change.afterTicket, BATCH] : [change.afterTicket, BATCH, change.calendars],
    );
    return rows.map((row) => row.id);
  }

  private async endRun(tx: Tx, change: Change): Promise<void> {
    await tx.query(
      `UPDATE sla_change SET run = run + 1, after_ticket = 0, not_before = $3,
              done_at = CASE WHEN run >= $2 THEN $4::timestamptz END
        WHERE revision = $1`,
      [change.revision, RUNS, addMs(change.at, SECOND_RUN_DELAY_MS), tx.now],
    );
  }
}
