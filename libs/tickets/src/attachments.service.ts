import type { Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { conflict, DomainError, invalidField, isUuid, notFound, uuidv7 } from '#wasl/kernel';
import { Database, type Tx, PeriodicTask } from '#wasl/platform';
import { BlobStore, isBlobNotFound } from './blob-store.js';
import { cleanFileName } from './domain/file-name.js';
import { type FileRejection, inspectFile } from './domain/inspect-file.js';
import { VirusScanner } from './virus-scanner.js';

export const MAX_ATTACHMENT_MEGABYTES = 25;

export interface AttachmentView {
  id: string;
  name: string;
  size: number;
  type: string;
  /** only when the file may not be opened: not scanned yet, or harmful */
  state?: 'checking' | 'refused';
  /** why it was rejected */
  fault?: FileRejection;
  /** the thumbnail's size in pixels, when there is one */
  thumbnail?: { width: number; height: number };
  /** the thumbnail is being made */
  thumbnailSoon?: boolean;
}

export interface NewAttachment {
  name: string;
  content: Buffer;
  contentId?: string | null;
}

interface Binding {
  ticketId: string;
  messageId?: string;
  /** it is part of a referral, which the requester does not see; of a message of it, or a proof */
  referral?: { id: string; messageId: string | null };
  uploader: string | null;
}

/** Attached files. Their type is detected from their content, never taken from the sender. */
@Injectable()
export class Attachments {
  private readonly logger = new Logger('Attachments');
  private scannerUnavailable = false;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(VirusScanner) private readonly scanner: VirusScanner,
  ) {}

  /**
   * Stores a file that belongs to no ticket yet; only `uploader` may use it, and it is removed after a day.
   * @throws too_large `attachment.too_large`; unsupported_type `attachment.harmful`, so that the uploader can send
   *   another
   */
  async upload(file: NewAttachment, uploader: string | null): Promise<AttachmentView> {
    const stored = await this.store(file);
    if (stored.fault)
      throw new DomainError('unsupported_type', 'attachment.harmful', { fault: stored.fault });
    await this.database.query(
      `INSERT INTO attachment (id, sha256, name, size, type, state, uploaded_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
      [stored.id, stored.sha256, stored.name, stored.size, stored.type, stored.state, uploader],
    );
    return viewOf(stored);
  }

  /**
   * Stores the bytes before a transaction; {@link attach} then refers to them inside it. Files that came by mail are
   * kept even when harmful, but cannot be opened.
   */
  async store(file: NewAttachment): Promise<StoredFile> {
    if (file.content.length > MAX_ATTACHMENT_MEGABYTES * 1024 * 1024) {
      throw new DomainError('too_large', 'attachment.too_large', { megabytes: MAX_ATTACHMENT_MEGABYTES });
    }
    const type = (await fileTypeFromBuffer(file.content))?.mime ?? 'application/octet-stream';
    const fault = inspectFile(file.content, type);
    return {
      id: uuidv7(),
      sha256: await this.blobs.put(file.content),
      name: cleanFileName(file.name),
      size: file.content.length,
      type,
      state: fault ? 'refused' : this.scanner.isSet ? 'checking' : 'clean',
      fault,
      contentId: file.contentId ?? null,
    };
  }

  async attach(tx: Tx, files: StoredFile[], to: Pick<Binding, 'ticketId' | 'messageId'>): Promise<void> {
    for (const file of files) {
      await tx.query(
        `INSERT INTO attachment (id, sha256, name, size, type, content_id, ticket_id, message_id, created_at, state, fault)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
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
          file.state,
          file.fault,
        ],
      );
    }
  }

  /**
   * Binds uploads to a ticket, once.
   * @throws invalid at `attachments` when one is not this uploader's, or is used
   */
  async bind(tx: Tx, ids: string[], to: Binding): Promise<void> {
    const wanted = [...new Set(ids)];
    if (!wanted.every(isUuid)) throw invalidField('attachments', 'not_found');
    const rows = await tx.query(
      `UPDATE attachment SET ticket_id = $2, message_id = $3, referral_id = $5, referral_message_id = $6
        WHERE id = ANY($1::uuid[]) AND ticket_id IS NULL AND uploaded_by IS NOT DISTINCT FROM $4 RETURNING id`,
      [
        wanted,
        to.ticketId,
        to.messageId ?? null,
        to.uploader,
        to.referral?.id ?? null,
        to.referral?.messageId ?? null,
      ],
    );
    if (rows.length !== wanted.length) throw invalidField('attachments', 'not_found');
  }

  /**
   * For staff: any file bound to a ticket, and one's own uploads.
   * @throws not_found `attachment.not_found`; conflict `attachment.checking` or `attachment.harmful`
   */
  async openFor(id: string, staffId: string | null): Promise<AttachmentView & { content: Readable }> {
    const [row] = await this.database.query<StoredFile>(
      `SELECT id, sha256, name, size, type, state, fault FROM attachment WHERE id = $1 AND (ticket_id IS NOT NULL OR uploaded_by = $2)`,
      [isUuid(id) ? id : null, staffId],
    );
    if (!row) throw notFound('attachment.not_found');
    if (row.state === 'checking') throw conflict('attachment.checking');
    if (row.fault) throw conflict('attachment.harmful', { fault: row.fault });
    return { ...viewOf(row), content: await this.blobs.read(row.sha256) };
  }

  /**
   * Scans waiting files, oldest first; concurrent processes take different ones. While the scanner is unavailable,
   * files keep waiting.
   * @returns how many were decided
   */
  @PeriodicTask({ name: 'check-attachments', everyMs: 1_000 })
  async scanPending(limit = 20): Promise<number> {
    if (!this.scanner.isSet) return 0;
    const waiting = await this.database.query<{ id: string; sha256: Buffer }>(
      `SELECT id, sha256 FROM attachment WHERE state = 'checking' ORDER BY created_at, id LIMIT $1`,
      [limit],
    );
    for (const { id, sha256 } of waiting) {
      let found: FileRejection | null;
      try {
        found = await this.scan(sha256);
      } catch (error) {
        return this.onScannerUnavailable(error as Error);
      }
      this.scannerUnavailable = false;
      await this.database.query(
        `UPDATE attachment SET state = $2, fault = $3 WHERE id = $1 AND state = 'checking'`,
        [id, found ? 'refused' : 'clean', found],
      );
    }
    return waiting.length;
  }

  private async scan(sha256: Buffer): Promise<FileRejection | null> {
    try {
      return await this.scanner.scan(await this.blobs.read(sha256));
    } catch (error) {
      // Missing content must not hold up other files.
      if (isBlobNotFound(error)) return 'lost';
      throw error;
    }
  }

  /** Logged once, not at every attempt. */
  private onScannerUnavailable(error: Error): number {
    if (!this.scannerUnavailable)
      this.logger.warn(`files cannot be scanned and keep waiting: ${error.message}`);
    this.scannerUnavailable = true;
    return 0;
  }

  /** Forgets uploads nobody used for a day. Their bytes may be shared, and stay. */
  @PeriodicTask({ name: 'remove-unused-attachments', everyMs: 60_000 })
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
  state: 'checking' | 'clean' | 'refused';
  fault: FileRejection | null;
  contentId: string | null;
}

const viewOf = ({ id, name, size, type, state }: StoredFile): AttachmentView => ({
  id,
  name,
  size,
  type,
  ...(state === 'checking' && { state }),
});
