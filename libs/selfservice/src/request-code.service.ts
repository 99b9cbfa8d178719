import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { AttemptBudgets, UnitOfWork } from '#wasl/platform';
import { formatTicketNumber, parseTicketNumber, renewConfirmationCode } from '#wasl/tickets';
import { codeRequestBudgets } from './domain/tracking-budgets.js';

const NO_TICKET = '000000000000';

/**
 * Resends a lost tracking code, only to an address of that ticket. An unconfirmed address gets the confirmation link
 * instead; see notice-wording.ts.
 */
@Injectable()
export class RequestCode {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AttemptBudgets) private readonly attempts: AttemptBudgets,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Does not reveal whether number and contact belong together: the same statements run and nothing is returned. */
  async request(numberText: string, contact: string, source: string): Promise<void> {
    const number = parseTicketNumber(numberText) ?? NO_TICKET;
    const channel = contact.includes('@') ? 'email' : 'phone';
    const address =
      channel === 'email' ? contact.trim().toLowerCase() : (normalizePhone(contact, this.country) ?? '');
    const { granted } = await this.attempts.reserve(codeRequestBudgets(number, address, source));
    await this.unitOfWork.run(async (tx) => {
      const [ticket] = await tx.query<{ id: string; contactId: string }>(
        `SELECT t.id, c.id AS "contactId" FROM ticket t JOIN ticket_contact c ON c.ticket_id = t.id
          WHERE t.number = $1 AND c.kind = $2 AND c.value = $3 AND c.role = 'requester' AND c.state <> 'refused'`,
        [number, channel, address],
      );
      if (!ticket || !granted || !(await renewConfirmationCode(tx, ticket.contactId))) return;
      tx.emit('tracking.code_requested', {
        ticketId: ticket.id,
        number: formatTicketNumber(number),
        channel,
        contactId: ticket.contactId,
      });
    });
  }
}
