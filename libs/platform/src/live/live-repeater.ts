import { Logger } from '@nestjs/common';
import type { LiveStore, StoredLiveEvent } from './live-store.js';

/** Events stored just before a connection broke may have been sent into it. */
const MARGIN_SECONDS = 5;
const AGAIN_MS = 1_000;

/**
 * Sends again what may have been lost between processes while a connection was down. Nobody would notice otherwise
 * before the next event of the same room; clients skip what they know by its number.
 */
export class LiveRepeater {
  private readonly logger = new Logger('LiveRepeater');
  private doubtfulSince?: number;
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly store: LiveStore,
    private readonly send: (events: StoredLiveEvent[]) => void,
  ) {}

  /** What was stored since then may not have arrived. */
  doubt(since: number): void {
    // Closing a connection on purpose looks like losing it.
    if (this.stopped) return;
    this.doubtfulSince = Math.min(since, this.doubtfulSince ?? since);
    this.timer ??= setTimeout(() => void this.repeat(), AGAIN_MS);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async repeat(): Promise<void> {
    const since = this.doubtfulSince!;
    this.doubtfulSince = undefined;
    this.timer = undefined;
    try {
      this.send(await this.store.recent((Date.now() - since) / 1_000 + MARGIN_SECONDS));
    } catch (error) {
      this.logger.warn(`not sent again yet: ${(error as Error).message}`);
      this.doubt(since);
    }
  }
}
