import type { Tx } from '#wasl/platform';
import type { Address } from './address-rows.js';

/** Marks an address as undeliverable; notices then use another address if there is one. */
export function markUndeliverable(tx: Tx, { kind, value }: Address): void {
  tx.send(
    `INSERT INTO address_reach AS a (kind, value, undeliverable_at) VALUES ($1, $2, $3)
     ON CONFLICT (kind, value) DO UPDATE SET undeliverable_at = coalesce(a.undeliverable_at, $3)`,
    [kind, value, tx.now],
  );
}

/** Clears the mark after a message from this address. */
export function clearUndeliverable(tx: Tx, { kind, value }: Address): void {
  tx.send(
    'UPDATE address_reach SET undeliverable_at = NULL WHERE kind = $1 AND value = $2 AND undeliverable_at IS NOT NULL',
    [kind, value],
  );
}

/** The owner of an address reported our mail as abuse: nothing is mailed there until {@link resumeMail}. */
export function stopMail(tx: Tx, email: string): void {
  tx.send(
    `INSERT INTO address_reach AS a (kind, value, mail_stopped_at) VALUES ('email', $1, $2)
     ON CONFLICT (kind, value) DO UPDATE SET mail_stopped_at = coalesce(a.mail_stopped_at, $2)`,
    [email, tx.now],
  );
}

/** The owner of an address replied to a mail of ours. */
export function resumeMail(tx: Tx, email: string): void {
  tx.send(
    `UPDATE address_reach SET mail_stopped_at = NULL WHERE kind = 'email' AND value = $1 AND mail_stopped_at IS NOT NULL`,
    [email],
  );
}

/** Opt-out of text messages by the owner of a number, or its reversal. */
export function setTextOptOut(tx: Tx, phone: string, stopped: boolean): void {
  tx.send(
    `INSERT INTO address_reach (kind, value, texts_stopped_at) VALUES ('phone', $1, $2)
     ON CONFLICT (kind, value) DO UPDATE SET texts_stopped_at = $2`,
    [phone, stopped ? tx.now : null],
  );
}
