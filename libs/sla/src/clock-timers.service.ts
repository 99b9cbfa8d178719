import { Inject, Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { addSystemHistory, formatTicketNumber } from '#wasl/tickets';
import { readTicketClocks, type TicketClocks, writeClocks } from './clock-store.js';
import { type Clock, fireDueEvents } from './domain/clock.js';
import type { EscalationStep } from './domain/policy.js';
import { Escalate } from './escalate.service.js';
import { clockWriteOf } from './ticket-clock-hook.js';
import { SlaRules } from './rules.service.js';

/** Maximum number of clocks read per pass. */
const CLOCKS_PER_PASS = 500;
/** Tickets without escalation steps are written in batches of this size. */
const TICKETS_PER_BATCH = 50;
/** A clock that fails because of a bug is retried after this delay, so that it does not hold up others. */
const POSTPONE_SECONDS = 30;

interface FiredClock {
  ticket: TicketClocks;
  before: Clock;
  after: Clock;
  percents: number[];
  steps: EscalationStep[];
}

/**
 * Fires due clock timers: at risk, breached, and the escalation steps that follow. Processes may run it concurrently.
 */
@Injectable()
export class ClockTimers {
  private readonly logger = new Logger('ClockTimers');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SlaRules) private readonly rules: SlaRules,
    @Inject(Escalate) private readonly escalate: Escalate,
  ) {}

  /** Strikes what is due by the database's time. @returns how many tickets had a clock that struck */
  @PeriodicTask({ name: 'fire-due-timers', everyMs: 1_000 })
  async fireDueTimers(): Promise<number> {
    let fired = 0;
    for (;;) {
      const ids = await this.dueTickets();
      const now = await this.fireAll(ids);
      fired += now;
      // When a whole pass fires nothing, other processes hold the tickets, or they are postponed.
      if (ids.length === 0 || now === 0) return fired;
    }
  }

  private async dueTickets(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT ticket_id AS id
         FROM (SELECT ticket_id FROM clock WHERE next_at <= now() ORDER BY next_at LIMIT $1) c ORDER BY id`,
      [CLOCKS_PER_PASS],
    );
    return rows.map((row) => row.id);
  }

  private async fireAll(ids: string[]): Promise<number> {
    let fired = 0;
    for (let n = 0; n < ids.length; n += TICKETS_PER_BATCH) {
      const some = ids.slice(n, n + TICKETS_PER_BATCH);
      const { done, withSteps } = await this.fireBatch(some);
      fired += done;
      for (const id of withSteps) fired += await this.fireOne(id);
    }
    return fired;
  }

  /** One transaction for many tickets; tickets with escalation steps get a transaction of their own. */
  private fireBatch(ids: string[]): Promise<{ done: number; withSteps: string[] }> {
    return this.unitOfWork.run(async (tx) => {
      const fired = await this.firedClocks(tx, await this.lock(tx, ids));
      const withSteps = new Set(fired.filter(({ steps }) => steps.length > 0).map(({ ticket }) => ticket.id));
      const here = fired.filter(({ ticket }) => !withSteps.has(ticket.id));
      this.write(tx, here);
      return { done: new Set(here.map(({ ticket }) => ticket.id)).size, withSteps: [...withSteps] };
    });
  }

  private async fireOne(id: string): Promise<number> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const fired = await this.firedClocks(tx, await this.lock(tx, [id]));
        this.write(tx, fired);
        for (const one of fired) await this.runSteps(tx, one);
        return fired.length > 0 ? 1 : 0;
      });
    } catch (error) {
      this.logger.error(`clocks of ticket ${id} postponed: ${(error as Error).message}`);
      await this.postpone(id);
      return 0;
    }
  }

  /** Skips locked tickets, which may be settled right now; the next pass sees them again. */
  private async lock(tx: Tx, ids: string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      'SELECT id FROM ticket WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE SKIP LOCKED',
      [ids],
    );
    return rows.map((row) => row.id);
  }

  private async firedClocks(tx: Tx, ids: string[]): Promise<FiredClock[]> {
    if (ids.length === 0) return [];
    const rules = this.rules.current;
    const tickets = await readTicketClocks(tx, ids);
    return tickets.flatMap((ticket) =>
      ticket.clocks.flatMap((before) => {
        if (before.nextEventAt === null || before.nextEventAt > tx.now.getTime()) return [];
        const { clock: after, percents } = fireDueEvents(before, rules, tx.now.getTime());
        const steps = (rules.policy(after.policy)?.steps ?? []).filter(
          (step) => step.clock === after.kind && percents.includes(step.percent),
        );
        return [{ ticket, before, after, percents, steps }];
      }),
    );
  }

  private write(tx: Tx, fired: FiredClock[]): void {
    writeClocks(
      tx,
      fired.map(({ ticket, after }) => clockWriteOf(ticket, after)),
    );
    for (const { ticket, after, percents } of fired) {
      const broken = percents.includes(100);
      if (!broken && !percents.includes(after.atRiskPercent)) continue;
      const type = broken ? 'sla.breached' : 'sla.at_risk';
      tx.emit(type, promiseEvent(ticket, after));
      addSystemHistory(tx, {
        ticketId: ticket.id,
        type: broken ? 'promise_broken' : 'promise_at_risk',
        data: { clock: after.kind, dueAt: new Date(after.dueAt).toISOString() },
      });
    }
  }

  private async runSteps(tx: Tx, { ticket, after, steps }: FiredClock): Promise<void> {
    for (const step of steps) {
      const [first] = await tx.query(
        `INSERT INTO clock_step (ticket_id, kind, round, step, at, outcome) VALUES ($1, $2, $3, $4, $5, 'done')
         ON CONFLICT DO NOTHING RETURNING step`,
        [ticket.id, after.kind, after.round, step.key, tx.now],
      );
      if (!first) continue;
      try {
        const recipients = await this.escalate.runStep(tx, ticket, step);
        tx.emit('sla.escalated', {
          ...promiseEvent(ticket, after),
          step: step.key,
          do: step.do,
          tell: recipients,
        });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        // A step that the ticket's state does not allow is finished; the error code is stored with the step.
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
