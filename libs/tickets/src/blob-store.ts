import type { Readable } from 'node:stream';
import { DomainError, notFound } from '#wasl/kernel';

/** Files by their content: the same bytes are kept once, under their SHA-256. The settings choose where: folder or S3. */
export abstract class BlobStore {
  /**
   * Stored for good when it returns: whoever refers to it may commit.
   * @throws unavailable `files.away`
   */
  abstract put(content: Buffer): Promise<Buffer>;

  /**
   * Begins to read; what breaks after that breaks the stream.
   * @throws not_found `files.lost`; unavailable `files.away`
   */
  abstract read(sha256: Buffer): Promise<Readable>;

  /** @throws unavailable `files.away` when nothing can be stored or read now */
  abstract check(): Promise<void>;
}

/** Something refers to it, and it is not there. */
export const contentLost = () => notFound('files.lost');

/** Whoever asked may try again, and a mail system is told to. */
export const storeAway = (cause: unknown) =>
  Object.assign(new DomainError('unavailable', 'files.away'), { cause });

export const isStoreAway = (error: unknown) => error instanceof DomainError && error.code === 'files.away';
export const isContentLost = (error: unknown) => error instanceof DomainError && error.code === 'files.lost';

/** Where content lies below the root of a store, the same in each, so that a folder can be copied into a bucket. */
export function blobPath(sha256: Buffer): string {
  const hex = sha256.toString('hex');
  return `${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex}`;
}
