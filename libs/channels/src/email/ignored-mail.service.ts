import { Inject, Injectable } from '@nestjs/common';
import { decodeCursor, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { formatTicketNumber } from '#wasl/tickets';

export interface IgnoredMailView {
  id: string;
  /** the mail whose original can be read: its own, or that of the mail it repeats */
  mailId: string;
  messageId: string | null;
  sender: string | null;
  envelopeFrom: string;
  recipients: string[];
  /** `mail.loop`, `mail.repeated`, `mail.dismissed`, `report:failed`, … */
  reason: string;
  /** grouped number */
  ticket: string | null;
  receivedAt: string;
}

interface Row extends Omit<IgnoredMailView, 'receivedAt' | 'ticket'> {
  receivedAt: Date;
  number: string | null;
  /** to the microsecond, as the order needs it */
  cursor: string;
}

const NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

/** Mail that was accepted but became neither a message nor a ticket, with the reason. */
@Injectable()
export class IgnoredMail {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Newest first. */
  async list(page: PageRequest): Promise<Page<IgnoredMailView>> {
    const [at, id] = page.after ? decodeCursor(page.after, 'time', 'uuid') : NEWEST;
    // Each part is limited by its own index.
    const rows = await this.database.query<Row>(
      `SELECT x.id, x.mail_id AS "mailId", x.message_id AS "messageId", x.sender, x.envelope_from AS "envelopeFrom",
              x.recipients, x.reason, t.number, x.received_at AS "receivedAt", x.received_at::text AS cursor
         FROM ((SELECT id, id AS mail_id, message_id, sender, envelope_from, recipients, ticket_id, received_at,
                       CASE WHEN raw IS NULL AND raw_sha256 IS NULL THEN 'mail.dismissed'
                            ELSE coalesce(fault, 'mail.dismissed') END AS reason
                  FROM inbound_mail
                 WHERE state = 'ignored' AND (received_at, id) < ($1::timestamptz, $2::uuid)
                 ORDER BY received_at DESC, id DESC LIMIT $3)
               UNION ALL
               (SELECT r.id, r.mail_id, i.message_id, i.sender, r.envelope_from, r.recipients, i.ticket_id,
                       r.received_at, 'mail.repeated'
                  FROM repeated_mail r JOIN inbound_mail i ON i.id = r.mail_id
                 WHERE (r.received_at, r.id) < ($1::timestamptz, $2::uuid)
                 ORDER BY r.received_at DESC, r.id DESC LIMIT $3)) x
         LEFT JOIN ticket t ON t.id = x.ticket_id
        ORDER BY x.received_at DESC, x.id DESC LIMIT $3`,
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
}
