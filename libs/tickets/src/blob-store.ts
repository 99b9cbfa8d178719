import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type RunningSettings } from '#wasl/platform';

/** Files by their content: the same bytes are kept once, under their SHA-256. */
@Injectable()
export class BlobStore {
  private readonly root: string;

  constructor(@Inject(SETTINGS) settings: RunningSettings) {
    this.root = join(settings.DATA_DIR, 'attachments');
  }

  /** Stored, and on disk, when it returns: whoever refers to it may commit. */
  async put(content: Buffer): Promise<Buffer> {
    const sha256 = createHash('sha256').update(content).digest();
    const path = this.pathOf(sha256);
    if (await exists(path)) return sha256;
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
    return sha256;
  }

  read(sha256: Buffer): Readable {
    return createReadStream(this.pathOf(sha256));
  }

  private pathOf(sha256: Buffer): string {
    const hex = sha256.toString('hex');
    return join(this.root, hex.slice(0, 2), hex.slice(2, 4), hex);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
