import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { fingerprintOfBytes, replacementMessageId } from './domain/mail-identity.js';
import type { KeptOriginal } from './original-mail.service.js';
import type { IncomingMail } from './read-mail.js';

/** What the mail server was told of a mail; as stored, and as given again when the mail is tried again. */
export interface Envelope {
  from: string;
  recipients: string[];
  /** who handed it to us, where that is known: an IP address, and the name it gave */
  client?: { ip: string; helo: string };
}

/** One mail on its way in. */
export interface Delivery {
  envelope: Envelope;
  raw: Buffer;
  /** the row in which it was kept, when it is tried again */
  kept: string | null;
}

export interface Origin {
  mail: IncomingMail;
  automatic: boolean;
  original: KeptOriginal;
  /** see fingerprintOf */
  fingerprint: string;
}

/** What came of a mail. */
export interface Received {
  outcome: 'opened' | 'joined' | 'held' | 'report' | 'duplicate' | 'ignored' | 'quarantined';
  ticketId: string | null;
}

/** The mail has been received before, or is being received by another; the transaction is to be given up. */
export class AlreadyReceived extends Error {
  override name = 'AlreadyReceived';
}

/** Whether a transaction failed because the mail had been received. */
export const isAlreadyReceived = (error: unknown): boolean =>
  error instanceof AlreadyReceived ||
  (error as { constraint?: string }).constraint === 'inbound_mail_message_id_key';

/**
 * Claims the Message-ID and ties it to its ticket. The unique key makes two deliveries of one mail wait for each other,
 * and the later one give way: see isAlreadyReceived. Rows are left to be written with those of the ticket.
 */
export async function recordAccepted(
  tx: Tx,
  delivery: Delivery,
  origin: Origin,
  to: { ticketId: string; messageUuid: string | null },
): Promise<void> {
  if (!delivery.kept) insertAccepted(tx, delivery, origin, to);
  else if (!(await settleKept(tx, delivery.kept, origin, 'released', null, to.ticketId)))
    throw new AlreadyReceived();
  tx.insert(
    'INSERT INTO mail_thread (message_id, ticket_id, message_uuid) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [origin.mail.messageId, to.ticketId, to.messageUuid],
  );
}

const COLUMNS = `id, message_id, sender, automatic, envelope_from, recipients, state, fault, ticket_id, received_at,
  raw, raw_sha256, size, faults, html, fingerprint`;

function valuesOf(
  { envelope }: Delivery,
  { mail, automatic, original, fingerprint }: Origin,
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
    Buffer.from(fingerprint, 'hex'),
  ];
}

function insertAccepted(tx: Tx, delivery: Delivery, origin: Origin, to: { ticketId: string }): void {
  tx.insert(
    `INSERT INTO inbound_mail (${COLUMNS}, client, check_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'accepted', NULL, $7, $8, $9, $10, $11, $12, $13, $14, $15, $8)`,
    [
      ...valuesOf(delivery, origin, tx.now, to.ticketId),
      delivery.envelope.client ? JSON.stringify(delivery.envelope.client) : null,
    ],
  );
}

/** Notes that a mail came from which nothing more follows: one of our own, or a report that is dealt with. */
export async function recordIgnored(
  tx: Tx,
  delivery: Delivery,
  origin: Origin,
  why: string,
  ticketId: string | null = null,
): Promise<void> {
  const claimed = delivery.kept
    ? await settleKept(tx, delivery.kept, origin, 'ignored', why, ticketId)
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

/** A mail that was kept has found its end. */
async function settleKept(
  tx: Tx,
  id: string,
  { mail, automatic, original, fingerprint }: Origin,
  state: 'released' | 'ignored',
  fault: string | null,
  ticketId: string | null,
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE inbound_mail SET message_id = $2, sender = $3, automatic = $4, state = $5, fault = $6, ticket_id = $7,
            raw = $8, raw_sha256 = $9, size = $10, faults = $11, html = $12, fingerprint = $13,
            check_at = CASE WHEN $5 = 'released' THEN now() END
      WHERE id = $1 AND state = 'quarantined' RETURNING id`,
    [
      ...[id, mail.messageId, mail.from.address, automatic, state, fault, ticketId],
      ...[original.raw, original.sha256, original.size, mail.faults, mail.html !== null],
      Buffer.from(fingerprint, 'hex'),
    ],
  );
  return rows.length > 0;
}

/** Keeps a mail whole for a person to look at. Outside any transaction: the one it failed in is gone. */
export async function recordQuarantined(
  database: { query: Tx['query'] },
  delivery: Delivery,
  mail: { messageId: string; sender: string | null },
  fault: string,
): Promise<void> {
  if (delivery.kept) {
    await database.query(`UPDATE inbound_mail SET fault = $2 WHERE id = $1 AND state = 'quarantined'`, [
      delivery.kept,
      fault,
    ]);
    return;
  }
  const fingerprint = fingerprintOfBytes(delivery.raw);
  // Whoever took its Message-ID first must not make it vanish: then it is kept under one of its own.
  await database.query(
    `INSERT INTO inbound_mail (id, message_id, sender, envelope_from, recipients, state, fault, raw, size, received_at,
       fingerprint)
     SELECT $1, CASE WHEN EXISTS (SELECT 1 FROM inbound_mail WHERE message_id = $2) THEN $9 ELSE $2 END,
            $3, $4, $5::text[], 'quarantined', $6, $7::bytea, $8, now(), $10::bytea
      WHERE NOT EXISTS (SELECT 1 FROM inbound_mail WHERE message_id = $2 AND fingerprint = $10::bytea)
     ON CONFLICT (message_id) DO NOTHING`,
    [
      uuidv7(),
      mail.messageId,
      mail.sender,
      delivery.envelope.from,
      delivery.envelope.recipients,
      fault,
      delivery.raw,
      delivery.raw.length,
      replacementMessageId(mail.messageId, fingerprint),
      Buffer.from(fingerprint, 'hex'),
    ],
  );
}
