import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { isUuid, notFound } from '#wasl/kernel';
import { Database, PeriodicTask } from '#wasl/platform';
import { BlobStore, isContentLost, isStoreAway } from '../blob-store.js';
import type { Drawing } from './drawing.js';
import { PictureFault, Pictures } from './pictures.service.js';
import { THUMBNAIL_TRIES, WAITS_FOR_THUMBNAIL } from './thumbnail-rows.js';

/** Whoever draws a file's thumbnail has it so long; then somebody else may try. */
const CLAIM_SECONDS = 60;
/** What failed by something that passes is tried again after so long. */
const AGAIN_SECONDS = 5;
export const THUMBNAIL_TYPE = 'image/webp';

interface Claimed {
  id: string;
  sha256: Buffer;
  type: string;
}

/** Small pictures of pictures, made when a file was found clean, and kept in the same store. */
@Injectable()
export class Thumbnails {
  private readonly logger = new Logger('Thumbnails');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(Pictures) private readonly pictures: Pictures,
  ) {}

  /**
   * Makes those that wait, newest first: somebody may be looking. Several processes take different ones, and find what
   * a dead one has left.
   * @returns how many files were dealt with
   */
  @PeriodicTask({ name: 'make-thumbnails', everyMs: 1_000 })
  async makeWaiting(limit = 20): Promise<number> {
    for (let dealt = 0; dealt < limit; dealt++) {
      const file = await this.claim();
      if (!file || !(await this.make(file))) return dealt;
    }
    return limit;
  }

  /**
   * To whom the file is open, to them its thumbnail is.
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

  /** The try is counted before anything is decoded: a file that ends whole processes ends three of them at most. */
  private async claim(): Promise<Claimed | undefined> {
    const [file] = await this.database.query<Claimed>(
      `UPDATE attachment SET thumbnail_tries = thumbnail_tries + 1, thumbnail_due_at = now() + make_interval(secs => $1)
        WHERE id = (SELECT id FROM attachment
                     WHERE ${WAITS_FOR_THUMBNAIL} AND (thumbnail_due_at IS NULL OR thumbnail_due_at <= now())
                     ORDER BY created_at DESC, id DESC LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)
       RETURNING id, sha256, type`,
      [CLAIM_SECONDS],
    );
    return file;
  }

  /** @returns whether to go on with others */
  private async make({ id, sha256, type }: Claimed): Promise<boolean> {
    try {
      const content = await buffer(await this.blobs.read(sha256));
      const drawing = await this.pictures.draw(content, type, 'thumbnail');
      await this.keep(id, drawing);
      return true;
    } catch (error) {
      return this.failed(id, error);
    }
  }

  private async keep(id: string, { content, width, height }: Drawing): Promise<void> {
    await this.database.query(
      `UPDATE attachment SET thumbnail_sha256 = $2, thumbnail_width = $3, thumbnail_height = $4 WHERE id = $1`,
      [id, await this.blobs.put(content), width, height],
    );
  }

  private async failed(id: string, error: unknown): Promise<boolean> {
    const { kind, message } =
      error instanceof PictureFault ? error : { kind: null, message: (error as Error).message };
    if (kind === 'refused' || kind === 'unreadable' || isContentLost(error)) {
      this.logger.log(`no thumbnail of ${id}: ${message}`);
      await this.again(id, 0, THUMBNAIL_TRIES);
      return true;
    }
    this.logger.warn(`thumbnail of ${id} not made: ${message}`);
    // Neither a store that is away nor a crowd is the file's fault.
    const isOurs = kind === 'busy' || isStoreAway(error);
    await this.again(id, AGAIN_SECONDS, isOurs ? -1 : 0);
    return kind === 'ended';
  }

  private async again(id: string, seconds: number, tries: number): Promise<void> {
    await this.database.query(
      `UPDATE attachment SET thumbnail_due_at = now() + make_interval(secs => $2),
              thumbnail_tries = least(thumbnail_tries + $3, $4)
        WHERE id = $1 AND thumbnail_sha256 IS NULL`,
      [id, seconds, tries, THUMBNAIL_TRIES],
    );
  }
}
