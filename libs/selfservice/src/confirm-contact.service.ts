import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '#wasl/kernel';
import { Database, type Tx, UnitOfWork } from '#wasl/platform';
import type { AddressState } from '#wasl/requesters';
import { ContactProofs, formatTicketNumber, TicketContacts } from '#wasl/tickets';

/** Mistyped one-time codes before another one must be asked for. */
const CODE_TRIES = 5;
/** One-time codes that are made for one address of a ticket, ever. */
const CODE_ROUNDS = 10;
/** After so long an address is confirmed with staff, or by filing anew. */
const LINK_DAYS = 30;

/** What the owner of an address sees of the ticket that names it: nothing but that it does. */
export interface NamedAddress {
  /** grouped */
  number: string;
  kind: 'email' | 'phone';
  state: AddressState;
  /** too late to confirm; refusing is possible at any time */
  expired: boolean;
}

/** Owners of addresses say whether they filed a ticket that names them. */
@Injectable()
export class ConfirmContact {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(ContactProofs) private readonly proofs: ContactProofs,
    @Inject(TicketContacts) private readonly contacts: TicketContacts,
  ) {}

  /** Whose link is opened, before anything is done: programs that look through mail open links too. */
  async named(token: string): Promise<NamedAddress | null> {
    const id = this.proofs.read(token);
    const [row] = await this.database.query<NamedAddress>(
      `SELECT t.number, c.kind, c.state, c.created_at < now() - ${LINK_DAYS} * interval '1 day' AS expired
         FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id WHERE c.id = $1`,
      [id],
    );
    return row ? { ...row, number: formatTicketNumber(row.number) } : null;
  }

  /**
   * The owner has pressed a button of the link's page. Pressing it twice changes nothing.
   * @returns how the address stands now; null when the link is none of ours
   */
  async decide(token: string, confirms: boolean): Promise<NamedAddress | null> {
    const id = this.proofs.read(token);
    const before = await this.named(token);
    if (!id || !before || (confirms && before.expired)) return before;
    try {
      await this.work.run((tx) =>
        this.contacts.byOwner(tx, id, confirms ? 'proved_by_link' : 'refused_by_owner'),
      );
    } catch (error) {
      // Refused before: the page says so.
      if (!(error instanceof DomainError) || error.code !== 'contact.illegal_transition') throw error;
    }
    return this.named(token);
  }

  /** Which kinds of addresses of a ticket wait to be confirmed. @param number verified */
  async waiting(number: string): Promise<('email' | 'phone')[]> {
    const rows = await this.database.query<{ kind: 'email' | 'phone' }>(
      `SELECT DISTINCT c.kind FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id
        WHERE t.number = $1 AND c.role = 'requester' AND c.state = 'claimed' AND c.origin = 'given' ORDER BY 1`,
      [number],
    );
    return rows.map(({ kind }) => kind);
  }

  /**
   * A one-time code, typed by whoever holds the tracking code. The try is counted before anything is compared.
   * @param number verified
   * @returns whether it was the code of one of the ticket's addresses
   */
  async byCode(number: string, code: string): Promise<boolean> {
    const tried = await this.work.run((tx) => countTry(tx, number));
    const match = tried.filter((contact) => this.proofs.matches(contact, code))[0];
    if (!match) return false;
    await this.work.run((tx) => this.contacts.byOwner(tx, match.id, 'proved_by_code'));
    return true;
  }

  /**
   * For an address that asks again: when its code was mistyped too often, the next one is another.
   * @returns false when it has had enough of them
   */
  async renewCode(tx: Tx, contactId: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE ticket_contact SET
              confirm_round = CASE WHEN confirm_tries >= ${CODE_TRIES} THEN confirm_round + 1 ELSE confirm_round END,
              confirm_tries = CASE WHEN confirm_tries >= ${CODE_TRIES} THEN 0 ELSE confirm_tries END
        WHERE id = $1 AND (confirm_tries < ${CODE_TRIES} OR confirm_round < ${CODE_ROUNDS}) RETURNING id`,
      [contactId],
    );
    return rows.length > 0;
  }
}

interface Tried {
  id: string;
  round: number;
}

/** Of every address that waits, so that one code may be typed without saying whose it is. */
function countTry(tx: Tx, number: string): Promise<Tried[]> {
  return tx.query<Tried>(
    `UPDATE ticket_contact SET confirm_tries = confirm_tries + 1
      WHERE id IN (SELECT c.id FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id
                    WHERE t.number = $1 AND c.role = 'requester' AND c.state = 'claimed'
                      AND c.confirm_tries < ${CODE_TRIES} ORDER BY c.id FOR NO KEY UPDATE OF c)
     RETURNING id, confirm_round AS round`,
    [number],
  );
}
