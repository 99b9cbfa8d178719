import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { decodeCursor, isUuid, notFound, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { BlobStore, formatTicketNumber, withMergedTicketIds } from '#wasl/tickets';

/** Larger mail is stored with the attachments, so that the database stays small. */
const MAX_IN_ROW_BYTES = 64 * 1024;

/** Where the original mail is stored: in its row, or in the blob store. */
export interface StoredOriginal {
  raw: Buffer | null;
  sha256: Buffer | null;
  size: number;
}

export interface FaultyMailView {
  id: string;
  messageId: string | null;
  sender: string | null;
  recipients: string[];
  /** see MAIL_FAULTS */
  faults: string[];
  size: number;
  state: string;
  /** grouped number */
  ticket: string | null;
  receivedAt: string;
}

interface FaultyRow extends Omit<FaultyMailView, 'receivedAt' | 'ticket'> {
  receivedAt: Date;
  number: string | null;
  /** to the microsecond, as the order needs it */
  cursor: string;
}

const NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** The original bytes of received mail. */
@Injectable()
export class OriginalMail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BlobStore) private readonly blobs: BlobStore,
  ) {}

  /** Called before the transaction that refers to it. */
  async store(raw: Buffer): Promise<StoredOriginal> {
    const size = raw.length;
    if (size <= MAX_IN_ROW_BYTES) return { raw, sha256: null, size };
    return { raw: null, sha256: await this.blobs.put(raw), size };
  }

  /**
   * The original mail of a message, or with null the one that opened the ticket.
   * @param number twelve digits
   * @throws not_found `mail.not_found`
   */
  async ofMessage(number: string, messageId: string | null): Promise<Buffer> {
    if (messageId !== null && !isUuid(messageId)) throw notFound('mail.not_found');
    const [row] = await this.database.query<{ raw: Buffer | null; sha256: Buffer | null }>(
      `SELECT i.raw, i.raw_sha256 AS sha256
         FROM mail_thread m
         JOIN inbound_mail i ON i.message_id = m.message_id
         JOIN ticket t ON t.id = m.ticket_id
        WHERE m.ticket_id = ANY (ARRAY(${withMergedTicketIds('(SELECT id FROM ticket WHERE number = $1)')}))
          AND (m.message_uuid = $2::uuid OR $2::uuid IS NULL AND m.message_uuid IS NULL AND t.number = $1)
        ORDER BY i.received_at LIMIT 1`,
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

  /** Mail that was accepted with faults, newest first. */
  async faulty(page: PageRequest): Promise<Page<FaultyMailView>> {
    const [at, id] = page.after ? decodeCursor(page.after, 'time', 'uuid') : NEWEST;
    const rows = await this.database.query<FaultyRow>(
      `SELECT i.id, i.message_id AS "messageId", i.sender, i.recipients, i.faults, i.size, i.state, t.number,
              i.received_at AS "receivedAt", i.received_at::text AS cursor
         FROM inbound_mail i LEFT JOIN ticket t ON t.id = i.ticket_id
        WHERE i.faults <> '{}' AND (i.received_at, i.id) < ($1::timestamptz, $2::uuid)
        ORDER BY i.received_at DESC, i.id DESC LIMIT $3`,
      [at, id, page.size + 1],
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.cursor, row.id]);
    return {
      data: data.map(({ cursor: _cursor, number, ...row }) => ({
        ...row,
        ticket: number && formatTicketNumber(number),
        receivedAt: row.receivedAt.toISOString(),
      })),
      meta,
    };
  }

  /** @throws not_found `mail.not_found` */
  async bytes(row: { raw: Buffer | null; sha256: Buffer | null } | undefined): Promise<Buffer> {
    if (row?.raw) return row.raw;
    if (row?.sha256) return buffer(await this.blobs.read(row.sha256));
    throw notFound('mail.not_found');
  }
}
