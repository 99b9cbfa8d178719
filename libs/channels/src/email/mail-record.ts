import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import type { Fingerprints } from './domain/mail-identity.js';
import type { StoredOriginal } from './original-mail.service.js';
import type { IncomingMail } from './read-mail.js';

/** The SMTP envelope of a mail; stored, and used again when a quarantined mail is retried. */
export interface Envelope {
  from: string;
  recipients: string[];
  /** the client that delivered it, where known: its IP address and HELO name */
  client?: { ip: string; helo: string };
}

/** One incoming mail. */
export interface Delivery {
  envelope: Envelope;
  raw: Buffer;
  /** the quarantined row, when it is retried */
  quarantinedId: string | null;
}

export interface InboundMail {
  mail: IncomingMail;
  /** no person wrote it */
  automatic: boolean;
  /** nothing automatic may be sent back */
  unanswered: boolean;
  original: StoredOriginal;
  fingerprints: Fingerprints;
  /** its own Message-ID, when it is received under a replacement */
  claimedId?: string | null;
}

/** The result of receiving a mail. */
export interface ReceiveResult {
  outcome: 'opened' | 'joined' | 'held' | 'report' | 'duplicate' | 'ignored' | 'quarantined';
  ticketId: string | null;
}

/** The mail has been received before, or is being received by another process; the transaction must be rolled back. */
export class AlreadyReceived extends Error {
  override name = 'AlreadyReceived';
}

/** Whether a transaction failed because the mail had been received. */
export const isAlreadyReceived = (error: unknown): boolean =>
  error instanceof AlreadyReceived ||
  (error as { constraint?: string }).constraint === 'inbound_mail_message_id_key';

/** Where a mail was placed. */
export interface Placed {
  ticketId: string;
  /** null for the mail that opened the ticket */
  messageUuid: string | null;
  /** it would have opened a ticket of its own */
  burst?: boolean;
}

/**
 * Claims the Message-ID and ties it to its ticket. The unique key makes two deliveries of one mail wait for each other,
 * and the later one give way: see isAlreadyReceived. Rows are left to be written with those of the ticket.
 */
export async function recordAccepted(
  tx: Tx,
  delivery: Delivery,
  origin: InboundMail,
  to: Placed,
): Promise<void> {
  if (!delivery.quarantinedId) insertAccepted(tx, delivery, origin, to);
  else if (
    !(await settleQuarantined(
      tx,
      delivery.quarantinedId,
      origin,
      'released',
      faultOf(to),
      to.ticketId,
      to.messageUuid === null,
    ))
  )
    throw new AlreadyReceived();
  tx.insert(
    `INSERT INTO mail_thread (message_id, ticket_id, message_uuid, claimed_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [origin.mail.messageId, to.ticketId, to.messageUuid, origin.claimedId ?? null],
  );
}

const COLUMNS = `id, message_id, sender, automatic, envelope_from, recipients, state, fault, ticket_id, received_at,
  raw, raw_sha256, size, faults, html, fingerprint`;

function valuesOf(
  { envelope }: Delivery,
  { mail, automatic, original, fingerprints }: InboundMail,
  at: Date,
  ticketId: string | null,
) {
  const about = [uuidv7(), mail.messageId, mail.from.address, automatic, envelope.from, envelope.recipients];
  return [
    ...about,
    ticketId,
    at,
    original.raw,
    original.sha256,
    original.size,
    mail.faults,
    mail.html !== null,
    Buffer.from(fingerprints.current, 'hex'),
  ];
}

const faultOf = ({ burst }: Placed) => (burst ? 'mail.burst' : null);

function insertAccepted(tx: Tx, delivery: Delivery, origin: InboundMail, to: Placed): void {
  tx.insert(
    `INSERT INTO inbound_mail (${COLUMNS}, client, check_at, opened)
     VALUES ($1, $2, $3, $4, $5, $6, 'accepted', $16, $7, $8, $9, $10, $11, $12, $13, $14, $15, $8, $17)`,
    [
      ...valuesOf(delivery, origin, tx.now, to.ticketId),
      delivery.envelope.client ? JSON.stringify(delivery.envelope.client) : null,
      faultOf(to),
      to.messageUuid === null,
    ],
  );
}

/** Records a mail that needs no further action: one of our own, or a processed report. */
export async function recordIgnored(
  tx: Tx,
  delivery: Delivery,
  origin: InboundMail,
  why: string,
  ticketId: string | null = null,
): Promise<void> {
  const claimed = delivery.quarantinedId
    ? await settleQuarantined(tx, delivery.quarantinedId, origin, 'ignored', why, ticketId)
    : (
        await tx.query(
          `INSERT INTO inbound_mail (${COLUMNS})
           VALUES ($1, $2, $3, $4, $5, $6, 'ignored', $15, $7, $8, $9, $10, $11, $12, $13, $14)
           ON CONFLICT (message_id) DO NOTHING RETURNING id`,
          [...valuesOf(delivery, origin, tx.now, ticketId), why],
        )
      ).length > 0;
  if (!claimed) throw new AlreadyReceived();
}

/** Settles a quarantined mail. */
async function settleQuarantined(
  tx: Tx,
  id: string,
  { mail, automatic, original, fingerprints }: InboundMail,
  state: 'released' | 'ignored',
  fault: string | null,
  ticketId: string | null,
  opened = false,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE inbound_mail SET message_id = $2, sender = $3, automatic = $4, state = $5, fault = $6, ticket_id = $7,
            raw = $8, raw_sha256 = $9, size = $10, faults = $11, html = $12, fingerprint = $13,
            opened = $14,
            check_at = CASE WHEN $5 = 'released' THEN now() END
      WHERE id = $1 AND state = 'quarantined' RETURNING id`,
    [
      ...[id, mail.messageId, mail.from.address, automatic, state, fault, ticketId],
      ...[original.raw, original.sha256, original.size, mail.faults, mail.html !== null],
      ...[Buffer.from(fingerprints.current, 'hex'), opened],
    ],
  );
  return rows.length > 0;
}

/**
 * Records a delivery of a mail that was received before, so that staff find every delivery that was accepted. A
 * quarantined mail that turns out to be one is settled.
 * @param mailId the mail that it repeats
 */
export async function recordRepeated(
  database: { query: Tx['query'] },
  { envelope, quarantinedId }: Delivery,
  mailId: string,
): Promise<void> {
  if (quarantinedId) {
    await database.query(
      `UPDATE inbound_mail SET state = 'ignored', fault = 'mail.repeated' WHERE id = $1 AND state = 'quarantined'`,
      [quarantinedId],
    );
    return;
  }
  await database.query(
    'INSERT INTO repeated_mail (id, mail_id, envelope_from, recipients, received_at) VALUES ($1, $2, $3, $4, now())',
    [uuidv7(), mailId, envelope.from, envelope.recipients],
  );
}
