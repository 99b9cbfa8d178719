import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { AttemptBudgets, UnitOfWork } from '#wasl/platform';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';
import { ConfirmContact } from './confirm-contact.service.js';
import { codeRequestBudgets } from './domain/tracking-budgets.js';

const NO_TICKET = '000000000000';

/**
 * Sends a lost tracking code again: only to an address of that very ticket. One that nobody has confirmed is sent the link
 * to confirm it instead; see what an address is told.
 */
@Injectable()
export class RequestCode {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(AttemptBudgets) private readonly attempts: AttemptBudgets,
    @Inject(ConfirmContact) private readonly confirming: ConfirmContact,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Tells nobody whether number and contact belong together: the same statements run and nothing comes back. */
  async request(numberText: string, contact: string, source: string): Promise<void> {
    const number = parseTicketNumber(numberText) ?? NO_TICKET;
    const channel = contact.includes('@') ? 'email' : 'phone';
    const address =
      channel === 'email' ? contact.trim().toLowerCase() : (normalizePhone(contact, this.country) ?? '');
    const { granted } = await this.attempts.reserve(codeRequestBudgets(number, address, source));
    await this.work.run(async (tx) => {
      const [ticket] = await tx.query<{ id: string; contactId: string }>(
        `SELECT t.id, c.id AS "contactId" FROM ticket t JOIN ticket_contact c ON c.ticket_id = t.id
          WHERE t.number = $1 AND c.kind = $2 AND c.value = $3 AND c.role = 'requester' AND c.state <> 'refused'`,
        [number, channel, address],
      );
      if (!ticket || !granted || !(await this.confirming.renewCode(tx, ticket.contactId))) return;
      tx.emit('tracking.code_requested', {
        ticketId: ticket.id,
        number: formatTicketNumber(number),
        channel,
        contactId: ticket.contactId,
      });
    });
  }
}
