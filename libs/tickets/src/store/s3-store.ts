import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { RuntimeSettings } from '#wasl/platform';
import { BlobStore, blobNotFound, blobPath, type ByteRange, type LocalFile } from '../blob-store.js';
import { makeS3Client } from './s3-client.js';
import { explainS3Error, isNotFound, isForbiddenOrNotFound } from './s3-errors.js';
import { BlobErrorMapper } from './blob-error-mapper.js';

/** For one object including all attempts, so that a waiting request fails in time. */
const PUT_TIMEOUT_MS = 60_000;
const ANSWER_TIMEOUT_MS = 25_000;
/** How often an interrupted read resumes where it was, with doubled delay each time. */
const MAX_RETRIES = 4;
const INITIAL_BACKOFF_MS = 200;
/** The object need not exist: the answer "not found" proves access. */
const PROBE_KEY = 'probe';

interface OpenStream {
  body: Readable;
  /** number of bytes to expect */
  length: number;
}

/** What is read: all of it, or from `start` to `end`, both included. */
interface Part {
  start: number;
  end?: number;
}
const WHOLE: Part = { start: 0 };

/** A bucket on any S3-compatible service. Objects are written atomically by the service. */
export class S3Store extends BlobStore implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly bucket: string;
  private readonly prefix: string;
  private readonly errors: BlobErrorMapper;

  constructor(settings: RuntimeSettings) {
    super();
    this.client = makeS3Client(settings);
    this.bucket = settings.S3_BUCKET!;
    this.prefix = settings.S3_PREFIX ? `${settings.S3_PREFIX.replace(/\/$/, '')}/` : '';
    this.errors = new BlobErrorMapper((error) => explainS3Error(error, settings));
  }

  async put(content: Buffer): Promise<Buffer> {
    const sha256 = createHash('sha256').update(content).digest();
    const at = this.locationOf(blobPath(sha256));
    await this.errors.run(async () => {
      if (!(await this.hasObject(at, content.length))) await this.send(at, content, sha256);
    });
    return sha256;
  }

  async read(sha256: Buffer): Promise<Readable> {
    return this.stream(blobPath(sha256), WHOLE);
  }

  /** Read whole, because what was sent in part must be sent again from its beginning. */
  async putNamed(name: string, { path, sha256 }: LocalFile): Promise<void> {
    await this.errors.run(async () => this.send(this.locationOf(name), await readFile(path), sha256));
  }

  async readNamed(name: string, range?: ByteRange): Promise<Readable> {
    return this.stream(name, range ?? WHOLE);
  }

  async removeNamed(name: string): Promise<void> {
    await this.errors.run(() =>
      this.client.send(new DeleteObjectCommand(this.locationOf(name)), withTimeout(ANSWER_TIMEOUT_MS)),
    );
  }

  async check(): Promise<void> {
    await this.errors.run(async () => {
      try {
        const at = { Bucket: this.bucket, Key: `${this.prefix}${PROBE_KEY}` };
        const { Body } = await this.client.send(new GetObjectCommand(at), withTimeout(ANSWER_TIMEOUT_MS));
        (Body as Readable).destroy();
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    });
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  private locationOf(path: string) {
    return { Bucket: this.bucket, Key: this.prefix + path };
  }

  private async send(at: { Bucket: string; Key: string }, content: Buffer, sha256: Buffer): Promise<void> {
    const object = {
      ...at,
      Body: content,
      ContentLength: content.length,
      ContentType: 'application/octet-stream',
      // The service compares the checksum and rejects corrupted uploads.
      ChecksumSHA256: sha256.toString('base64'),
    };
    await this.client.send(new PutObjectCommand(object), withTimeout(PUT_TIMEOUT_MS));
  }

  private async stream(path: string, part: Part): Promise<Readable> {
    const at = this.locationOf(path);
    const first = await this.open(at, part);
    const stream = Readable.from(this.bytes(at, part, first), { objectMode: false });
    // A stream that nobody begins to read would keep its connection.
    return stream.once('close', () => first.body.destroy());
  }

  /**
   * Without the list permission a missing object is reported as forbidden; storing it then shows whether writing is
   * allowed.
   */
  private async hasObject(at: { Bucket: string; Key: string }, length: number): Promise<boolean> {
    try {
      const head = await this.client.send(new HeadObjectCommand(at), withTimeout(ANSWER_TIMEOUT_MS));
      return head.ContentLength === length;
    } catch (error) {
      if (isForbiddenOrNotFound(error)) return false;
      throw error;
    }
  }

  /** @throws not_found `files.lost`; unavailable `files.away` */
  private open(at: { Bucket: string; Key: string }, { start, end }: Part): Promise<OpenStream> {
    return this.errors.run(async () => {
      const isWhole = start === 0 && end === undefined;
      const range = isWhole ? {} : { Range: `bytes=${start}-${end ?? ''}` };
      const command = new GetObjectCommand({ ...at, ...range });
      try {
        const { Body, ContentLength, ContentRange } = await this.client.send(
          command,
          withTimeout(ANSWER_TIMEOUT_MS),
        );
        const body = Body as Readable;
        if (isWhole || ContentRange?.startsWith(`bytes ${start}-`))
          return { body, length: ContentLength ?? Infinity };
        body.destroy();
        throw new Error('the store returned another byte range than was requested');
      } catch (error) {
        throw isNotFound(error) ? blobNotFound() : error;
      }
    });
  }

  /** Resumes when the connection breaks, and holds one chunk at a time in memory. */
  private async *bytes(
    at: { Bucket: string; Key: string },
    part: Part,
    first: OpenStream,
  ): AsyncGenerator<Buffer> {
    let { body } = first;
    let chunks = chunksOf(body);
    let sent = 0;
    try {
      for (let retries = 0; ;) {
        const chunk = await nextChunk(chunks);
        if (Buffer.isBuffer(chunk)) {
          sent += chunk.length;
          yield chunk;
          continue;
        }
        if (chunk === null && (sent === first.length || first.length === Infinity)) return;
        if (++retries > MAX_RETRIES) throw chunk ?? new Error('the store ended the stream early');
        await pause(INITIAL_BACKOFF_MS * 2 ** (retries - 1));
        body.destroy();
        ({ body } = await this.open(at, { ...part, start: part.start + sent }));
        chunks = chunksOf(body);
      }
    } finally {
      body.destroy();
    }
  }
}

const withTimeout = (ms: number) => ({ abortSignal: AbortSignal.timeout(ms) });

const chunksOf = (body: Readable) => body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;

/** @returns a chunk; null at the end; or the error */
function nextChunk(chunks: AsyncIterator<Buffer>): Promise<Buffer | Error | null> {
  return chunks.next().then(
    ({ done, value }) => (done ? null : (value as Buffer)),
    (error: Error) => error,
  );
}
