import { uuidv7 } from '#wasl/kernel';
import type { Tx } from '#wasl/platform';
import { fingerprintOfBytes, replacementMessageId } from './domain/mail-identity.js';
import { AlreadyReceived, type Delivery, recordRepeated } from './mail-record.js';

const MAX_ATTEMPTS = 5;

interface UnreadMail {
  messageId: string;
  sender: string | null;
}

/**
 * Quarantines a whole mail for administrators. Outside any transaction, because the one it failed in was rolled back.
 * @throws when it is not stored: the sender keeps it
 */
export async function recordQuarantined(
  database: { query: Tx['query'] },
  delivery: Delivery,
  mail: UnreadMail,
  fault: string,
): Promise<void> {
  if (delivery.quarantinedId) {
    await database.query(`UPDATE inbound_mail SET fault = $2 WHERE id = $1 AND state = 'quarantined'`, [
      delivery.quarantinedId,
      fault,
    ]);
    return;
  }
  const fingerprint = fingerprintOfBytes(delivery.raw);
  // Another mail may take the Message-ID between the look-up and the insertion; then it is looked up again.
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const known = await findQuarantined(database, mail.messageId, fingerprint);
    if (known) return recordRepeated(database, delivery, known);
    if (await insertQuarantined(database, delivery, mail, { fault, fingerprint })) return;
  }
  throw new AlreadyReceived();
}

async function findQuarantined(
  database: { query: Tx['query'] },
  messageId: string,
  fingerprint: string,
): Promise<string | null> {
  const [row] = await database.query<{ id: string }>(
    'SELECT id FROM inbound_mail WHERE message_id = ANY($1::text[]) AND fingerprint = $2 LIMIT 1',
    [[messageId, replacementMessageId(messageId, fingerprint)], Buffer.from(fingerprint, 'hex')],
  );
  return row?.id ?? null;
}

/** When another mail has its Message-ID, it is stored under a replacement, so that it is not lost. */
async function insertQuarantined(
  database: { query: Tx['query'] },
  { envelope, raw }: Delivery,
  { messageId, sender }: UnreadMail,
  { fault, fingerprint }: { fault: string; fingerprint: string },
): Promise<boolean> {
  const rows = await database.query(
    `INSERT INTO inbound_mail (id, message_id, sender, envelope_from, recipients, state, fault, raw, size, received_at,
       fingerprint)
     SELECT $1, CASE WHEN EXISTS (SELECT 1 FROM inbound_mail WHERE message_id = $2) THEN $9 ELSE $2 END,
            $3, $4, $5::text[], 'quarantined', $6, $7::bytea, $8, now(), $10::bytea
     ON CONFLICT (message_id) DO NOTHING RETURNING id`,
    [
      ...[uuidv7(), messageId, sender, envelope.from, envelope.recipients, fault, raw, raw.length],
      ...[replacementMessageId(messageId, fingerprint), Buffer.from(fingerprint, 'hex')],
    ],
  );
  return rows.length > 0;
}
