import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { BlobStore } from '#wasl/tickets';
import type { StoredFile } from './manifest.js';

/** Of the levels it is the one after which time grows faster than size shrinks. */
const GZIP_LEVEL = 3;

export interface LocalCopy {
  path: string;
  size: number;
  sha256: Buffer;
  release(): Promise<void>;
}

/** A temporary folder: what is stored in a bucket needs its size and digest before it is sent. */
export class Workspace {
  private constructor(readonly folder: string) {}

  static async open(): Promise<Workspace> {
    return new Workspace(await mkdtemp(join(tmpdir(), 'wasl-backup-')));
  }

  newPath(): string {
    return join(this.folder, randomUUID());
  }

  /** Stored under a name, compressed; what is written to it is held in no memory. */
  gzip(): GzipFile {
    return new GzipFile(this.newPath());
  }

  async store(store: BlobStore, name: string, file: { path: string; size: number; sha256: Buffer }) {
    await store.putNamed(name, file);
    return { name, size: file.size, sha256: file.sha256.toString('hex') } satisfies StoredFile;
  }

  async putText(store: BlobStore, name: string, content: string): Promise<void> {
    const path = this.newPath();
    await writeFile(path, content, { mode: 0o600 });
    const sha256 = createHash('sha256').update(content).digest();
    await store.putNamed(name, { path, size: Buffer.byteLength(content), sha256 });
    await rm(path);
  }

  /**
   * A file of a store with its size and digest. Of a folder it is the file itself, of a bucket a temporary copy.
   * @throws not_found `files.lost`
   */
  async fetch(store: BlobStore, name: string, folder: string | undefined): Promise<LocalCopy> {
    const meter = new Meter();
    const source = await store.readNamed(name);
    if (folder) {
      await pipeline(source, meter, async (chunks) => {
        for await (const _ of chunks);
      });
      return { path: join(folder, name), ...meter.result(), release: async () => undefined };
    }
    const path = this.newPath();
    await pipeline(source, meter, createWriteStream(path, { mode: 0o600 }));
    return { path, ...meter.result(), release: () => rm(path, { force: true }) };
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** Measures what passes through it. */
export class Meter extends Transform {
  private readonly hash = createHash('sha256');
  size = 0;

  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.hash.update(chunk);
    this.size += chunk.length;
    done(null, chunk);
  }

  result(): { size: number; sha256: Buffer } {
    return { size: this.size, sha256: this.hash.digest() };
  }
}

/** A compressed file that is written piece by piece. */
export class GzipFile {
  private readonly gzip = createGzip({ level: GZIP_LEVEL });
  private readonly meter = new Meter();
  private readonly written: Promise<void>;
  /** bytes before compression */
  bytes = 0;

  constructor(private readonly path: string) {
    this.written = pipeline(this.gzip, this.meter, createWriteStream(path, { mode: 0o600 }));
    this.written.catch(() => undefined);
  }

  async write(chunk: Buffer | string): Promise<void> {
    this.bytes += chunk.length;
    if (!this.gzip.write(chunk)) await Promise.race([drained(this.gzip), this.written]);
  }

  async close(): Promise<LocalCopy> {
    this.gzip.end();
    await this.written;
    return { path: this.path, ...this.meter.result(), release: () => rm(this.path, { force: true }) };
  }
}

const drained = (stream: Writable) => once(stream, 'drain');
