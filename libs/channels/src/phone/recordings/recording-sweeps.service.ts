import { Inject, Injectable, Logger } from '@nestjs/common';
import { describeFault, faultTitle, PeriodicTask, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { BlobStore, isBlobNotFound, VirusScanner } from '#wasl/tickets';
import { recordingPath } from './recording-fetcher.service.js';
import { RecordingQueue } from './recording-queue.service.js';
import { nameInAsterisk, RecordingSources } from './recording-sources.js';

const BATCH = 20;
const EXPIRY_BATCH = 500;
/** How long the failures of one sweep may take. */
const MOST_FAILING_MS = 10_000;

/** What is done with recordings after they were fetched: virus scans, removal of Asterisk's copies, and their end. */
@Injectable()
export class RecordingSweeps {
  private readonly logger = new Logger('Recordings');
  private readonly complained = new Set<string>();

  constructor(
    @Inject(RecordingQueue) private readonly queue: RecordingQueue,
    @Inject(RecordingSources) private readonly sources: RecordingSources,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(VirusScanner) private readonly scanner: VirusScanner,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** While the scanner or the store is unavailable, files keep waiting. */
  @PeriodicTask({ name: 'check-recordings', everyMs: 5_000 })
  async check(): Promise<void> {
    if (!this.scanner.isSet) return;
    await this.each('recordings cannot be scanned', await this.queue.toCheck(BATCH), ({ id }) =>
      this.scan(id),
    );
  }

  /** Wasl keeps the recording, so that it ends here when its time is over, and not only here. */
  @PeriodicTask({ name: 'remove-recordings-at-asterisk', everyMs: 60_000 })
  async removeCopies(): Promise<void> {
    if (!this.sources.hasAsterisk) return;
    const copies = await this.queue.claimCopies(BATCH);
    await this.each('recordings cannot be removed at Asterisk', copies, async ({ id, interactionId }) => {
      await this.sources.removeFromAsterisk(nameInAsterisk(interactionId));
      await this.queue.recordCopyRemoved(id);
    });
  }

  /** The file goes first: a row that still names it is tried again. */
  @PeriodicTask({ name: 'expire-recordings', everyMs: 60_000 })
  async expire(): Promise<void> {
    const overdue = await this.queue.overdue(this.settings.RECORDING_DAYS, EXPIRY_BATCH);
    await this.each('recordings cannot be removed', overdue, async ({ id }) => {
      await this.blobs.removeNamed(recordingPath(id));
      await this.queue.recordExpired(id);
    });
  }

  private async scan(id: string): Promise<void> {
    try {
      const found = await this.scanner.scan(await this.blobs.readNamed(recordingPath(id)));
      await this.queue.recordChecked(id, found ? 'harmful' : null, found && found.slice(0, 200));
    } catch (error) {
      if (!isBlobNotFound(error)) throw error;
      // Missing content must not hold up other files.
      await this.queue.recordChecked(id, 'lost', null);
    }
  }

  /**
   * Goes on after one that fails, such as a file that the store must hold, so that it does not hold up all others. Stops
   * when failures take long: what they need is unavailable. Logged once, not at every attempt.
   */
  private async each<Row>(fault: string, rows: Row[], action: (row: Row) => Promise<unknown>): Promise<void> {
    let failures = 0;
    let failingMs = 0;
    for (const row of rows) {
      const begunAt = performance.now();
      try {
        await action(row);
      } catch (error) {
        if (!this.complained.has(fault)) this.logger.warn(`${fault}: ${faultTitle(describeFault(error))}`);
        this.complained.add(fault);
        failures++;
        failingMs += performance.now() - begunAt;
        if (failingMs > MOST_FAILING_MS) break;
      }
    }
    if (rows.length > 0 && failures === 0) this.complained.delete(fault);
  }
}
