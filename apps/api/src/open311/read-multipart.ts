import type { Request } from 'express';
import busboy from 'busboy';
import { DomainError, invalidField } from '#wasl/kernel';
import { Semaphore } from '#wasl/platform';
import { MAX_UPLOAD_MEGABYTES, MAX_UPLOADS_PER_TICKET } from '#wasl/selfservice';
import type { NewAttachment } from '#wasl/tickets';

const MEGABYTE = 1024 * 1024;
/** Of all parts: more than a phone sends with a report. */
const MAX_BYTES = 25 * MEGABYTE;
/** The specification has `media`; programs also number it, or send files where it has the address of one. */
const MEDIA = /^media(?:_url)?(?:\[\d{0,2}\])?$/;

/** The key stands in the form itself, so that anybody can have one read: memory and time are bounded for all together. */
const slots = new Semaphore(8, 10_000, 50);
const LONGEST_MS = 60_000;

export interface MultipartReport {
  pairs: [string, string][];
  media: NewAttachment[];
}

/**
 * Reads a report with pictures. Files under other names are skipped.
 * @throws too_large; unavailable when many are being read; invalid when it is malformed, or has too many fields or files
 */
export function readMultipart(request: Request): Promise<MultipartReport> {
  return slots.run(() => read(request));
}

async function read(request: Request): Promise<MultipartReport> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BYTES) {
    request.resume();
    throw tooLarge();
  }
  // It may have left while it waited.
  if (request.destroyed) throw malformed();
  const parser = startParser(request);
  return new Promise((resolve, reject) => {
    const pairs: [string, string][] = [];
    const media: NewAttachment[] = [];
    const reading: Promise<void>[] = [];
    let total = 0;
    const fail = (error: unknown) => {
      clearTimeout(timer);
      request.unpipe(parser);
      request.resume();
      reject(error as Error);
    };
    const timer = setTimeout(() => fail(malformed()), LONGEST_MS);
    request.on('data', (chunk: Buffer) => {
      total += chunk.length;
      if (total > MAX_BYTES) fail(tooLarge());
    });
    request.on('close', () => !request.complete && fail(malformed()));
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      if (nameTruncated || valueTruncated) fail(new DomainError('invalid', 'body.too_complex'));
      pairs.push([name, value]);
    });
    parser.on('file', (name, stream, { filename }) => {
      stream.on('error', () => fail(malformed()));
      if (!MEDIA.test(name)) return void stream.resume();
      const taken = collect(stream).then((content) => {
        if (content === null)
          return fail(
            new DomainError('too_large', 'attachment.too_large', { megabytes: MAX_UPLOAD_MEGABYTES }),
          );
        // Browsers send an empty part when no file was chosen.
        if (content.length > 0) media.push({ name: filename || 'media', content });
      });
      // At once, because a form that is cut off in a file never closes.
      taken.catch(() => fail(malformed()));
      reading.push(taken);
    });
    parser.on('filesLimit', () => fail(invalidField('media', 'too_many')));
    for (const limit of ['fieldsLimit', 'partsLimit'] as const)
      parser.on(limit, () => fail(new DomainError('invalid', 'body.too_complex')));
    parser.on('error', () => fail(malformed()));
    parser.on('close', () => {
      const done = () => {
        clearTimeout(timer);
        resolve({ pairs, media });
      };
      void Promise.all(reading).then(done, () => fail(malformed()));
    });
    request.pipe(parser);
  });
}

const tooLarge = () => new DomainError('too_large', 'body.too_large');
const malformed = () => new DomainError('invalid', 'body.malformed');

function startParser(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        fileSize: MAX_UPLOAD_MEGABYTES * MEGABYTE,
        files: MAX_UPLOADS_PER_TICKET,
        fields: 500,
        fieldSize: 65_536,
        fieldNameSize: 200,
        parts: 510,
        headerPairs: 20,
      },
    });
  } catch {
    request.resume();
    throw malformed();
  }
}

/** @returns null when it is too large */
async function collect(stream: NodeJS.ReadableStream & { truncated?: boolean }): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return stream.truncated ? null : Buffer.concat(chunks);
}
