import { Inject, Injectable, Logger } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { Database, UnitOfWork, PeriodicTask } from '#wasl/platform';
import { RouteCall } from '#wasl/routing';
import { lockCallById } from './call-rows.js';
import { Callbacks } from './callbacks.service.js';
import { emptyCallEvent } from './domain/call-event.js';
import { endOfLost, isMissed } from './domain/call-lifecycle.js';
import { callbackQueue } from './domain/queue-of-call.js';
import { HandleCallEvent } from './handle-call-event.service.js';

const BATCH_SIZE = 100;
/** how long a late newCall event of an ended call may take to arrive */
const NEW_CALL_GRACE_SECONDS = 60;
const MAX_RING_SECONDS = 180;
/** no real call lasts this long: its hangup was lost, and the agent's capacity with it */
const MAX_RINGING_HOURS = 2;
const MAX_TALKING_HOURS = 12;

/** Repairs calls whose events were lost. */
@Injectable()
export class CallSweep {
  private readonly logger = new Logger('CallSweep');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(HandleCallEvent) private readonly calls: HandleCallEvent,
    @Inject(RouteCall) private readonly router: RouteCall,
  ) {}

  /** @returns how many calls were put right */
  @PeriodicTask({ name: 'end-lost-calls', everyMs: 30_000 })
  async run(): Promise<number> {
    return (await this.callBackMissed()) + (await this.endStale()) + (await this.releaseReserved());
  }

  /** Releases agents reserved for a call that has been ringing too long without further events. */
  async releaseReserved(): Promise<number> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT w.interaction_id AS id FROM work w JOIN interaction i ON i.id = w.interaction_id
        WHERE w.state = 'offered' AND i.answered_at IS NULL
          AND coalesce(i.ringing_since, i.started_at) < now() - $1 * interval '1 second' LIMIT $2`,
      [MAX_RING_SECONDS, BATCH_SIZE],
    );
    for (const { id } of rows) await this.unitOfWork.run((tx) => this.router.release(tx, id));
    return rows.length;
  }

  /**
   * Creates callbacks for missed calls without one: their newCall event never came, or there was no queue for the
   * callback.
   */
  async callBackMissed(): Promise<number> {
    const queues = await this.catalogue.queues();
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM interaction
        WHERE channel = 'phone' AND call_id IS NOT NULL AND direction = 'in' AND answered_at IS NULL
          AND (from_number IS NOT NULL OR from_raw IS NOT NULL) AND cause NOT IN ('forwarded', 'rejected') AND ticket_id IS NULL AND done_at IS NULL
          AND started_at > now() - interval '2 days' AND ended_at < now() - $1 * interval '1 second'
        ORDER BY started_at DESC, id DESC LIMIT $2`,
      [NEW_CALL_GRACE_SECONDS, BATCH_SIZE],
    );
    for (const { id } of rows) {
      await this.unitOfWork.run(async (tx) => {
        const row = await lockCallById(tx, id);
        const queue = row && callbackQueue(queues, row.call.queueId);
        if (row && queue && row.ticketId === null && isMissed(row.call))
          await this.callbacks.createForMissedCall(tx, row, queue);
      });
    }
    return rows.length;
  }

  async endStale(): Promise<number> {
    const rows = await this.database.query<{ callId: string; answered: boolean; at: Date }>(
      `SELECT call_id AS "callId", answered_at IS NOT NULL AS answered, updated_at AS at FROM interaction
        WHERE channel = 'phone' AND call_id IS NOT NULL AND ended_at IS NULL
          AND coalesce(answered_at, started_at) < now()
              - CASE WHEN answered_at IS NULL THEN $1::int ELSE $2::int END * interval '1 hour'
        LIMIT $3`,
      [MAX_RINGING_HOURS, MAX_TALKING_HOURS, BATCH_SIZE],
    );
    for (const { callId, answered, at } of rows) {
      this.logger.warn('ended a call whose hangup was lost');
      // Nobody knows when it ended: its last event is the last that is certain.
      const cause = endOfLost({ answered });
      await this.calls.handle({ ...emptyCallEvent('hangup', callId), cause, ...(answered && { at }) });
    }
    return rows.length;
  }
}
