import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { BlobStore, blobPath, blobNotFound } from '../blob-store.js';
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
      if ((await sizeOf(path)) !== content.length) await write(path, content);
    });
    return sha256;
  }

  async read(sha256: Buffer): Promise<Readable> {
    const file = await this.errors.run(async () => {
      try {
        return await open(this.pathOf(sha256));
      } catch (error) {
        // A missing root folder means that the store is unavailable, not that the content is lost.
        if ((error as NodeJS.ErrnoException).code === 'ENOENT' && (await sizeOf(this.root)) !== null)
          throw blobNotFound();
        throw error;
      }
    });
    return file.createReadStream();
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
async function write(path: string, content: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/** @returns null when the file does not exist */
async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}
