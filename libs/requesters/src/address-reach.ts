import type { Tx } from '#wasl/platform';
import type { Address } from './address-rows.js';

/** Nothing arrives there; until it does again, nobody is told there of what can be told another way. */
export function markUndeliverable(tx: Tx, { kind, value }: Address): void {
  tx.send(
    `INSERT INTO address_reach AS a (kind, value, undeliverable_at) VALUES ($1, $2, $3)
     ON CONFLICT (kind, value) DO UPDATE SET undeliverable_at = coalesce(a.undeliverable_at, $3)`,
    [kind, value, tx.now],
  );
}

/** Who writes to us from an address can be reached there. */
export function reachedAgain(tx: Tx, { kind, value }: Address): void {
  tx.send(
    'UPDATE address_reach SET undeliverable_at = NULL WHERE kind = $1 AND value = $2 AND undeliverable_at IS NOT NULL',
    [kind, value],
  );
}

/** The owner of a number wants no texts, or wants them again. */
export function stopTexts(tx: Tx, phone: string, stopped: boolean): void {
  tx.send(
    `INSERT INTO address_reach (kind, value, texts_stopped_at) VALUES ('phone', $1, $2)
     ON CONFLICT (kind, value) DO UPDATE SET texts_stopped_at = $2`,
    [phone, stopped ? tx.now : null],
  );
}
