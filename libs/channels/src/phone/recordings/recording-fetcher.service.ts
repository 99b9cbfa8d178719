import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import {
  CUT_SHORT,
  describeFault,
  downloadOutside,
  DownloadTooLarge,
  faultTitle,
  Metrics,
  NoAnswer,
  NOT_ALLOWED,
  PeriodicTask,
  type RuntimeSettings,
  SETTINGS,
  TIMED_OUT,
} from '#wasl/platform';
import { BlobStore, ownedPath, VirusScanner } from '#wasl/tickets';
import { faultOfStatus, type FetchFault, MOST_ATTEMPTS, retryDelay } from './domain/judge-fetch.js';
import { describeAudio } from './describe-audio.js';
import { type ClaimedRecording, type FetchedFile, RecordingQueue } from './recording-queue.service.js';
import { type RecordingPlace, RecordingSources } from './recording-sources.js';

/** How many one process fetches at once; each needs the size of a recording in the temporary folder. */
const CONCURRENCY = 2;
const TIMEOUT_MS = 300_000;
const IDLE_MS = 10_000;
/** How long to wait when the store, or the disk, does not take files. */
const STORE_RETRY_MS = 60_000;

/** Where the file of a recording lies in the store. */
export const recordingPath = (id: string): string => ownedPath('recordings', id);

/** Fetches recordings from the exchange into the store of files, when their calls are over. */
@Injectable()
export class RecordingFetcher implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Recordings');
  private readonly attempts = new Set<Promise<void>>();
  private readonly ending = new AbortController();

  constructor(
    @Inject(RecordingQueue) private readonly queue: RecordingQueue,
    @Inject(RecordingSources) private readonly sources: RecordingSources,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(VirusScanner) private readonly scanner: VirusScanner,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** Begins what is due, and waits for none of it. */
  @PeriodicTask({ name: 'fetch-recordings', everyMs: 5_000 })
  async fetchDue(): Promise<void> {
    const free = CONCURRENCY - this.attempts.size;
    if (free <= 0 || this.ending.signal.aborted) return;
    for (const recording of await this.queue.claim(free)) this.start(recording);
  }

  /** Breaks off what is fetched: another worker fetches it again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.ending.abort();
    await Promise.all(this.attempts);
  }

  private start(recording: ClaimedRecording): void {
    const attempt = this.fetch(recording)
      .catch((error: unknown) => this.warn(`recording ${recording.id} not noted`, error))
      .then(() => {
        this.attempts.delete(attempt);
        return this.fetchDue();
      })
      .catch((error: unknown) => this.warn('recordings not claimed', error));
    this.attempts.add(attempt);
  }

  private async fetch(recording: ClaimedRecording): Promise<void> {
    try {
      const outcome = await this.attempt(recording);
      if ('sha256' in outcome) {
        this.metrics.recordings.inc({ outcome: 'stored' });
        return await this.keep(recording, outcome);
      }
      const afterMs = retryDelay(outcome, recording.attempts);
      this.metrics.recordings.inc({ outcome: afterMs === null ? 'failed' : 'retry' });
      await this.queue.recordFailure(recording, outcome, afterMs);
    } catch (error) {
      if (!this.ending.signal.aborted) this.warn(`recording ${recording.id} not stored`, error);
      await this.queue.release(recording, this.ending.signal.aborted ? 0 : STORE_RETRY_MS);
    }
  }

  /** A recording whose time ended while it was fetched leaves nothing. */
  private async keep(recording: ClaimedRecording, file: FetchedFile): Promise<void> {
    const isKept = await this.queue.recordFetched(recording, file);
    if (!isKept && (await this.queue.isExpired(recording.id)))
      await this.blobs.removeNamed(recordingPath(recording.id));
  }

  /** @throws when the store or this machine's disk does not take it, or this process ends */
  private async attempt(recording: ClaimedRecording): Promise<FetchedFile | FetchFault> {
    if (recording.attempts > MOST_ATTEMPTS) return { fault: 'interrupted', detail: null };
    const place = this.sources.placeOf(recording);
    if ('fault' in place) return place;
    const path = join(tmpdir(), `wasl-recording-${randomUUID()}`);
    try {
      return await this.take(recording, place, path);
    } finally {
      await rm(path, { force: true });
    }
  }

  private async take(
    { id }: ClaimedRecording,
    place: RecordingPlace,
    path: string,
  ): Promise<FetchedFile | FetchFault> {
    const file = await this.download(place, path);
    if ('fault' in file) return file;
    const audio = await describeAudio(path, file.size);
    if (!audio) return { fault: 'not_audio', detail: null };
    await this.blobs.putNamed(recordingPath(id), { path, ...file });
    return { ...file, ...audio, toCheck: this.scanner.isSet };
  }

  private async download(
    place: RecordingPlace,
    path: string,
  ): Promise<{ size: number; sha256: Buffer } | FetchFault> {
    try {
      const { status, file } = await downloadOutside({
        url: place.url,
        headers: { ...place.headers, accept: 'audio/*', 'accept-encoding': 'identity', 'user-agent': 'Wasl' },
        addresses: place.addresses,
        path,
        maxBytes: this.settings.RECORDING_MAX_MEGABYTES * 1024 * 1024,
        timeoutMs: TIMEOUT_MS,
        idleMs: IDLE_MS,
        signal: this.ending.signal,
      });
      return file ?? faultOfStatus(status);
    } catch (error) {
      if (this.ending.signal.aborted) throw error;
      if (error instanceof DownloadTooLarge) return { fault: 'too_large', detail: null };
      if (error instanceof NoAnswer) return faultOfReason(error.reason);
      throw error;
    }
  }

  private warn(what: string, error: unknown): void {
    this.logger.warn(`${what}: ${faultTitle(describeFault(error))}`);
  }
}

/** @param reason why no answer came, or did not come whole */
function faultOfReason(reason: string): FetchFault {
  switch (reason) {
    case NOT_ALLOWED:
      return { fault: 'not_allowed', detail: null };
    case TIMED_OUT:
      return { fault: 'timeout', detail: null };
    case CUT_SHORT:
      return { fault: 'cut_short', detail: null };
    default:
      return { fault: 'unreachable', detail: reason.slice(0, 60) };
  }
}
