import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { AttemptBudgets, UnitOfWork } from '#wasl/platform';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';
import { codeRequestBudgets } from './domain/tracking-budgets.js';

const NO_TICKET = '000000000000';

/** Sends a lost tracking code again: only to an address that the ticket's requester already has. */
@Injectable()
export class RequestCode {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(AttemptBudgets) private readonly attempts: AttemptBudgets,
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
      const [ticket] = await tx.query<{ id: string }>(
        `SELECT t.id FROM ticket t JOIN requester_address a ON a.requester_id = t.requester_id
          WHERE t.number = $1 AND a.kind = $2 AND a.value = $3`,
        [number, channel, address],
      );
      if (!ticket || !granted) return;
      tx.emit('tracking.code_requested', {
        ticketId: ticket.id,
        number: formatTicketNumber(number),
        channel,
      });
    });
  }
}
