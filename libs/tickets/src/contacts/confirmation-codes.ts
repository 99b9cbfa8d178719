import type { Tx } from '#wasl/platform';

/** Wrong attempts before a new one-time code must be requested. */
const CODE_TRIES = 5;
/** The total number of one-time codes for one address of a ticket. */
const CODE_ROUNDS = 10;

export interface CountedTry {
  /** of the contact */
  id: string;
  /** which of the one-time codes is valid */
  round: number;
}

/**
 * Counts an attempt to type a one-time code. It is counted for every unconfirmed address of the ticket, so that a code may
 * be typed without naming the address.
 * @param number verified
 * @returns the addresses that have attempts left
 */
export function countConfirmationTry(tx: Tx, number: string): Promise<CountedTry[]> {
  return tx.query<CountedTry>(
    `UPDATE ticket_contact SET confirm_tries = confirm_tries + 1
      WHERE id IN (SELECT c.id FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id
                    WHERE t.number = $1 AND c.role = 'requester' AND c.state = 'claimed'
                      AND c.confirm_tries < ${CODE_TRIES} ORDER BY c.id FOR NO KEY UPDATE OF c)
     RETURNING id, confirm_round AS round`,
    [number],
  );
}

/**
 * Prepares the next one-time code of an address: another one when the last was mistyped too often.
 * @returns false when the address has used up its codes
 */
export async function renewConfirmationCode(tx: Tx, contactId: string): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE ticket_contact SET
            confirm_round = CASE WHEN confirm_tries >= ${CODE_TRIES} THEN confirm_round + 1 ELSE confirm_round END,
            confirm_tries = CASE WHEN confirm_tries >= ${CODE_TRIES} THEN 0 ELSE confirm_tries END
      WHERE id = $1 AND (confirm_tries < ${CODE_TRIES} OR confirm_round < ${CODE_ROUNDS}) RETURNING id`,
    [contactId],
  );
  return rows.length > 0;
}
