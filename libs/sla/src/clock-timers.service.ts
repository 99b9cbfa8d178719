import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';
import { readTicketClocks, type TicketClocks, writeClocks } from './clock-store.js';
import { type Clock, strike } from './domain/clock.js';
import type { EscalationStep } from './domain/policy.js';
import { Escalate } from './escalate.service.js';
import { writtenOf } from './keep-clocks.js';
import { SlaRules } from './rules.service.js';

/** How many clocks one look takes at most. */
const LOOK = 500;
/** Tickets whose clocks strike without consequences are written together. */
const TOGETHER = 50;
/** A clock that cannot strike for a fault of ours is tried again after this, so that it does not hold up others. */
const POSTPONE_SECONDS = 30;

interface Struck {
  ticket: TicketClocks;
  before: Clock;
  after: Clock;
  percents: number[];
  steps: EscalationStep[];
}

/** Lets clocks strike: at risk, broken, and the escalation steps that follow. Several processes may do it at once. */
@Injectable()
export class ClockTimers {
  private readonly logger = new Logger('ClockTimers');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(SlaRules) private readonly rules: SlaRules,
    @Inject(Escalate) private readonly escalate: Escalate,
  ) {}

  /** Strikes what is due by the database's time. @returns how many tickets had a clock that struck */
  @PeriodicTask({ name: 'fire-due-timers', everyMs: 1_000 })
  async strikeDue(): Promise<number> {
    let struck = 0;
    for (;;) {
      const ids = await this.dueTickets();
      const now = await this.strikeAll(ids);
      struck += now;
      // A whole look that came to nothing is in other hands, or postponed.
      if (ids.length === 0 || now === 0) return struck;
    }
  }

  private async dueTickets(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT ticket_id AS id
         FROM (SELECT ticket_id FROM clock WHERE next_at <= now() ORDER BY next_at LIMIT $1) c ORDER BY id`,
      [LOOK],
    );
    return rows.map((row) => row.id);
  }

  private async strikeAll(ids: string[]): Promise<number> {
    let struck = 0;
    for (let n = 0; n < ids.length; n += TOGETHER) {
      const some = ids.slice(n, n + TOGETHER);
      const { done, apart } = await this.strikeTogether(some);
      struck += done;
      for (const id of apart) struck += await this.strikeAlone(id);
    }
    return struck;
  }

  /** One transaction for many tickets; those with escalation steps are left for a transaction of their own. */
  private strikeTogether(ids: string[]): Promise<{ done: number; apart: string[] }> {
    return this.work.run(async (tx) => {
      const struck = await this.struckOf(tx, await this.lock(tx, ids));
      const apart = new Set(struck.filter(({ steps }) => steps.length > 0).map(({ ticket }) => ticket.id));
      const here = struck.filter(({ ticket }) => !apart.has(ticket.id));
      this.write(tx, here);
      return { done: new Set(here.map(({ ticket }) => ticket.id)).size, apart: [...apart] };
    });
  }

  private async strikeAlone(id: string): Promise<number> {
    try {
      return await this.work.run(async (tx) => {
        const struck = await this.struckOf(tx, await this.lock(tx, [id]));
        this.write(tx, struck);
        for (const one of struck) await this.takeSteps(tx, one);
        return struck.length > 0 ? 1 : 0;
      });
    } catch (error) {
      this.logger.error(`clocks of ticket ${id} postponed: ${(error as Error).message}`);
      await this.postpone(id);
      return 0;
    }
  }

  /** What others hold they may be about to settle; the next look sees it again. */
  private async lock(tx: Tx, ids: string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT id FROM ticket WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED',
      [ids],
    );
    return rows.map((row) => row.id);
  }

  private async struckOf(tx: Tx, ids: string[]): Promise<Struck[]> {
    if (ids.length === 0) return [];
    const rules = this.rules.inForce;
    const tickets = await readTicketClocks(tx, ids);
    return tickets.flatMap((ticket) =>
      ticket.clocks.flatMap((before) => {
        if (before.nextAt === null || before.nextAt > tx.now.getTime()) return [];
        const { clock: after, percents } = strike(before, rules, tx.now.getTime());
        const steps = (rules.policy(after.policy)?.steps ?? []).filter(
          (step) => step.clock === after.kind && percents.includes(step.percent),
        );
        return [{ ticket, before, after, percents, steps }];
      }),
    );
  }

  private write(tx: Tx, struck: Struck[]): void {
    writeClocks(
      tx,
      struck.map(({ ticket, after }) => writtenOf(ticket, after)),
    );
    for (const { ticket, after, percents } of struck) {
      const broken = percents.includes(100);
      if (!broken && !percents.includes(after.atRiskPercent)) continue;
      const type = broken ? 'sla.breached' : 'sla.at_risk';
      tx.emit(type, promiseEvent(ticket, after));
      tx.insert(
        `INSERT INTO history (ticket_id, at, actor_kind, type, data) VALUES ($1, $2, 'system', $3, $4)`,
        [
          ticket.id,
          tx.now,
          broken ? 'promise_broken' : 'promise_at_risk',
          JSON.stringify({ clock: after.kind, dueAt: new Date(after.dueAt).toISOString() }),
        ],
      );
    }
  }

  private async takeSteps(tx: Tx, { ticket, after, steps }: Struck): Promise<void> {
    for (const step of steps) {
      const [first] = await tx.query(
        `INSERT INTO clock_step (ticket_id, kind, round, step, at, outcome) VALUES ($1, $2, $3, $4, $5, 'done')
         ON CONFLICT DO NOTHING RETURNING step`,
        [ticket.id, after.kind, after.round, step.key, tx.now],
      );
      if (!first) continue;
      try {
        const tell = await this.escalate.take(tx, ticket, step);
        tx.emit('sla.escalated', { ...promiseEvent(ticket, after), step: step.key, do: step.do, tell });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        // A step that the ticket's state refuses is over; the refusal is kept where the step is.
        tx.send(
          `UPDATE clock_step SET outcome = $5 WHERE ticket_id = $1 AND kind = $2 AND round = $3 AND step = $4`,
          [ticket.id, after.kind, after.round, step.key, error.code],
        );
      }
    }
  }

  private async postpone(ticketId: string): Promise<void> {
    await this.database.query(
      `UPDATE clock SET next_at = now() + $2 * interval '1 second' WHERE ticket_id = $1 AND next_at <= now()`,
      [ticketId, POSTPONE_SECONDS],
    );
  }
}

const promiseEvent = (ticket: TicketClocks, clock: Clock) => ({
  ticketId: ticket.id,
  number: formatTicketNumber(ticket.number),
  queue: ticket.queueKey,
  clock: clock.kind,
  dueAt: new Date(clock.dueAt).toISOString(),
  assigneeId: ticket.assigneeId,
});
