import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/database.js';

export const OUTBOX_CHANNEL = 'wasl_outbox';

/** The dispatcher waits at least this long between batches, so waking it more often has no effect. */
const WAKE_PAUSE_MS = 20;

/**
 * Tells the dispatcher that events wait. A NOTIFY inside each transaction would make all commits queue behind one
 * lock, and each wakes every connection that listens. So it is sent after the commit, and all commits that follow while
 * one is on its way, or shortly after, share the next. A lost notification costs one polling interval, never an event.
 */
@Injectable()
export class OutboxWaker {
  private readonly logger = new Logger('OutboxWaker');
  private sending = false;
  private sendAgain = false;

  constructor(@Inject(Database) private readonly database: Database) {}

  wake(): void {
    if (this.sending) {
      this.sendAgain = true;
      return;
    }
    this.sending = true;
    void this.send()
      .then(() => pause(WAKE_PAUSE_MS, undefined, { ref: false }))
      .finally(() => {
        this.sending = false;
        if (this.sendAgain) {
          this.sendAgain = false;
          this.wake();
        }
      });
  }

  private async send(): Promise<void> {
    try {
      await this.database.query(`SELECT pg_notify('${OUTBOX_CHANNEL}', '')`);
    } catch (error) {
      this.logger.warn(`dispatcher not woken, it will poll: ${(error as Error).message}`);
    }
  }
}
