import { Inject, Injectable } from '@nestjs/common';
import { conflict, decodeCursor, isUuid, notFound, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import type { ReceiveResult } from './mail-record.js';
import { ReceiveMail } from './receive-mail.service.js';

export interface QuarantinedView {
  id: string;
  messageId: string | null;
  sender: string | null;
  envelopeFrom: string;
  recipients: string[];
  fault: string | null;
  size: number;
  receivedAt: string;
}

interface Row extends Omit<QuarantinedView, 'receivedAt'> {
  receivedAt: Date;
  /** to the microsecond, as the order needs it */
  cursor: string;
}

/** Mail that could not be processed, stored whole for administrators to decide about. */
@Injectable()
export class QuarantinedMail {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ReceiveMail) private readonly receiveMail: ReceiveMail,
  ) {}

  /** Newest first. */
  async list(page: PageRequest): Promise<Page<QuarantinedView>> {
    const [at, id] = page.after
      ? decodeCursor(page.after, 'time', 'uuid')
      : ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const rows = await this.database.query<Row>(
      `SELECT id, message_id AS "messageId", sender, envelope_from AS "envelopeFrom", recipients, fault,
              coalesce(length(raw), 0) AS size, received_at AS "receivedAt",
              received_at::text AS cursor
         FROM inbound_mail WHERE state = 'quarantined' AND (received_at, id) < ($1::timestamptz, $2::uuid)
        ORDER BY received_at DESC, id DESC LIMIT $3`,
      [at, id, page.size + 1],
    );
    const { data, meta } = pageOf(rows, page.size, (row) => [row.cursor, row.id]);
    return {
      data: data.map(({ cursor: _cursor, ...row }) => ({ ...row, receivedAt: row.receivedAt.toISOString() })),
      meta,
    };
  }

  /** The original bytes. @throws not_found `mail.not_found` */
  async raw(id: string): Promise<Buffer> {
    return (await this.kept(id)).raw;
  }

  /** Processes it again: it becomes a ticket or message, or stays quarantined with its new fault. */
  async retry(id: string): Promise<ReceiveResult> {
    const { raw, envelopeFrom, recipients } = await this.kept(id);
    return this.receiveMail.receive({ from: envelopeFrom, recipients }, raw, id);
  }

  /** Discards it. @throws not_found `mail.not_found`; conflict `mail.settled` */
  async ignore(id: string): Promise<void> {
    await this.kept(id);
    const rows = await this.database.query(
      `UPDATE inbound_mail SET state = 'ignored', raw = NULL WHERE id = $1 AND state = 'quarantined' RETURNING id`,
      [id],
    );
    if (rows.length === 0) throw conflict('mail.settled');
  }

  private async kept(id: string): Promise<{ raw: Buffer; envelopeFrom: string; recipients: string[] }> {
    const [row] = await this.database.query<{
      state: string;
      raw: Buffer | null;
      envelopeFrom: string;
      recipients: string[];
    }>(`SELECT state, raw, envelope_from AS "envelopeFrom", recipients FROM inbound_mail WHERE id = $1`, [
      isUuid(id) ? id : null,
    ]);
    if (!row) throw notFound('mail.not_found');
    if (row.state !== 'quarantined' || !row.raw) throw conflict('mail.settled');
    return { raw: row.raw, envelopeFrom: row.envelopeFrom, recipients: row.recipients };
  }
}
