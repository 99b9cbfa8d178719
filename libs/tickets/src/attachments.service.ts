import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { DomainError, invalidField, isUuid, notFound, uuidv7 } from '#wasl/kernel';
import { Database, type Tx } from '#wasl/platform';
import { BlobStore } from './blob-store.js';
import { cleanFileName } from './domain/file-name.js';

export const ATTACHMENT_MEGABYTES = 25;

export interface AttachmentView {
  id: string;
  name: string;
  size: number;
  type: string;
}

export interface NewAttachment {
  name: string;
  content: Buffer;
  contentId?: string | null;
}

interface Binding {
  ticketId: string;
  messageId?: string;
  uploader: string | null;
}

/** Files that came with a contact. Their type is what their content says, never what the sender claims. */
@Injectable()
export class Attachments {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly blobs: BlobStore,
  ) {}

  /**
   * Stores a file that belongs to nothing yet; only `uploader` may use it, and it is removed after a day.
   * @throws too_large `attachment.too_large`
   */
  async upload(file: NewAttachment, uploader: string | null): Promise<AttachmentView> {
    const stored = await this.store(file);
    await this.database.query(
      `INSERT INTO attachment (id, sha256, name, size, type, uploaded_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, now())`,
      [stored.id, stored.sha256, stored.name, stored.size, stored.type, uploader],
    );
    return viewOf(stored);
  }

  /** Puts the bytes away before a transaction; {@link attach} then refers to them inside it. */
  async store(file: NewAttachment): Promise<StoredFile> {
    if (file.content.length > ATTACHMENT_MEGABYTES * 1024 * 1024) {
      throw new DomainError('too_large', 'attachment.too_large', { megabytes: ATTACHMENT_MEGABYTES });
    }
    return {
      id: uuidv7(),
      sha256: await this.blobs.put(file.content),
      name: cleanFileName(file.name),
      size: file.content.length,
      type: (await fileTypeFromBuffer(file.content))?.mime ?? 'application/octet-stream',
      contentId: file.contentId ?? null,
    };
  }

  async attach(tx: Tx, files: StoredFile[], to: Pick<Binding, 'ticketId' | 'messageId'>): Promise<void> {
    for (const file of files) {
      await tx.query(
        `INSERT INTO attachment (id, sha256, name, size, type, content_id, ticket_id, message_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          file.id,
          file.sha256,
          file.name,
          file.size,
          file.type,
          file.contentId,
          to.ticketId,
          to.messageId ?? null,
          tx.now,
        ],
      );
    }
  }

  /** Binds uploads to a ticket, once. @throws invalid at `attachments` when one is not this uploader's, or is used */
  async bind(tx: Tx, ids: string[], to: Binding): Promise<void> {
    const wanted = [...new Set(ids)];
    if (!wanted.every(isUuid)) throw invalidField('attachments', 'not_found');
    const rows = await tx.query(
      `UPDATE attachment SET ticket_id = $2, message_id = $3
        WHERE id = ANY($1::uuid[]) AND ticket_id IS NULL AND uploaded_by IS NOT DISTINCT FROM $4 RETURNING id`,
      [wanted, to.ticketId, to.messageId ?? null, to.uploader],
    );
    if (rows.length !== wanted.length) throw invalidField('attachments', 'not_found');
  }

  /**
   * For staff: anything bound to a ticket, and one's own uploads.
   * @throws not_found `attachment.not_found`
   */
  async openFor(id: string, staffId: string): Promise<AttachmentView & { content: Readable }> {
    const [row] = await this.database.query<StoredFile>(
      `SELECT id, sha256, name, size, type FROM attachment WHERE id = $1 AND (ticket_id IS NOT NULL OR uploaded_by = $2)`,
      [isUuid(id) ? id : null, staffId],
    );
    if (!row) throw notFound('attachment.not_found');
    return { ...viewOf(row), content: this.blobs.read(row.sha256) };
  }

  /** Forgets uploads nobody used for a day. Their bytes may be shared, and stay. */
  async removeUnused(): Promise<number> {
    const rows = await this.database.query(
      `DELETE FROM attachment WHERE ticket_id IS NULL AND created_at < now() - interval '1 day' RETURNING id`,
    );
    return rows.length;
  }
}

export interface StoredFile {
  id: string;
  sha256: Buffer;
  name: string;
  size: number;
  type: string;
  contentId: string | null;
}

const viewOf = ({ id, name, size, type }: AttachmentView): AttachmentView => ({ id, name, size, type });
