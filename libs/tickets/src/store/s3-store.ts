import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
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
import type { Settings } from '#wasl/platform';
import { BlobStore, blobNotFound, blobPath, type ByteRange, type LocalFile } from '../blob-store.js';
import { makeS3Client } from './s3-client.js';
import { explainS3Error, isForbiddenOrNotFound, isNotFound, isTemporary } from './s3-errors.js';
import { BlobErrorMapper } from './blob-error-mapper.js';

/** For one object including all attempts, so that a waiting request fails in time. */
const PUT_TIMEOUT_MS = 60_000;
/** For a file that is not held in memory, including all attempts. */
const PUT_FILE_TIMEOUT_MS = 110_000;
const ANSWER_TIMEOUT_MS = 25_000;
/** How often an interrupted read resumes where it was, and a file is sent again, with doubled delay each time. */
const MAX_RETRIES = 4;
const INITIAL_BACKOFF_MS = 200;
/** The object need not exist: the answer "not found" proves access. */
const PROBE_KEY = 'probe';

interface ObjectAddress {
  Bucket: string;
  Key: string;
}

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

  constructor(settings: Settings) {
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

  async putNamed(name: string, file: LocalFile): Promise<void> {
    const timeout = AbortSignal.timeout(PUT_FILE_TIMEOUT_MS);
    await this.errors.run(() => this.sendFile(this.locationOf(name), file, timeout));
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

  private locationOf(path: string): ObjectAddress {
    return { Bucket: this.bucket, Key: this.prefix + path };
  }

  private async send(at: ObjectAddress, content: Buffer, sha256: Buffer): Promise<void> {
    const command = putCommand(at, content, content.length, sha256);
    await this.client.send(command, withTimeout(PUT_TIMEOUT_MS));
  }

  /** Files may be large, so they are not read whole. The client repeats no stream: each attempt opens the file anew. */
  private async sendFile(at: ObjectAddress, file: LocalFile, timeout: AbortSignal): Promise<void> {
    for (let retries = 0; ; retries++) {
      const content = createReadStream(file.path);
      try {
        const command = putCommand(at, content, file.size, file.sha256);
        // Without it the client computes no digest of a stream, and the content is not signed.
        command.middlewareStack.add(withContentDigest(file.sha256), { step: 'build' });
        await this.client.send(command, { abortSignal: timeout, requestTimeout: PUT_FILE_TIMEOUT_MS });
        return;
      } catch (error) {
        if (retries === MAX_RETRIES || timeout.aborted || !isTemporary(error)) throw error;
        await pause(INITIAL_BACKOFF_MS * 2 ** retries);
      } finally {
        content.destroy();
      }
    }
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
  private async hasObject(at: ObjectAddress, length: number): Promise<boolean> {
    try {
      const head = await this.client.send(new HeadObjectCommand(at), withTimeout(ANSWER_TIMEOUT_MS));
      return head.ContentLength === length;
    } catch (error) {
      if (isForbiddenOrNotFound(error)) return false;
      throw error;
    }
  }

  /** @throws not_found `files.lost`; unavailable `files.away` */
  private open(at: ObjectAddress, { start, end }: Part): Promise<OpenStream> {
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
  private async *bytes(at: ObjectAddress, part: Part, first: OpenStream): AsyncGenerator<Buffer> {
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

const putCommand = (at: ObjectAddress, content: Buffer | Readable, length: number, sha256: Buffer) =>
  new PutObjectCommand({
    ...at,
    Body: content,
    ContentLength: length,
    ContentType: 'application/octet-stream',
    // The service compares the checksum and rejects corrupted uploads.
    ChecksumSHA256: sha256.toString('base64'),
  });

/** Has the digest of the content signed, as the client does for content in memory. */
const withContentDigest =
  (sha256: Buffer) =>
  <Args extends { request: unknown }, Output>(next: (args: Args) => Promise<Output>) =>
  (args: Args): Promise<Output> => {
    (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] =
      sha256.toString('hex');
    return next(args);
  };

const withTimeout = (ms: number) => ({ abortSignal: AbortSignal.timeout(ms) });

const chunksOf = (body: Readable) => body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;

/** @returns a chunk; null at the end; or the error */
function nextChunk(chunks: AsyncIterator<Buffer>): Promise<Buffer | Error | null> {
  return chunks.next().then(
    ({ done, value }) => (done ? null : (value as Buffer)),
    (error: Error) => error,
  );
}
