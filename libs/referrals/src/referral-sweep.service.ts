import { Inject, Injectable, Logger } from '@nestjs/common';
import { Database, PeriodicTask, type Tx, UnitOfWork } from '#wasl/platform';
import { lockTicketById } from '#wasl/tickets';
import { ChangeReferral, type Doer, type Done } from './change-referral.service.js';
import { dueStep } from './domain/ladder.js';
import { EntityClock, readEntityTimes } from './entity-clock.js';
import { lockReferral, type ReferralRow } from './referral-row.js';
import { arbitersOf, workingFor } from './staff-to-tell.js';

/** How many referrals one pass looks at. */
const PER_PASS = 200;
/** One that fails because of a bug is tried again after this time, so that it does not hold up others. */
const POSTPONE_SECONDS = 60;
/** Under this step the end of the time to answer is noted, which is none of the ladder. */
const ANSWER_STEP = -1;
const BY_ITSELF: Doer = { by: 'system', staffId: null };

/**
 * Takes the steps that are due when an entity keeps silent. What is due is decided under the locks from the row and the
 * ladder as they are then, so that it may run twice at once, stop at any place, and catches up after a standstill.
 */
@Injectable()
export class ReferralSweep {
  private readonly logger = new Logger('ReferralSweep');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ChangeReferral) private readonly changes: ChangeReferral,
    @Inject(EntityClock) private readonly clock: EntityClock,
  ) {}

  /** @returns how many steps were taken */
  @PeriodicTask({ name: 'escalate-referrals', everyMs: 5_000 })
  async takeDueSteps(): Promise<number> {
    const due = await this.database.query<{ id: string; ticketId: string }>(
      `SELECT id, ticket_id AS "ticketId" FROM referral WHERE next_step_at <= now() ORDER BY next_step_at LIMIT $1`,
      [PER_PASS],
    );
    let taken = 0;
    for (const one of due) if (await this.takeStep(one)) taken += 1;
    return taken;
  }

  /** One step of one referral; what is due beyond it comes in the next pass. */
  private async takeStep({ id, ticketId }: { id: string; ticketId: string }): Promise<boolean> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const ticket = await lockTicketById(tx, ticketId);
        const referral = await lockReferral(tx, id);
        if (referral.nextStepAt === null || referral.nextStepAt > tx.now) return false;
        const done = await (referral.state === 'accepted'
          ? this.lateAnswer(tx, referral)
          : this.silence(tx, referral));
        await this.changes.apply(tx, ticket, referral, done, BY_ITSELF);
        return true;
      });
    } catch (error) {
      this.logger.error(`referral ${id} postponed: ${(error as Error).message}`);
      await this.database.query(
        `UPDATE referral SET next_step_at = now() + $2 * interval '1 second' WHERE id = $1 AND next_step_at <= now()`,
        [id, POSTPONE_SECONDS],
      );
      return false;
    }
  }

  private async lateAnswer(tx: Tx, { id, acceptedBy }: ReferralRow): Promise<Done> {
    const tell = acceptedBy === null ? [] : [acceptedBy];
    note(tx, id, ANSWER_STEP, 'overdue', tell);
    return { what: 'overdue', patch: { nextStepAt: null }, data: { of: 'answer' }, tell };
  }

  private async silence(tx: Tx, referral: ReferralRow): Promise<Done> {
    const entity = await readEntityTimes(tx, referral.entityId);
    const step = dueStep(referral.steps, entity.ladder);
    const tell = await this.toldOf(tx, referral, step);
    note(tx, referral.id, referral.steps, step.what, tell);
    const steps = referral.steps + 1;
    const isLast = step.what === 'arbitration';
    return {
      what: step.what,
      patch: {
        steps,
        nextStepAt: isLast ? null : this.clock.nextStepAt(entity, steps, referral.acceptBy),
        ...(isLast && { arbiterSince: tx.now }),
      },
      data: step.what === 'step' ? { step: referral.steps } : { of: 'acceptance' },
      tell,
    };
  }

  private toldOf(tx: Tx, { entityId }: ReferralRow, step: ReturnType<typeof dueStep>): Promise<string[]> {
    if (step.what === 'arbitration') return arbitersOf(tx);
    return step.what === 'step' ? workingFor(tx, entityId, step.officers) : Promise.resolve([]);
  }
}

function note(tx: Tx, id: string, step: number, what: string, told: string[]): void {
  tx.send(
    `INSERT INTO referral_step (referral_id, step, what, at, told) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [id, step, what, tx.now, told],
  );
}
