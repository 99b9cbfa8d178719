import { Inject, Injectable } from '@nestjs/common';
import type { Audience, MessageKind, Priority, SharedRequester, TicketKind } from '#wasl/contracts';
import { invalidField } from '#wasl/kernel';
import { Database, type Tx } from '#wasl/platform';
import type { AttachmentView } from './attachments.service.js';
import { withMergedTicketIds } from './merged-tickets.js';
import { ATTACHMENT_JSON } from './ticket-reader.js';
import { ticketViewSelect, type TicketView, type TicketViewRow, toTicketView } from './ticket-view.js';

/** What of a ticket is shown to somebody outside of the centre. Null: all that may be shared. */
export interface MatterShare {
  requester: SharedRequester;
  messages: string[] | null;
  attachments: string[] | null;
}

export interface SharedMessage {
  id: string;
  kind: MessageKind;
  body: string;
  createdAt: string;
}

/** A ticket as far as it is shared. */
export interface SharedMatter extends Pick<
  TicketView,
  'subject' | 'kind' | 'priority' | 'language' | 'service' | 'location' | 'createdAt' | 'resolutionDueAt'
> {
  kind: TicketKind;
  priority: Priority;
  firstResponseDueAt: string | null;
  /** of the first contact; null when messages are shared one by one */
  description: string | null;
  requester: { name?: string; audience?: Audience; phone?: string; email?: string } | null;
  messages: SharedMessage[];
  attachments: AttachmentView[];
}

const MATTER = `ANY (ARRAY(${withMergedTicketIds('$1')}))`;
/** Messages of and to the requester. Notes of staff are never shared, nor what nobody has let in yet. */
const SHAREABLE_MESSAGE = `m.ticket_id = ${MATTER} AND m.kind <> 'internal_note'
  AND NOT EXISTS (SELECT 1 FROM held_message h WHERE h.message_id = m.id AND h.state <> 'accepted')`;
/** Files of the first contact and of such messages; those of referrals have their own way. */
const SHAREABLE_FILE = `a.ticket_id = ${MATTER} AND a.referral_id IS NULL
  AND (a.message_id IS NULL OR EXISTS (SELECT 1 FROM message m WHERE m.id = a.message_id AND ${SHAREABLE_MESSAGE}))`;

/** Reads tickets for those who may see only what was shared with them. */
@Injectable()
export class SharedMatterReader {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(ticketId: string, share: MatterShare): Promise<SharedMatter> {
    const [[row], messages, files] = await Promise.all([
      this.database.query<TicketViewRow>(`${ticketViewSelect('ticket t')} WHERE t.id = $1`, [ticketId]),
      this.database.query<Omit<SharedMessage, 'createdAt'> & { createdAt: Date }>(
        `SELECT m.id, m.kind, m.body, m.created_at AS "createdAt" FROM message m
          WHERE ${SHAREABLE_MESSAGE} AND ($2::uuid[] IS NULL OR m.id = ANY($2::uuid[])) ORDER BY m.id LIMIT 500`,
        [ticketId, share.messages],
      ),
      this.database.query<{ file: AttachmentView }>(
        `SELECT ${ATTACHMENT_JSON} AS file FROM attachment a
          WHERE ${SHAREABLE_FILE} AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[])) ORDER BY a.id LIMIT 500`,
        [ticketId, share.attachments],
      ),
    ]);
    const ticket = toTicketView(row!);
    return {
      subject: ticket.subject,
      kind: ticket.kind,
      priority: ticket.priority,
      language: ticket.language,
      service: ticket.service,
      location: ticket.location,
      createdAt: ticket.createdAt,
      firstResponseDueAt: ticket.firstResponseDueAt,
      resolutionDueAt: ticket.resolutionDueAt,
      description: share.messages === null ? ticket.description : null,
      requester: requesterOf(ticket, share.requester),
      messages: messages.map((message) => ({ ...message, createdAt: message.createdAt.toISOString() })),
      attachments: files.map(({ file }) => file),
    };
  }

  /** Whether a file of the ticket is among what is shared. */
  async sharesFile(ticketId: string, share: MatterShare, fileId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM attachment a
        WHERE a.id = $3 AND ${SHAREABLE_FILE} AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[]))`,
      [ticketId, share.attachments, fileId],
    );
    return rows.length > 0;
  }

  /** @throws invalid at `share.messages` or `share.attachments` when one is not of the ticket, or may not be shared */
  async requireShareable(tx: Tx, ticketId: string, { messages, attachments }: MatterShare): Promise<void> {
    const known = await tx.query<{ kind: 'message' | 'file' }>(
      `SELECT 'message' AS kind FROM message m WHERE ${SHAREABLE_MESSAGE} AND m.id = ANY($2::uuid[])
       UNION ALL
       SELECT 'file' FROM attachment a WHERE ${SHAREABLE_FILE} AND a.id = ANY($3::uuid[])`,
      [ticketId, messages ?? [], attachments ?? []],
    );
    const count = (kind: string) => known.filter((one) => one.kind === kind).length;
    if (count('message') < new Set(messages).size) throw invalidField('share.messages', 'not_found');
    if (count('file') < new Set(attachments).size) throw invalidField('share.attachments', 'not_found');
  }
}

function requesterOf({ requester }: TicketView, shared: SharedRequester): SharedMatter['requester'] {
  if (shared === 'none') return null;
  const { name, audience, phone, email } = requester;
  const known = { ...(name !== null && { name }), audience };
  return shared === 'name' ? known : { ...known, ...(phone && { phone }), ...(email && { email }) };
}
