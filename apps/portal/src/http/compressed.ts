import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';

const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Smaller answers fit into one packet in any case. */
const WORTH_IT_BYTES = 1_000;
/** A page is compressed for one visitor, a file once for all. */
const PAGE_QUALITY = 5;
const FILE_QUALITY = constants.BROTLI_MAX_QUALITY;

const files = new Map<string, Buffer>();

/**
 * Sends what is the same for everyone, compressed as the browser accepts it. Pages with a secret, such as a tracking code
 * or what somebody wrote, are not compressed: their length would tell about the secret (BREACH).
 * @param kept the name and version of a file, whose compressed form is kept
 */
export function sendCompressed(request: Request, response: Response, content: Buffer, kept?: string): void {
  response.vary('Accept-Encoding');
  const encoding = content.length >= WORTH_IT_BYTES && ENCODINGS.find((one) => request.acceptsEncodings(one));
  if (!encoding) {
    response.send(content);
    return;
  }
  response.setHeader('Content-Encoding', encoding).send(compressed(content, encoding, kept));
}

function compressed(content: Buffer, encoding: Encoding, kept?: string): Buffer {
  if (!kept) return compress(content, encoding, PAGE_QUALITY);
  const key = `${encoding} ${kept}`;
  const known = files.get(key) ?? compress(content, encoding, FILE_QUALITY);
  files.set(key, known);
  return known;
}

const compress = (content: Buffer, encoding: Encoding, quality: number) =>
  encoding === 'br'
    ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
    : gzipSync(content);
