import { Inject, Injectable } from '@nestjs/common';
import { conflict, DomainError, type ErrorKind, isUuid, notFound, uuidv7 } from '#wasl/kernel';
import { Database, Keys, type Tx, UnitOfWork } from '#wasl/platform';
import type { AttachmentView } from '#wasl/tickets';
import { MAX_UPLOAD_MEGABYTES } from './domain/accepted-files.js';
import { exceedsUploadLimits, CHUNK_BYTES, type PendingUploads } from './domain/upload-limits.js';
import { PublicUploads } from './public-uploads.service.js';

/** The progress of an upload, and its result once it is complete. */
export interface Upload {
  /** token of the upload, valid together with the form */
  id: string;
  name: string;
  size: number;
  received: number;
  /** as returned by {@link PublicUploads.upload} */
  file: AttachmentView | null;
  /** why it was rejected */
  refusal: { kind: ErrorKind; code: string } | null;
}

interface Row {
  id: string;
  name: string;
  size: number;
  received: number;
  outcome: { file: AttachmentView } | { refusal: Upload['refusal'] } | null;
}

/** Checking a photograph takes seconds; after this time, another process takes over from one that died. */
const CHECK_TIMEOUT_SECONDS = 60;

/**
 * Chunked uploads for slow networks. Chunks are stored in the database, so that any portal process can take the next
 * one; a broken connection costs one chunk. A complete file is processed like every other public upload: the same
 * checks, and an id of the same kind.
 */
@Injectable()
export class ChunkedUploads {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PublicUploads) private readonly uploads: PublicUploads,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /**
   * @param form secret id of the form, required to continue the upload
   * @param sender the network address, of which only a keyed digest is stored
   * @throws too_large `attachment.too_large`; too_many `rate.limited`
   */
  async begin(form: string, sender: string, { name, size }: { name: string; size: number }): Promise<Upload> {
    if (size > MAX_UPLOAD_MEGABYTES * 1024 * 1024) {
      throw new DomainError('too_large', 'attachment.too_large', { megabytes: MAX_UPLOAD_MEGABYTES });
    }
    const digest = this.keys.sign('public-upload', `sender ${sender}`).subarray(0, 16);
    const id = uuidv7();
    await this.unitOfWork.run(async (tx) => {
      if (exceedsUploadLimits(await readPendingUploads(tx, form, digest), size))
        throw new DomainError('too_many', 'rate.limited');
      await tx.query(
        `INSERT INTO public_upload (id, form, sender, name, size, created_at, touched_at)
         VALUES ($1, $2, $3, $4, $5, now(), now())`,
        [id, form, digest, name, size],
      );
    });
    return this.toUpload(form, { id, name, size, received: 0, outcome: null });
  }

  /** @throws not_found `upload.not_found` */
  async get(form: string, token: string): Promise<Upload> {
    const [row] = await this.database.query<Row>(
      'SELECT id, name, size, received, outcome FROM public_upload WHERE id = $1',
      [this.idOf(form, token)],
    );
    return this.toUpload(form, requireRow(row));
  }

  /**
   * Adds the chunk at `offset`. A repeated chunk changes nothing. Once all has arrived, one process checks the file;
   * the others, and repeated requests, get the result.
   * @param content no more than {@link CHUNK_BYTES}
   * @throws not_found `upload.not_found`; conflict `upload.offset` when something is missing before it; unavailable
   * `files.away`, after which it may be sent again
   */
  async append(form: string, token: string, offset: number, content: Buffer): Promise<Upload> {
    const id = this.idOf(form, token);
    const row = await this.unitOfWork.run((tx) => addChunk(tx, id, offset, content));
    if (row.received < row.size || row.outcome) return this.toUpload(form, row);
    await this.checkWhole(id!);
    return this.get(form, token);
  }

  private async checkWhole(id: string): Promise<void> {
    const [mine] = await this.database.query<{ name: string }>(
      `UPDATE public_upload SET judged_until = now() + $2 * interval '1 second'
        WHERE id = $1 AND outcome IS NULL AND received = size AND coalesce(judged_until, '-infinity') < now()
        RETURNING name`,
      [id, CHECK_TIMEOUT_SECONDS],
    );
    if (!mine) return;
    const pieces = await this.database.query<{ content: Buffer }>(
      'SELECT content FROM public_upload_piece WHERE upload_id = $1 ORDER BY begins',
      [id],
    );
    const content = Buffer.concat(pieces.map((piece) => piece.content));
    try {
      const file = await this.uploads.upload({ name: mine.name, content });
      await this.settle(id, { file });
    } catch (error) {
      if (error instanceof DomainError && (error.kind === 'unsupported_type' || error.kind === 'too_large')) {
        return this.settle(id, { refusal: { kind: error.kind, code: error.code } });
      }
      await this.database.query('UPDATE public_upload SET judged_until = NULL WHERE id = $1', [id]);
      throw error;
    }
  }

  private async settle(id: string, outcome: NonNullable<Row['outcome']>): Promise<void> {
    await this.database.query(
      `WITH gone AS (DELETE FROM public_upload_piece WHERE upload_id = $1)
       UPDATE public_upload SET outcome = $2, touched_at = now() WHERE id = $1 AND outcome IS NULL`,
      [id, JSON.stringify(outcome)],
    );
  }

  private toUpload(form: string, { outcome, ...row }: Row): Upload {
    return {
      ...row,
      id: `${row.id}.${encodeMac(this.keys.sign('public-upload', signedText(form, row.id)))}`,
      file: outcome && 'file' in outcome ? outcome.file : null,
      refusal: outcome && 'refusal' in outcome ? outcome.refusal : null,
    };
  }

  private idOf(form: string, token: string): string | null {
    const [id = '', mac = ''] = token.slice(0, 100).split('.');
    return isUuid(id) && this.keys.verifySignature('public-upload', signedText(form, id), mac, encodeMac)
      ? id
      : null;
  }
}

const signedText = (form: string, id: string) => `pieces ${form} ${id}`;
const encodeMac = (mac: Buffer) => mac.toString('base64url').slice(0, 22);

function requireRow(row: Row | undefined): Row {
  if (!row) throw notFound('upload.not_found');
  return row;
}

async function addChunk(tx: Tx, id: string | null, offset: number, content: Buffer): Promise<Row> {
  const [locked] = await tx.query<Row>(
    'SELECT id, name, size, received, outcome FROM public_upload WHERE id = $1 FOR UPDATE',
    [id],
  );
  const row = requireRow(locked);
  const end = offset + content.length;
  if (row.outcome || end <= row.received) return row;
  if (offset !== row.received || end > row.size || content.length > CHUNK_BYTES)
    throw conflict('upload.offset');
  tx.send('INSERT INTO public_upload_piece (upload_id, begins, content) VALUES ($1, $2, $3)', [
    id,
    offset,
    content,
  ]);
  tx.send('UPDATE public_upload SET received = $2, touched_at = now() WHERE id = $1', [id, end]);
  return { ...row, received: end };
}

/** Counted under one lock, so that the limits hold for concurrent requests; starting an upload is rare and short. */
async function readPendingUploads(tx: Tx, form: string, sender: Buffer): Promise<PendingUploads> {
  tx.send('SELECT pg_advisory_xact_lock(7252)');
  const [row] = await tx.query<PendingUploads>(
    `SELECT (SELECT count(*) FROM public_upload WHERE form = $1)::int AS "ofForm",
            coalesce(sum(size) FILTER (WHERE sender = $2), 0)::float8 AS "ofSender",
            coalesce(sum(size), 0)::float8 AS "ofAll"
       FROM public_upload WHERE outcome IS NULL`,
    [form, sender],
  );
  return row!;
}
