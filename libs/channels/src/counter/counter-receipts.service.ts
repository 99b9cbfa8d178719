import { Inject, Injectable } from '@nestjs/common';
import type { TicketStatus } from '#wasl/contracts';
import { isUiLanguage, isUuid, type Localized, notFound, type UiLanguage } from '#wasl/kernel';
import { Database, portalUrl, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { formatTicketNumber, PublicTickets } from '#wasl/tickets';
import { trackingLink } from './domain/tracking-link.js';
import { type QrPicture, qrPicture } from './qr-code.js';

/** The printed receipt of a visit, in the requester's language. */
export interface CounterReceipt {
  language: UiLanguage;
  /** grouped */
  number: string;
  trackingCode: string;
  subject: string;
  status: TicketStatus;
  centre: { name: Localized; address: Localized };
  desk: string | null;
  callNumber: string | null;
  receivedAt: string;
  expectedAt: string | null;
  /** the URL in the QR code */
  link: string;
  qr: QrPicture;
}

type Row = Omit<CounterReceipt, 'language' | 'trackingCode' | 'receivedAt' | 'expectedAt' | 'link' | 'qr'> & {
  language: string;
  receivedAt: Date;
  expectedAt: Date | null;
};

/** Receipts of visits, and the QR code that opens the ticket on a phone. */
@Injectable()
export class CounterReceipts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PublicTickets) private readonly tickets: PublicTickets,
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
  ) {}

  /** @throws not_found `visit.not_found` when it belongs to a colleague or has no ticket */
  async ofVisit(visitId: string, staffId: string): Promise<CounterReceipt> {
    const [row] = await this.database.query<Row>(
      `SELECT t.number, t.subject, t.status, t.language, v.call_number AS "callNumber", d.label AS desk,
              json_build_object('name', json_build_object('ar', c.name_ar, 'en', c.name_en),
                                'address', json_build_object('ar', c.address_ar, 'en', c.address_en)) AS centre,
              v.came_at AS "receivedAt",
              CASE WHEN t.status IN ('new', 'open', 'pending') THEN t.resolution_due_at END AS "expectedAt"
         FROM counter_visit v JOIN centre c ON c.id = v.centre_id JOIN ticket t ON t.id = v.ticket_id
         LEFT JOIN desk d ON d.id = v.desk_id
        WHERE v.id = $1 AND v.staff_id = $2 AND v.state IN ('serving', 'done')`,
      [isUuid(visitId) ? visitId : null, staffId],
    );
    if (!row) throw notFound('visit.not_found');
    const language = isUiLanguage(row.language) ? row.language : 'en';
    return {
      ...row,
      ...(await this.trackingDetails(row.number, language)),
      receivedAt: row.receivedAt.toISOString(),
      expectedAt: row.expectedAt?.toISOString() ?? null,
      language,
    };
  }

  /** Number, tracking code, link and QR code of a ticket, for callers who may have them. @param digits twelve */
  async trackingDetails(
    digits: string,
    language: UiLanguage,
  ): Promise<Pick<CounterReceipt, 'number' | 'trackingCode' | 'link' | 'qr'>> {
    const number = formatTicketNumber(digits);
    const trackingCode = await this.tickets.trackingCode(digits);
    const link = trackingLink(portalUrl(this.settings), language, { number, trackingCode });
    return { number, trackingCode, link, qr: qrPicture(link) };
  }
}
