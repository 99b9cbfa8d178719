import { MailAddresses } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import type { MailSystem } from './mail-system.js';

export interface MailDraft {
  id?: string | null;
  from?: string;
  subject?: string;
  head?: string[];
  body?: string;
}

export interface TicketRow {
  id: string;
  number: string;
  subject: string;
  description: string;
  channel: string;
  language: string;
  status: string;
  tags: string[];
  queue: string;
  requester_id: string;
}

export interface MessageRow {
  id: string;
  kind: string;
  body: string;
  author_kind: string;
}

const GENERAL = 'general@contact.example';
let counter = 0;
export const newMessageId = () => `<m${++counter}.${process.pid}@home.example>`;

/** A raw mail with defaults for everything that is not given. */
export function mailText(draft: MailDraft = {}): string {
  const { id = newMessageId(), from = 'Person <person@home.example>', subject = 'Street light' } = draft;
  const { head = [], body = 'It is dark.' } = draft;
  const typed = head.some((line) => /^content-type/i.test(line));
  const lines = [
    `From: ${from}`,
    `To: ${GENERAL}`,
    `Subject: ${subject}`,
    ...(id ? [`Message-ID: ${id}`] : []),
    ...head,
    ...(typed ? [] : ['Content-Type: text/plain; charset=utf-8']),
  ];
  return `${lines.join('\n')}\n\n${body}\n`;
}

export const formatNumber = (number: string) =>
  `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`;

/** Queries about received mail that several suites use. */
export class InboundMail {
  constructor(readonly system: MailSystem) {}

  async ticketOfMail(messageId: string): Promise<TicketRow> {
    const [row] = await this.system.db.query<TicketRow>(
      `SELECT t.*, q.key AS queue FROM mail_thread m JOIN ticket t ON t.id = m.ticket_id JOIN queue q ON q.id = t.queue_id
        WHERE m.message_id = $1`,
      [messageId],
    );
    return row!;
  }

  messagesOf(ticketId: string): Promise<MessageRow[]> {
    return this.system.db.query<MessageRow>('SELECT * FROM message WHERE ticket_id = $1 ORDER BY id', [
      ticketId,
    ]);
  }

  async count(what: string, values: unknown[] = []): Promise<number> {
    const [row] = await this.system.db.query<{ n: string }>(`SELECT count(*) AS n FROM ${what}`, values);
    return Number(row!.n);
  }

  async openTicket(
    draft: MailDraft = {},
    to = GENERAL,
    from?: string,
  ): Promise<{ id: string; ticket: TicketRow }> {
    const id = newMessageId();
    await this.system.send(mailText({ ...draft, id }), { to, from });
    return { id, ticket: await this.ticketOfMail(id) };
  }

  /** The Message-ID of the acknowledgement, for use in References. */
  acknowledgementOf(ticketId: string): Promise<string> {
    return waitFor(
      async () => {
        const [row] = await this.system.db.query<{ message_id: string }>(
          `SELECT message_id FROM outgoing_mail WHERE ticket_id = $1 AND purpose = 'acknowledgement'`,
          [ticketId],
        );
        return row?.message_id;
      },
      { what: 'an acknowledgement' },
    );
  }

  signedAddress(ticket: TicketRow, queue = 'general'): string {
    return this.system.app.get(MailAddresses).replyAddress(queue, ticket.number);
  }
}
