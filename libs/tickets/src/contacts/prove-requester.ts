import type { Tx } from '#wasl/platform';
import {
  type Address,
  type AddressProof,
  type AddressProvedBy,
  identifyingAddressSql,
  mayShareRequester,
  verifyAddresses,
} from '#wasl/requesters';

/**
 * Records for the requesters that an address of a ticket was proved. A requester who already has the address gets the
 * ticket. Otherwise it becomes an address of the ticket's requester, unless another of their addresses may be somebody
 * else's.
 * @returns the requester to whom the ticket belongs
 */
export async function proveRequester(
  tx: Tx,
  requesterId: string,
  { kind, value }: Address,
  proof: AddressProof,
): Promise<string> {
  const address = { kind, value };
  const [row] = await tx.query<{ owner: string | null; others: AddressProvedBy[] }>(
    `SELECT (SELECT requester_id FROM requester_address a
              WHERE kind = $2 AND value = $3 AND ${identifyingAddressSql('a')}) AS owner,
            ARRAY(SELECT proved_by FROM requester_address
                   WHERE requester_id = $1 AND state = 'verified' AND (kind, value) <> ($2, $3)) AS others`,
    [requesterId, kind, value],
  );
  const { owner, others } = row!;
  if (owner !== null && owner !== requesterId) {
    verifyAddresses(tx, owner, [address], proof);
    return owner;
  }
  if (mayShareRequester(proof, others)) verifyAddresses(tx, requesterId, [address], proof);
  return requesterId;
}

/** The requester's messages on the ticket become the new requester's, who reads them on the tracking page. */
export function reassignAuthorship(tx: Tx, ticketId: string, from: string, to: string): void {
  tx.send(
    `UPDATE message SET author_id = $3 WHERE ticket_id = $1 AND author_kind = 'requester' AND author_id = $2`,
    [ticketId, from, to],
  );
}
