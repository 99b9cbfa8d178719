import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import type { DomainEvent, EventType } from '#wasl/contracts';
import { SETTINGS, type RuntimeSettings } from '../config/settings.js';
import { Leader } from '../database/leader.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { LiveSender } from '../live/live-sender.js';
import { LiveStore } from '../live/live-store.js';
import { Metrics } from '../metrics/metrics.js';
import { EventHandlers } from './event-handlers.js';
import { OUTBOX_CHANNEL } from './outbox-waker.js';

const LOCK = 7_246_010;
const POLL_MS = 1_000;
const BATCH = 500;
/**
 * Events that arrive while a batch is being moved wait this long and are moved together, because a batch costs about
 * ten statements and one job per consumer, however many events it contains. A single event does not wait. Under load
 * the window is longer: that delays events less than queueing behind many small batches.
 */
const BATCH_WINDOW_MS = 20;
const BATCH_WINDOW_BUSY_MS = 50;
const MANY = 40;
/** How often boards are told up to when their figures are true; they say so when they hear nothing for five seconds. */
const TELL_PROJECTED_MS = 2_000;
/** an event that fails this often becomes a dead letter, which administrators see */
const ATTEMPTS = 3;

/**
 * A leader that takes over sends again what the one before may have stored and not sent, as much as a leader that hung was
 * waited for, and more; clients skip repetitions.
 */
const RESEND_SECONDS = 15;

interface Row {
  id: string;
  type: EventType;
  data: DomainEvent['data'];
  at: Date;
}

/**
 * Moves events out of the outbox: into the live rooms and counters (in the same transaction), and to the job queue of
 * every job handler. One process leads, so that rooms see events in the order in which they were stored; a leader that
 * hung and was replaced commits no batch any more. A crash between adding jobs and the commit repeats the batch; job ids
 * and handlers make the repetition harmless.
 */
@Injectable()
export class OutboxDispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('OutboxDispatcher');
  private readonly leader: Leader;
  private poll?: NodeJS.Timeout;
  private draining?: Promise<void>;
  private drainAgain = false;
  private toldProjectedAt = -Infinity;

  constructor(
    @Inject(SETTINGS) settings: RuntimeSettings,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(EventHandlers) private readonly handlers: EventHandlers,
    @Inject(LiveSender) private readonly sender: LiveSender,
    @Inject(LiveStore) private readonly liveStore: LiveStore,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {
    this.leader = new Leader({
      url: settings.DATABASE_URL,
      lock: LOCK,
      name: 'outbox',
      listen: [OUTBOX_CHANNEL],
      onLead: (epoch) => this.lead(epoch),
      onNotify: () => this.drain(),
      onLost: () => this.rest(),
    });
  }

  onApplicationBootstrap(): void {
    this.leader.start();
  }

  /** Ends the batch that is being moved, while its jobs can still be added and its connection is open. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.poll);
    await this.leader.stop();
    await this.draining;
  }

  private lead(epoch: number): void {
    this.metrics.leaderEpoch.set({ leader: 'outbox' }, epoch);
    clearInterval(this.poll);
    this.poll = setInterval(() => this.drain(), POLL_MS);
    void this.resend().finally(() => this.drain());
  }

  private async resend(): Promise<void> {
    try {
      this.sender.send(await this.liveStore.recent(RESEND_SECONDS));
    } catch (error) {
      this.logger.warn(`what the leader before stored is not sent again: ${(error as Error).message}`);
    }
  }

  private rest(): void {
    this.metrics.leaderEpoch.set({ leader: 'outbox' }, 0);
    clearInterval(this.poll);
  }

  /** Starts draining, or asks the running drain to check once more. */
  private drain(): void {
    if (this.draining) this.drainAgain = true;
    else this.draining = this.drainUntilEmpty().finally(() => (this.draining = undefined));
  }

  private async drainUntilEmpty(): Promise<void> {
    do {
      this.drainAgain = false;
      const moved = await this.drainAll().catch((error: Error) => {
        this.logger.error(`outbox not drained, trying again: ${error.message}`);
        return 0;
      });
      if (this.drainAgain) await pause(moved < MANY ? BATCH_WINDOW_MS : BATCH_WINDOW_BUSY_MS);
    } while (this.drainAgain);
  }

  /** @returns the size of the last batch */
  private async drainAll(): Promise<number> {
    let moved = BATCH;
    while (moved === BATCH && this.leader.isLeading) {
      try {
        moved = await this.move(BATCH);
      } catch (error) {
        // Another leads, and moves what was not committed.
        if (!this.leader.isLeading) return 0;
        this.logger.warn(`batch refused, moving one by one: ${(error as Error).message}`);
        moved = await this.moveOneByOne();
      }
    }
    return moved;
  }

  /** Moves up to `limit` events in one transaction. @returns how many were moved */
  private async move(limit: number): Promise<number> {
    let after: (sender: LiveSender) => void = () => {};
    let now: Date | undefined;
    /** the last event when more may follow; without one, everything until now is projected */
    let projectedTo: Date | undefined;
    const count = await this.unitOfWork.run(async (tx) => {
      const fenced = this.leader.fence(tx);
      fenced.catch(() => undefined);
      // By place: what somebody changes at this very moment has another then, and goes with the next batch.
      const rows = await tx.query<Row>(
        `DELETE FROM outbox WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM outbox WHERE set_aside_at IS NULL ORDER BY id LIMIT $1 FOR UPDATE))
         RETURNING id, type, data, at`,
        [limit],
      );
      await fenced;
      now = tx.now;
      if (rows.length === 0) return 0;
      const events = rows
        .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
        .map((row) => ({ ...row, at: row.at.toISOString() }) as DomainEvent);
      // What the router reads is committed already: it can begin while the rooms are written.
      const signalling = this.handlers.signal(events);
      signalling.catch(() => undefined);
      after = await this.handlers.project(tx, events);
      await signalling;
      await this.handlers.addJobs(events);
      if (rows.length === limit) projectedTo = new Date(events.at(-1)!.at);
      return rows.length;
    });
    after(this.sender);
    this.tellProjected(projectedTo ?? now!, now!);
    this.metrics.outboxMoved.inc(count);
    return count;
  }

  private tellProjected(at: Date, now: Date): void {
    if (performance.now() - this.toldProjectedAt < TELL_PROJECTED_MS) return;
    this.toldProjectedAt = performance.now();
    this.sender.notifyProjected({
      at: at.toISOString(),
      behindMs: Math.max(0, now.getTime() - at.getTime()),
    });
  }

  /** After a batch failed: each event by itself, so that one that cannot be handled does not hold up the others. */
  private async moveOneByOne(): Promise<number> {
    let moved = 0;
    for (; moved < BATCH && this.leader.isLeading; moved++) {
      try {
        if ((await this.move(1)) === 0) return moved;
      } catch (error) {
        if (!this.leader.isLeading) return moved;
        await this.recordFailure(error as Error);
      }
    }
    return moved;
  }

  private async recordFailure(error: Error): Promise<void> {
    this.logger.error(`event refused: ${error.message}`);
    await this.unitOfWork.run(async (tx) => {
      await this.leader.fence(tx);
      const [row] = await tx.query<{ id: string; attempts: number }>(
        `UPDATE outbox SET attempts = attempts + 1, fault = $1,
                set_aside_at = CASE WHEN attempts + 1 >= $2 THEN now() END
          WHERE set_aside_at IS NULL AND id = (SELECT min(id) FROM outbox WHERE set_aside_at IS NULL)
          RETURNING id, attempts`,
        [error.message.slice(0, 500), ATTEMPTS],
      );
      if (row && row.attempts >= ATTEMPTS) this.logger.error(`event ${row.id} is a dead letter`);
    });
  }
}
