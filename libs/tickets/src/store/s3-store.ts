import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { RunningSettings } from '#wasl/platform';
import { BlobStore, blobPath, contentLost } from '../blob-store.js';
import { makeS3Client } from './s3-client.js';
import { explainS3Fault, isAbsent, isRefusedOrAbsent } from './s3-faults.js';
import { StoreWatch } from './store-watch.js';

/** For one object and all its attempts. Nobody who waits for the answer waits much longer. */
const PUT_WITHIN_MS = 60_000;
const ANSWER_WITHIN_MS = 25_000;
/** So often a reader that was cut off goes on where it was, pausing twice as long each time. */
const MOST_BREAKS = 4;
const FIRST_PAUSE_MS = 200;
/** There need be no such object: that its absence is told is enough. */
const PROBE = 'probe';

interface Opened {
  body: Readable;
  /** of all that is to come */
  length: number;
}

/** A bucket, on any service that speaks S3. An object is whole or is not there; the store itself sees to that. */
export class S3Store extends BlobStore implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly prefix: string;
  private readonly watch: StoreWatch;

  constructor(settings: RunningSettings) {
    super();
    this.client = makeS3Client(settings);
    this.bucket = settings.S3_BUCKET!;
    this.prefix = settings.S3_PREFIX ? `${settings.S3_PREFIX.replace(/\/$/, '')}/` : '';
    this.watch = new StoreWatch((error) => explainS3Fault(error, settings));
  }

  async put(content: Buffer): Promise<Buffer> {
    const sha256 = createHash('sha256').update(content).digest();
    const at = this.placeOf(sha256);
    await this.watch.during(async () => {
      if (await this.holds(at, content.length)) return;
      const object = {
        ...at,
        Body: content,
        ContentLength: content.length,
        ContentType: 'application/octet-stream',
        // The store compares, and refuses what changed on the way.
        ChecksumSHA256: sha256.toString('base64'),
      };
      await this.client.send(new PutObjectCommand(object), within(PUT_WITHIN_MS));
    });
    return sha256;
  }

  async read(sha256: Buffer): Promise<Readable> {
    const at = this.placeOf(sha256);
    const first = await this.open(at, 0);
    return Readable.from(this.bytes(at, first), { objectMode: false });
  }

  async check(): Promise<void> {
    await this.watch.during(async () => {
      try {
        const at = { Bucket: this.bucket, Key: `${this.prefix}${PROBE}` };
        const { Body } = await this.client.send(new GetObjectCommand(at), within(ANSWER_WITHIN_MS));
        (Body as Readable).destroy();
      } catch (error) {
        if (!isAbsent(error)) throw error;
      }
    });
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  private placeOf(sha256: Buffer) {
    return { Bucket: this.bucket, Key: this.prefix + blobPath(sha256) };
  }

  /** Who may not list is refused to know what is absent; then storing it says whether they may store. */
  private async holds(at: { Bucket: string; Key: string }, length: number): Promise<boolean> {
    try {
      const head = await this.client.send(new HeadObjectCommand(at), within(ANSWER_WITHIN_MS));
      return head.ContentLength === length;
    } catch (error) {
      if (isRefusedOrAbsent(error)) return false;
      throw error;
    }
  }

  /** @throws not_found `files.lost`; unavailable `files.away` */
  private open(at: { Bucket: string; Key: string }, from: number): Promise<Opened> {
    return this.watch.during(async () => {
      const range = from > 0 ? { Range: `bytes=${from}-` } : {};
      const command = new GetObjectCommand({ ...at, ...range });
      try {
        const { Body, ContentLength, ContentRange } = await this.client.send(
          command,
          within(ANSWER_WITHIN_MS),
        );
        const body = Body as Readable;
        if (from === 0 || ContentRange?.startsWith(`bytes ${from}-`))
          return { body, length: ContentLength ?? Infinity };
        body.destroy();
        throw new Error('the store gave another part than was asked for');
      } catch (error) {
        throw isAbsent(error) ? contentLost() : error;
      }
    });
  }

  /** Goes on where it was when the connection breaks, and holds no more than a piece at a time. */
  private async *bytes(at: { Bucket: string; Key: string }, first: Opened): AsyncGenerator<Buffer> {
    let { body } = first;
    let pieces = piecesOf(body);
    let given = 0;
    try {
      for (let breaks = 0; ;) {
        const piece = await nextOf(pieces);
        if (Buffer.isBuffer(piece)) {
          given += piece.length;
          yield piece;
          continue;
        }
        if (piece === null && (given === first.length || first.length === Infinity)) return;
        if (++breaks > MOST_BREAKS) throw piece ?? new Error('the store sent less than it has');
        await pause(FIRST_PAUSE_MS * 2 ** (breaks - 1));
        body.destroy();
        ({ body } = await this.open(at, given));
        pieces = piecesOf(body);
      }
    } finally {
      body.destroy();
    }
  }
}

const within = (ms: number) => ({ abortSignal: AbortSignal.timeout(ms) });

const piecesOf = (body: Readable) => body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;

/** @returns a piece; null at the end; or why it broke */
function nextOf(pieces: AsyncIterator<Buffer>): Promise<Buffer | Error | null> {
  return pieces.next().then(
    ({ done, value }) => (done ? null : (value as Buffer)),
    (error: Error) => error,
  );
}
