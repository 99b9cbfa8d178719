import busboy from 'busboy';
import type { Request } from 'express';
import { DomainError } from '#wasl/kernel';
import { MAX_UPLOAD_MEGABYTES, MAX_UPLOADS_PER_TICKET } from '#wasl/selfservice';
import { FormFields } from './form-fields.js';

const MEGABYTE = 1024 * 1024;
const FILE_BYTES = MAX_UPLOAD_MEGABYTES * MEGABYTE;
const FORM_BYTES = (MAX_UPLOADS_PER_TICKET + 1) * FILE_BYTES;
const FIELD_BYTES = 64 * 1024;

export interface UploadedFile {
  name: string;
  /** null when it was larger than allowed */
  content: Buffer | null;
}

/**
 * Reads a form, with or without files. A file that is too large is skipped and reported, so that the other fields
 * are kept. Files are handed over one by one, and the next is read only after the last was handled, so a
 * request never holds more than one file in memory.
 * @throws too_large `body.too_large` when the request is too large even to be skipped
 */
export async function readForm(
  request: Request,
  onFile: (file: UploadedFile) => Promise<void>,
): Promise<FormFields> {
  const fields = new FormFields();
  if (!request.is('multipart/form-data')) {
    for (const [name, value] of Object.entries((request.body ?? {}) as Record<string, unknown>)) {
      for (const one of Array.isArray(value) ? value : [value])
        if (typeof one === 'string') fields.add(name, one);
    }
    return fields;
  }
  if (Number(request.headers['content-length'] ?? 0) > FORM_BYTES) throw tooLarge();
  await readMultipart(request, fields, onFile);
  return fields;
}

const tooLarge = () => new DomainError('too_large', 'body.too_large');

function readMultipart(
  request: Request,
  fields: FormFields,
  onFile: (file: UploadedFile) => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let files = Promise.resolve();
    let total = 0;
    const parser = startParser(request);
    const fail = (error: unknown) => {
      request.unpipe(parser);
      request.resume();
      reject(error as Error);
    };
    request.on('data', (chunk: Buffer) => {
      total += chunk.length;
      if (total > FORM_BYTES) fail(tooLarge());
    });
    request.on('close', () => {
      if (!request.complete) fail(new DomainError('invalid', 'body.malformed'));
    });
    parser.on('field', (name, value) => fields.add(name, value.replaceAll('\0', '')));
    parser.on('file', (_field, stream, { filename }) => {
      stream.on('error', fail);
      files = files.then(async () => {
        const content = await collect(stream);
        // Browsers send an empty part when no file was chosen.
        if (filename && !(content && content.length === 0)) await onFile({ name: filename, content });
      });
      files.catch(fail);
    });
    parser.on('error', () => fail(new DomainError('invalid', 'body.malformed')));
    parser.on('close', () => void files.then(resolve, fail));
    request.pipe(parser);
  });
}

function startParser(request: Request): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: {
        fileSize: FILE_BYTES,
        files: MAX_UPLOADS_PER_TICKET + 1,
        fields: 100,
        fieldSize: FIELD_BYTES,
        fieldNameSize: 100,
        parts: 120,
        headerPairs: 20,
      },
    });
  } catch {
    throw new DomainError('invalid', 'body.malformed');
  }
}

async function collect(stream: NodeJS.ReadableStream & { truncated?: boolean }): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return stream.truncated ? null : Buffer.concat(chunks);
}
