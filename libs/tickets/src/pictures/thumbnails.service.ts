import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { isUuid, notFound } from '#wasl/kernel';
import { Database, PeriodicTask } from '#wasl/platform';
import { BlobStore, isBlobNotFound, isBlobStoreUnavailable } from '../blob-store.js';
import type { RenderedPicture } from './render-protocol.js';
import { PictureError, Pictures } from './pictures.service.js';
import { MAX_THUMBNAIL_ATTEMPTS, THUMBNAIL_PENDING } from './thumbnail-sql.js';

/** How long one process may take for a thumbnail before another may try. */
const CLAIM_SECONDS = 60;
/** Delay before a retry after a temporary failure. */
const RETRY_SECONDS = 5;
export const THUMBNAIL_TYPE = 'image/webp';

interface Claimed {
  id: string;
  sha256: Buffer;
  type: string;
}

/** Thumbnails of pictures, made after the file was found clean, and kept in the same store. */
@Injectable()
export class Thumbnails {
  private readonly logger = new Logger('Thumbnails');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(Pictures) private readonly pictures: Pictures,
  ) {}

  /**
   * Makes pending thumbnails, newest first, because a person may be looking at them. Concurrent processes take
   * different files, and take over what a crashed one left.
   * @returns how many files were processed
   */
  @PeriodicTask({ name: 'make-thumbnails', everyMs: 1_000 })
  async renderPending(limit = 20): Promise<number> {
    for (let processed = 0; processed < limit; processed++) {
      const file = await this.claim();
      if (!file || !(await this.renderOne(file))) return processed;
    }
    return limit;
  }

  /**
   * Whoever may open the file may open its thumbnail.
   * @throws not_found `attachment.no_thumbnail`
   */
  async openFor(id: string, staffId: string | null): Promise<Readable> {
    const [row] = await this.database.query<{ sha256: Buffer }>(
      `SELECT thumbnail_sha256 AS sha256 FROM attachment
        WHERE id = $1 AND (ticket_id IS NOT NULL OR uploaded_by = $2) AND state = 'clean' AND thumbnail_sha256 IS NOT NULL`,
      [isUuid(id) ? id : null, staffId],
    );
    if (!row) throw notFound('attachment.no_thumbnail');
    return this.blobs.read(row.sha256);
  }

  /** The attempt is counted before decoding, so that a file that crashes the process does so three times at most. */
  private async claim(): Promise<Claimed | undefined> {
    const [file] = await this.database.query<Claimed>(
      `UPDATE attachment SET thumbnail_tries = thumbnail_tries + 1, thumbnail_due_at = now() + make_interval(secs => $1)
        WHERE id = (SELECT id FROM attachment
                     WHERE ${THUMBNAIL_PENDING} AND (thumbnail_due_at IS NULL OR thumbnail_due_at <= now())
                     ORDER BY created_at DESC, id DESC LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING id, sha256, type`,
      [CLAIM_SECONDS],
    );
    return file;
  }

  /** @returns whether to continue with others */
  private async renderOne({ id, sha256, type }: Claimed): Promise<boolean> {
    try {
      const content = await buffer(await this.blobs.read(sha256));
      const drawing = await this.pictures.render(content, type, 'thumbnail');
      await this.save(id, drawing);
      return true;
    } catch (error) {
      return this.onFailure(id, error);
    }
  }

  private async save(id: string, { content, width, height }: RenderedPicture): Promise<void> {
    await this.database.query(
      `UPDATE attachment SET thumbnail_sha256 = $2, thumbnail_width = $3, thumbnail_height = $4 WHERE id = $1`,
      [id, await this.blobs.put(content), width, height],
    );
  }

  private async onFailure(id: string, error: unknown): Promise<boolean> {
    const { kind, message } =
      error instanceof PictureError ? error : { kind: null, message: (error as Error).message };
    if (kind === 'refused' || kind === 'unreadable' || isBlobNotFound(error)) {
      this.logger.log(`no thumbnail of ${id}: ${message}`);
      await this.scheduleRetry(id, 0, MAX_THUMBNAIL_ATTEMPTS);
      return true;
    }
    this.logger.warn(`thumbnail of ${id} not made: ${message}`);
    // An unavailable store or a full queue is not counted as an attempt.
    const isOurs = kind === 'busy' || isBlobStoreUnavailable(error);
    await this.scheduleRetry(id, RETRY_SECONDS, isOurs ? -1 : 0);
    return kind === 'ended';
  }

  private async scheduleRetry(id: string, seconds: number, tries: number): Promise<void> {
    await this.database.query(
      `UPDATE attachment SET thumbnail_due_at = now() + make_interval(secs => $2),
              thumbnail_tries = least(thumbnail_tries + $3, $4)
        WHERE id = $1 AND thumbnail_sha256 IS NULL`,
      [id, seconds, tries, MAX_THUMBNAIL_ATTEMPTS],
    );
  }
}
