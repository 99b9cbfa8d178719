import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { NoAnswer, openOutside, type OutsideCall, reasonOf, TIMED_OUT } from './open-outside.js';

export interface DownloadRequest extends Pick<OutsideCall, 'url' | 'headers' | 'addresses' | 'signal'> {
  /** a file that does not exist yet; the caller removes it, also after an error */
  path: string;
  maxBytes: number;
  /** for everything */
  timeoutMs: number;
  /** how long the line may be silent */
  idleMs: number;
}

export interface Download {
  status: number;
  /** null when the status is not 200: nothing was written */
  file: { size: number; sha256: Buffer } | null;
}

/** The file has more bytes than it may have. */
export class DownloadTooLarge extends Error {
  override name = 'DownloadTooLarge';
}

/** The answer ended before its body did. */
export const CUT_SHORT = 'cut short';

/**
 * Reads a file from an address that somebody chose, and writes it to a local one. See {@link openOutside} for where it may
 * connect.
 * @throws NoAnswer; DownloadTooLarge; what the file system says
 */
export async function downloadOutside(request: DownloadRequest): Promise<Download> {
  const { path, maxBytes, timeoutMs, ...call } = request;
  const timeout = AbortSignal.timeout(timeoutMs);
  const answer = await openOutside({ ...call, method: 'GET', timeout });
  const status = answer.statusCode ?? 0;
  try {
    if (status !== 200) return { status, file: null };
    if (Number(answer.headers['content-length']) > maxBytes) throw new DownloadTooLarge();
    return { status, file: await write(answer, path, maxBytes, timeout) };
  } finally {
    answer.destroy();
  }
}

async function write(
  answer: IncomingMessage,
  path: string,
  maxBytes: number,
  timeout: AbortSignal,
): Promise<{ size: number; sha256: Buffer }> {
  const hash = createHash('sha256');
  let size = 0;
  let failure: Error | undefined;
  answer.on('error', (error) => (failure = error));
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) throw new DownloadTooLarge();
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    await pipeline(answer, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    if (!failure || error instanceof DownloadTooLarge) throw error;
    throw new NoAnswer(timeout.aborted ? TIMED_OUT : interruption(failure));
  }
  return { size, sha256: hash.digest() };
}

/** Node tells of an answer that ended early as a reset connection. */
function interruption(error: Error): string {
  const reason = reasonOf(error);
  return reason === 'ECONNRESET' || reason === 'HPE_INVALID_EOF_STATE' ? CUT_SHORT : reason;
}
