import type { Readable } from 'node:stream';
import { DomainError, notFound } from '#wasl/kernel';

/** A file of this machine that is to be stored. */
export interface LocalFile {
  path: string;
  size: number;
  sha256: Buffer;
}

/** Of bytes, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

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

  /**
   * Stores a file under the name of its row, where it is not shared, so that it can be removed. Replaces what is there.
   * Durable when it returns.
   * @throws unavailable `files.away`
   */
  abstract putNamed(name: string, file: LocalFile): Promise<void>;

  /**
   * Opens a stream, of a part when asked for; later errors break the stream.
   * @throws not_found `files.lost`; unavailable `files.away`
   */
  abstract readNamed(name: string, range?: ByteRange): Promise<Readable>;

  /** Nothing happens when it is gone already. @throws unavailable `files.away` */
  abstract removeNamed(name: string): Promise<void>;

  /** @throws unavailable `files.away` when files cannot be stored or read now */
  abstract check(): Promise<void>;
}

/** The content is referenced but missing. */
export const blobNotFound = () => notFound('files.lost');

/**
 * The caller may retry; a sending mail server is told to.
 * @param reason for operators, with what to do
 */
export const blobStoreUnavailable = (cause: unknown, reason?: string) =>
  Object.assign(new DomainError('unavailable', 'files.away'), { cause, reason });

export const isBlobStoreUnavailable = (error: unknown) =>
  error instanceof DomainError && error.code === 'files.away';
export const isBlobNotFound = (error: unknown) => error instanceof DomainError && error.code === 'files.lost';

/** The path of content below a store's root. All stores use the same, so that a folder can be copied into a bucket. */
export function blobPath(sha256: Buffer): string {
  const hex = sha256.toString('hex');
  return `${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex}`;
}

/** The path of a file that belongs to one row, by the row's id. Ids begin with a time, so their ends spread over folders. */
export const ownedPath = (folder: string, id: string): string => `${folder}/${id.slice(-2)}/${id}`;
