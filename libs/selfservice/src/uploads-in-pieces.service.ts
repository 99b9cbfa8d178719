import { Inject, Injectable } from '@nestjs/common';
import { conflict, DomainError, type ErrorKind, isUuid, notFound, uuidv7 } from '#wasl/kernel';
import { Database, Keys, type Tx, UnitOfWork } from '#wasl/platform';
import type { AttachmentView } from '#wasl/tickets';
import { UPLOAD_MEGABYTES } from './domain/accepted-files.js';
import { isTooMuch, PIECE_BYTES, type OnItsWay } from './domain/upload-limits.js';
import { PublicUploads } from './public-uploads.service.js';

/** How far a file has come, and what became of it once all of it was there. */
export interface Upload {
  /** opens it, together with the form for which it is sent */
  id: string;
  name: string;
  size: number;
  received: number;
  /** as {@link PublicUploads.upload} gives it out */
  file: AttachmentView | null;
  /** why it was not kept */
  refusal: { kind: ErrorKind; code: string } | null;
}

interface Row {
  id: string;
  name: string;
  size: number;
  received: number;
  outcome: { file: AttachmentView } | { refusal: Upload['refusal'] } | null;
}

/** Judging a photograph takes seconds; whoever began and died is replaced after this. */
const JUDGED_WITHIN_SECONDS = 60;

/**
 * Files of people on slow networks, piece by piece. Pieces lie in the database, so that any process of the portal takes
 * the next one; a line that breaks costs one piece. When all is there, the file goes the way of every other public file:
 * the same checks, and an id of the same kind.
 */
@Injectable()
export class UploadsInPieces {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(PublicUploads) private readonly uploads: PublicUploads,
    @Inject(Keys) private readonly keys: Keys,
  ) {}

  /**
   * @param form the form's own mark; only who knows it can go on with the upload
   * @param sender the network address, of which only a keyed digest is kept
   * @throws too_large `attachment.too_large`; too_many `rate.limited`
   */
  async begin(form: string, sender: string, { name, size }: { name: string; size: number }): Promise<Upload> {
    if (size > UPLOAD_MEGABYTES * 1024 * 1024) {
      throw new DomainError('too_large', 'attachment.too_large', { megabytes: UPLOAD_MEGABYTES });
    }
    const digest = this.keys.sign('public-upload', `sender ${sender}`).subarray(0, 16);
    const id = uuidv7();
    await this.work.run(async (tx) => {
      if (isTooMuch(await onItsWay(tx, form, digest), size))
        throw new DomainError('too_many', 'rate.limited');
      await tx.query(
        `INSERT INTO public_upload (id, form, sender, name, size, created_at, touched_at)
         VALUES ($1, $2, $3, $4, $5, now(), now())`,
        [id, form, digest, name, size],
      );
    });
    return this.shown(form, { id, name, size, received: 0, outcome: null });
  }

  /** @throws not_found `upload.not_found` */
  async get(form: string, token: string): Promise<Upload> {
    const [row] = await this.database.query<Row>(
      'SELECT id, name, size, received, outcome FROM public_upload WHERE id = $1',
      [this.idOf(form, token)],
    );
    return this.shown(form, found(row));
  }

  /**
   * Adds what begins at `offset`. A piece that is there already changes nothing. Once all has arrived the file is judged,
   * by one process; the others, and whoever asks again, are told what came out.
   * @param content no more than {@link PIECE_BYTES}
   * @throws not_found `upload.not_found`; conflict `upload.offset` when something is missing before it; unavailable
   *   `files.away`, and then it may be sent again
   */
  async append(form: string, token: string, offset: number, content: Buffer): Promise<Upload> {
    const id = this.idOf(form, token);
    const row = await this.work.run((tx) => addPiece(tx, id, offset, content));
    if (row.received < row.size || row.outcome) return this.shown(form, row);
    await this.judge(id!);
    return this.get(form, token);
  }

  private async judge(id: string): Promise<void> {
    const [mine] = await this.database.query<{ name: string }>(
      `UPDATE public_upload SET judged_until = now() + $2 * interval '1 second'
        WHERE id = $1 AND outcome IS NULL AND received = size AND coalesce(judged_until, '-infinity') < now()
        RETURNING name`,
      [id, JUDGED_WITHIN_SECONDS],
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

  private shown(form: string, { outcome, ...row }: Row): Upload {
    return {
      ...row,
      id: `${row.id}.${written(this.keys.sign('public-upload', signedText(form, row.id)))}`,
      file: outcome && 'file' in outcome ? outcome.file : null,
      refusal: outcome && 'refusal' in outcome ? outcome.refusal : null,
    };
  }

  private idOf(form: string, token: string): string | null {
    const [id = '', mac = ''] = token.slice(0, 100).split('.');
    return isUuid(id) && this.keys.isSigned('public-upload', signedText(form, id), mac, written) ? id : null;
  }
}

const signedText = (form: string, id: string) => `pieces ${form} ${id}`;
const written = (mac: Buffer) => mac.toString('base64url').slice(0, 22);

function found(row: Row | undefined): Row {
  if (!row) throw notFound('upload.not_found');
  return row;
}

async function addPiece(tx: Tx, id: string | null, offset: number, content: Buffer): Promise<Row> {
  const [locked] = await tx.query<Row>(
    'SELECT id, name, size, received, outcome FROM public_upload WHERE id = $1 FOR UPDATE',
    [id],
  );
  const row = found(locked);
  const end = offset + content.length;
  if (row.outcome || end <= row.received) return row;
  if (offset !== row.received || end > row.size || content.length > PIECE_BYTES)
    throw conflict('upload.offset');
  tx.send('INSERT INTO public_upload_piece (upload_id, begins, content) VALUES ($1, $2, $3)', [
    id,
    offset,
    content,
  ]);
  tx.send('UPDATE public_upload SET received = $2, touched_at = now() WHERE id = $1', [id, end]);
  return { ...row, received: end };
}

/** Counted under one lock, so that the limits hold however many begin at once; beginning is rare and short. */
async function onItsWay(tx: Tx, form: string, sender: Buffer): Promise<OnItsWay> {
  tx.send('SELECT pg_advisory_xact_lock(7252)');
  const [row] = await tx.query<OnItsWay>(
    `SELECT (SELECT count(*) FROM public_upload WHERE form = $1)::int AS "ofForm",
            coalesce(sum(size) FILTER (WHERE sender = $2), 0)::float8 AS "ofSender",
            coalesce(sum(size), 0)::float8 AS "ofAll"
       FROM public_upload WHERE outcome IS NULL`,
    [form, sender],
  );
  return row!;
}
