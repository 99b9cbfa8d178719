import { Inject, Injectable } from '@nestjs/common';
import { canReceiveTexts } from '#wasl/country';
import { DomainError } from '#wasl/kernel';
import { Database, UnitOfWork } from '#wasl/platform';
import type { AddressState } from '#wasl/requesters';
import { ContactProofs, countConfirmationTry, formatTicketNumber, TicketContacts } from '#wasl/tickets';

/** After this, an address can be confirmed only by staff, or with a new ticket. */
const LINK_DAYS = 30;

/** What the owner of an address sees of a ticket that names it: only that it does. */
export interface ContactConfirmation {
  /** grouped */
  number: string;
  kind: 'email' | 'phone';
  state: AddressState;
  /** too late to confirm; refusing is possible at any time */
  expired: boolean;
}

/** An address that the requester gave with the ticket. */
export interface GivenAddress {
  kind: 'email' | 'phone';
  state: AddressState;
  /** a number that text messages can be sent to */
  takesTexts: boolean;
}

/** Lets the owner of an address confirm or refuse a ticket that names it. */
@Injectable()
export class ConfirmContact {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(ContactProofs) private readonly proofs: ContactProofs,
    @Inject(TicketContacts) private readonly contacts: TicketContacts,
  ) {}

  /** Shows the address of a link without changing anything, because mail scanners open links too. */
  async read(token: string): Promise<ContactConfirmation | null> {
    const id = this.proofs.read(token);
    const [row] = await this.database.query<ContactConfirmation>(
      `SELECT t.number, c.kind, c.state, c.created_at < now() - ${LINK_DAYS} * interval '1 day' AS expired
         FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id WHERE c.id = $1`,
      [id],
    );
    return row ? { ...row, number: formatTicketNumber(row.number) } : null;
  }

  /**
   * The owner has pressed a button on the link's page. Idempotent.
   * @returns the new state of the address; null when the link is invalid
   */
  async decide(token: string, confirms: boolean): Promise<ContactConfirmation | null> {
    const id = this.proofs.read(token);
    const before = await this.read(token);
    if (!id || !before || (confirms && before.expired)) return before;
    try {
      await this.unitOfWork.run((tx) =>
        this.contacts.byOwner(tx, id, confirms ? 'proved_by_link' : 'refused_by_owner'),
      );
    } catch (error) {
      // It was refused before; the page says so.
      if (!(error instanceof DomainError) || error.code !== 'contact.illegal_transition') throw error;
    }
    return this.read(token);
  }

  /** The addresses that the requester of a ticket gave and nobody refused, without what they are. @param number verified */
  async given(number: string): Promise<GivenAddress[]> {
    const rows = await this.database.query<Omit<GivenAddress, 'takesTexts'> & { value: string }>(
      `SELECT c.kind, c.state, c.value FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id
        WHERE t.number = $1 AND c.role = 'requester' AND c.state <> 'refused' ORDER BY c.kind, c.id`,
      [number],
    );
    return rows.map(({ value, ...row }) => ({
      ...row,
      takesTexts: row.kind === 'phone' && canReceiveTexts(value),
    }));
  }

  /** The kinds of addresses of a ticket that are not confirmed yet. @param number verified */
  async pendingKinds(number: string): Promise<('email' | 'phone')[]> {
    const rows = await this.database.query<{ kind: 'email' | 'phone' }>(
      `SELECT DISTINCT c.kind FROM ticket_contact c JOIN ticket t ON t.id = c.ticket_id
        WHERE t.number = $1 AND c.role = 'requester' AND c.state = 'claimed' AND c.origin = 'given' ORDER BY 1`,
      [number],
    );
    return rows.map(({ kind }) => kind);
  }

  /**
   * Checks a one-time code typed by somebody who has the tracking code. The attempt is counted before the comparison.
   * @param number verified
   * @returns whether the code matched one of the ticket's addresses
   */
  async confirmByCode(number: string, code: string): Promise<boolean> {
    const tried = await this.unitOfWork.run((tx) => countConfirmationTry(tx, number));
    const match = tried.filter((contact) => this.proofs.matches(contact, code))[0];
    if (!match) return false;
    await this.unitOfWork.run((tx) => this.contacts.byOwner(tx, match.id, 'proved_by_code'));
    return true;
  }
}
