import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, copyFile, type FileHandle, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobStore, blobNotFound, blobPath, type ByteRange, type LocalFile } from '../blob-store.js';
import { BlobErrorMapper } from './blob-error-mapper.js';

/** A folder that all processes share. */
export class FolderStore extends BlobStore {
  private readonly errors = new BlobErrorMapper(
    (error) => `${(error as Error).message}; DATA_DIR must be a folder that we may write to, with room in it`,
  );

  constructor(private readonly root: string) {
    super();
  }

  async put(content: Buffer): Promise<Buffer> {
    const sha256 = createHash('sha256').update(content).digest();
    const path = this.pathOf(sha256);
    await this.errors.run(async () => {
      if ((await sizeOf(path)) !== content.length) await replace(path, (part) => write(part, content));
    });
    return sha256;
  }

  async read(sha256: Buffer): Promise<Readable> {
    return (await this.open(this.pathOf(sha256))).createReadStream();
  }

  async putNamed(name: string, file: LocalFile): Promise<void> {
    await this.errors.run(() => replace(join(this.root, name), (part) => copy(part, file.path)));
  }

  async readNamed(name: string, range?: ByteRange): Promise<Readable> {
    return (await this.open(join(this.root, name))).createReadStream(range);
  }

  async removeNamed(name: string): Promise<void> {
    await this.errors.run(() =>
      unlink(join(this.root, name)).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT' || (await sizeOf(this.root)) === null) throw error;
      }),
    );
  }

  private open(path: string): Promise<FileHandle> {
    return this.errors.run(async () => {
      try {
        return await open(path);
      } catch (error) {
        // A missing root folder means that the store is unavailable, not that the content is lost.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT' && (await sizeOf(this.root)) !== null)
          throw blobNotFound();
        throw error;
      }
    });
  }

  async check(): Promise<void> {
    await this.errors.run(async () => {
      await mkdir(this.root, { recursive: true });
      await access(this.root, constants.R_OK | constants.W_OK);
    });
  }

  private pathOf(sha256: Buffer): string {
    return join(this.root, blobPath(sha256));
  }
}

/** Written under a temporary name until complete and flushed to disk. */
async function replace(path: string, write: (part: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await write(temporary);
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

async function write(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function copy(path: string, from: string): Promise<void> {
  await copyFile(from, path, constants.COPYFILE_EXCL);
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @returns null when the file does not exist */
async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
