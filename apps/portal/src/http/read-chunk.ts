import type { Request } from 'express';
import { DomainError } from '#wasl/kernel';

/** Content type that the script sends; forms of other sites cannot send it. */
export const CHUNK_CONTENT_TYPE = 'application/offset+octet-stream';

/**
 * Reads one chunk. When the connection breaks, the bytes received so far count as a shorter chunk.
 * @throws unsupported_type, too_large
 */
export async function readChunk(request: Request, most: number): Promise<Buffer> {
  if (request.get('content-type') !== CHUNK_CONTENT_TYPE) {
    throw new DomainError('unsupported_type', 'body.malformed');
  }
  if (Number(request.get('content-length') ?? 0) > most) throw new DomainError('too_large', 'body.too_large');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > most) break;
    }
  } catch {
    // The connection was cut.
  }
  if (length > most) throw new DomainError('too_large', 'body.too_large');
  return Buffer.concat(chunks);
}
