import { Inject, Injectable } from '@nestjs/common';
import { unprocessable } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { type QuotedRange, quotedRangesOf, withMergedTicketIds } from '#wasl/tickets';
import type { SenderChecks } from './domain/sender-checks.js';
import type { MailPage } from './mail-page.js';
import { OriginalMail } from './original-mail.service.js';
import { MailReader } from './reading/mail-reader.service.js';

/** Metadata of the mail that a message came with. */
export interface MailMetadata {
  sender: string;
  /** its original HTML layout can be shown */
  html: boolean;
  automatic: boolean;
  /** SPF, DKIM and DMARC, as far as they were checked */
  checks: SenderChecks | null;
  faults: string[];
}

/** Of the mail that opened the ticket; its text is the ticket's description. */
export interface OpeningMail extends MailMetadata {
  folds: QuotedRange[];
}

const TICKET = '(SELECT id FROM ticket WHERE number = $1)';

/** Mail behind the messages of a ticket. */
@Injectable()
export class MailOfMessages {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OriginalMail) private readonly originals: OriginalMail,
    @Inject(MailReader) private readonly reader: MailReader,
  ) {}

  /**
   * @param number twelve digits
   * @param ids of messages
   */
  async metadata(
    number: string,
    ids: string[],
  ): Promise<{ opening: OpeningMail | null; messages: Map<string, MailMetadata> }> {
    const rows = await this.database.query<MailMetadata & { id: string | null; description: string | null }>(
      `SELECT m.message_uuid AS id, CASE WHEN m.message_uuid IS NULL THEN t.description END AS description,
              coalesce(i.sender, '') AS sender, i.html, i.automatic, i.checks, i.faults
         FROM mail_thread m
         JOIN inbound_mail i ON i.message_id = m.message_id
         JOIN ticket t ON t.id = m.ticket_id
        WHERE m.ticket_id = ANY (ARRAY(${withMergedTicketIds(TICKET)}))
          AND (m.message_uuid = ANY($2::uuid[]) OR m.message_uuid IS NULL AND t.number = $1)
        ORDER BY i.received_at DESC`,
      [number, ids],
    );
    const messages = new Map<string, MailMetadata>();
    let opening: OpeningMail | null = null;
    for (const { id, description, ...mark } of rows) {
      if (id !== null) messages.set(id, mark);
      else opening = { ...mark, folds: quotedRangesOf(description ?? '') };
    }
    return { opening, messages };
  }

  /**
   * @param messageId null for the mail that opened the ticket
   * @throws not_found `mail.not_found`; unprocessable `mail.no_page` when it has no HTML, or too much of it
   */
  async page(number: string, messageId: string | null, remoteImages: boolean): Promise<MailPage> {
    const raw = await this.originals.ofMessage(number, messageId);
    const page = await this.reader.page(raw, remoteImages);
    if (!page) throw unprocessable('mail.no_page');
    return page;
  }
}
