import { Inject, Injectable } from '@nestjs/common';
import { addMs } from '#wasl/kernel';
import { type Tx, UnitOfWork } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import { readTicketClocks } from './clock-store.js';
import { keepUp } from './keep-clocks.js';
import { SlaRules } from './rules.service.js';

/** Tickets of one transaction: small, so that whoever works on one of them does not wait long. */
const BATCH = 100;
/**
 * A second run comes this long after the change: by then every process promises by the new rules, and what one of them
 * still promised by the old ones is put right.
 */
const SETTLED_MS = 15_000;
/** Two runs over the clocks that run, and one over open tickets that have none: they came from before there were any. */
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

interface Change {
  revision: string;
  calendars: string[] | null;
  at: Date;
  run: number;
  afterTicket: string;
}

/**
 * Recomputes the clocks that run after every change of the rules: batch by batch, each with its place in the same
 * transaction, so that a process that dies is followed by another that goes on from there.
 */
@Injectable()
export class Recompute {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(SlaRules) private readonly rules: SlaRules,
  ) {}

  /** Notes a change in its own transaction. @param calendars whose clocks it concerns; null for all */
  static async note(
    tx: Tx,
    change: { cause: string; calendars: string[] | null; byId: string | null },
  ): Promise<string> {
    // One change after the other: a revision that is seen has all that came before it.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('sla_change'))`);
    const [row] = await tx.query<{ revision: string }>(
      `INSERT INTO sla_change (cause, calendars, at, not_before, by_id) VALUES ($1, $2, $3, $3, $4) RETURNING revision`,
      [change.cause, change.calendars, tx.now, change.byId],
    );
    return row!.revision;
  }

  /** Goes on until nothing is left that may be done now. @returns how many tickets were looked at */
  async run(): Promise<number> {
    let seen = 0;
    for (;;) {
      const looked = await this.step();
      if (looked === null) return seen;
      seen += looked;
    }
  }

  /** One batch of the oldest unfinished change. @returns null when there is none */
  private async step(): Promise<number | null> {
    return this.work.run(async (tx) => {
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
      const kept = keepUp(
        tx,
        (await readTicketClocks(tx, ids)).map((ticket) => ({ ticket })),
        rules,
        tx.now.getTime(),
      );
      const moved = kept.filter((one) => one.moved);
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

  /** The next tickets of a run, locked, in their order. */
  private async nextTickets(tx: Tx, change: Change): Promise<string[]> {
    const adopts = change.run === RUNS;
    if (adopts && change.calendars !== null) return [];
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM ticket WHERE id IN (${adopts ? WITHOUT_CLOCKS : WITH_CLOCKS}) ORDER BY id FOR NO KEY UPDATE`,
      adopts ? [change.afterTicket, BATCH] : [change.afterTicket, BATCH, change.calendars],
    );
    return rows.map((row) => row.id);
  }

  private async endRun(tx: Tx, change: Change): Promise<void> {
    await tx.query(
      `UPDATE sla_change SET run = run + 1, after_ticket = 0, not_before = $3,
              done_at = CASE WHEN run >= $2 THEN $4::timestamptz END
        WHERE revision = $1`,
      [change.revision, RUNS, addMs(change.at, SETTLED_MS), tx.now],
    );
  }
}
