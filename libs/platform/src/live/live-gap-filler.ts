import { Logger } from '@nestjs/common';
import type { LiveStore, StoredLiveEvent } from './live-store.js';

/** Events stored shortly before the connection was lost may have been lost with it. */
const MARGIN_SECONDS = 5;
const RESEND_DELAY_MS = 1_000;

/**
 * Resends live events that may have been lost between processes while a connection was down. Clients would otherwise
 * notice only at the next event of the same room; they skip events that they have already seen by sequence number.
 */
export class LiveGapFiller {
  private readonly logger = new Logger('LiveRepeater');
  private gapSince?: number;
  private timer?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    private readonly store: LiveStore,
    private readonly send: (events: StoredLiveEvent[]) => void,
  ) {}

  /** Reports that events stored since this time may be lost. */
  markGap(since: number): void {
    // A deliberate close looks the same as a lost connection.
    if (this.stopped) return;
    this.gapSince = Math.min(since, this.gapSince ?? since);
    this.timer ??= setTimeout(() => void this.resend(), RESEND_DELAY_MS);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async resend(): Promise<void> {
    const since = this.gapSince!;
    this.gapSince = undefined;
    this.timer = undefined;
    try {
      this.send(await this.store.recent((Date.now() - since) / 1_000 + MARGIN_SECONDS));
    } catch (error) {
      this.logger.warn(`resend failed, trying again: ${(error as Error).message}`);
      this.markGap(since);
    }
  }
}
