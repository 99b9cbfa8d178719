import type { Tx } from '#wasl/platform';
import type { AddressProof, AddressProvedBy, AddressState } from './domain/address-lifecycle.js';
import type { AddressOrigin } from './domain/provenance.js';

export interface Address {
  kind: 'phone' | 'email';
  /** E.164, or a lower-case mail address */
  value: string;
}

/** An address of a ticket or a requester, with its verification state. */
export interface RequesterAddress extends Address {
  state: AddressState;
  origin: AddressOrigin;
  provedBy: AddressProvedBy | null;
}

/** SQL condition: whether row `a` of `requester_address` identifies its requester. Must match the unique index. */
export const identifyingAddressSql = (a: string) =>
  `(${a}.state = 'verified' OR (${a}.state = 'claimed' AND ${a}.origin = 'sender'))`;

/**
 * Adds verified addresses to a requester. Addresses that already identify another requester are skipped: merging
 * requesters is left to people.
 */
export function verifyAddresses(
  tx: Tx,
  requesterId: string,
  addresses: readonly Address[],
  proof: AddressProof,
): void {
  if (addresses.length === 0) return;
  tx.send(
    `INSERT INTO requester_address AS a (requester_id, kind, value, state, origin, proved_by, created_at, state_at)
     SELECT $1, x.kind, x.value, 'verified', 'given', $4, $5, $5
       FROM unnest($2::text[], $3::text[]) AS x (kind, value)
      WHERE NOT EXISTS (SELECT 1 FROM requester_address o WHERE o.kind = x.kind AND o.value = x.value
                           AND o.requester_id <> $1 AND ${identifyingAddressSql('o')})
      ORDER BY x.kind, x.value
     ON CONFLICT (requester_id, kind, value) DO UPDATE SET state = 'verified', proved_by = $4, state_at = $5
       WHERE a.state <> 'verified'`,
    [requesterId, addresses.map(({ kind }) => kind), addresses.map(({ value }) => value), proof, tx.now],
  );
}

/** Queues the INSERT of the addresses of a new requester. */
export function insertAddresses(tx: Tx, requesterId: string, addresses: readonly RequesterAddress[]): void {
  if (addresses.length === 0) return;
  tx.insert(
    `INSERT INTO requester_address (requester_id, kind, value, state, origin, proved_by, created_at, state_at)
     SELECT $1::uuid, x.kind, x.value, x.state, x.origin, x.proved_by, $7::timestamptz, $7::timestamptz
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[]) AS x (kind, value, state, origin, proved_by)`,
    [
      requesterId,
      addresses.map(({ kind }) => kind),
      addresses.map(({ value }) => value),
      addresses.map(({ state }) => state),
      addresses.map(({ origin }) => origin),
      addresses.map(({ provedBy }) => provedBy),
      tx.now,
    ],
  );
}

/** Rejects a claimed address of the requester too; an address proved earlier stays theirs on other tickets. */
export function rejectRequesterAddress(tx: Tx, requesterId: string, { kind, value }: Address): void {
  tx.send(
    `UPDATE requester_address SET state = 'refused', state_at = $4
      WHERE requester_id = $1 AND kind = $2 AND value = $3 AND state = 'claimed'`,
    [requesterId, kind, value, tx.now],
  );
}
