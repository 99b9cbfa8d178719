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

/** Opt-out of text messages by the owner of a number, or its reversal. */
export function setTextOptOut(tx: Tx, phone: string, stopped: boolean): void {
  tx.send(
    `INSERT INTO address_reach (kind, value, texts_stopped_at) VALUES ('phone', $1, $2)
     ON CONFLICT (kind, value) DO UPDATE SET texts_stopped_at = $2`,
    [phone, stopped ? tx.now : null],
  );
}
