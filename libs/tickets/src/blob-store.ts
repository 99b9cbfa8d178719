import type { Readable } from 'node:stream';
import { DomainError, notFound } from '#wasl/kernel';

/** Files addressed by content: the same bytes are stored once, under their SHA-256, in a folder or in S3. */
export abstract class BlobStore {
  /**
   * Durable when it returns: a transaction that refers to the content may commit.
   * @throws unavailable `files.away`
   */
  abstract put(content: Buffer): Promise<Buffer>;

  /**
   * Opens a stream; later errors break the stream.
   * @throws not_found `files.lost`; unavailable `files.away`
   */
  abstract read(sha256: Buffer): Promise<Readable>;

  /** @throws unavailable `files.away` when files cannot be stored or read now */
  abstract check(): Promise<void>;
}

/** The content is referenced but missing. */
export const blobNotFound = () => notFound('files.lost');

/** The caller may retry; a sending mail server is told to. */
export const blobStoreUnavailable = (cause: unknown) =>
  Object.assign(new DomainError('unavailable', 'files.away'), { cause });

export const isBlobStoreUnavailable = (error: unknown) =>
  error instanceof DomainError && error.code === 'files.away';
export const isBlobNotFound = (error: unknown) => error instanceof DomainError && error.code === 'files.lost';

/** The path of content below a store's root. All stores use the same, so that a folder can be copied into a bucket. */
export function blobPath(sha256: Buffer): string {
  const hex = sha256.toString('hex');
  return `${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex}`;
}
