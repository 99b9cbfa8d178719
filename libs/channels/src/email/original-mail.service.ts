import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { isUuid, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { BlobStore } from '#wasl/tickets';

/** Larger mail is kept where attachments are, so that the database stays small. */
const LARGEST_IN_ROW = 64 * 1024;

/** Where the bytes of a mail are: in its row, or in the store of files. */
export interface KeptOriginal {
  raw: Buffer | null;
  sha256: Buffer | null;
  size: number;
}

/** Mail as it came, byte for byte. */
@Injectable()
export class OriginalMail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly blobs: BlobStore,
  ) {}

  /** Before the transaction that refers to it. */
  async keep(raw: Buffer): Promise<KeptOriginal> {
    const size = raw.length;
    if (size <= LARGEST_IN_ROW) return { raw, sha256: null, size };
    return { raw: null, sha256: await this.blobs.put(raw), size };
  }

  /**
   * The mail by which a message came, or with null the one that opened the ticket.
   * @param number twelve digits
   * @throws not_found `mail.not_found`
   */
  async ofMessage(number: string, messageId: string | null): Promise<Buffer> {
    if (messageId !== null && !isUuid(messageId)) throw notFound('mail.not_found');
    const [row] = await this.database.query<{ raw: Buffer | null; sha256: Buffer | null }>(
      `SELECT i.raw, i.raw_sha256 AS sha256
         FROM ticket t
         JOIN mail_thread m ON m.ticket_id = t.id AND m.message_uuid IS NOT DISTINCT FROM $2
         JOIN inbound_mail i ON i.message_id = m.message_id
        WHERE t.number = $1 ORDER BY i.received_at LIMIT 1`,
      [number, messageId],
    );
    return this.bytes(row);
  }

  /** @throws not_found `mail.not_found` */
  async byId(id: string): Promise<Buffer> {
    const [row] = await this.database.query<{ raw: Buffer | null; sha256: Buffer | null }>(
      'SELECT raw, raw_sha256 AS sha256 FROM inbound_mail WHERE id = $1',
      [isUuid(id) ? id : null],
    );
    return this.bytes(row);
  }

  private async bytes(row: { raw: Buffer | null; sha256: Buffer | null } | undefined): Promise<Buffer> {
    if (row?.raw) return row.raw;
    if (row?.sha256) return collected(this.blobs.read(row.sha256));
    throw notFound('mail.not_found');
  }
}

async function collected(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
