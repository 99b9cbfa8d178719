import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile, normalizePhone } from '#wasl/country';
import { UnitOfWork } from '#wasl/platform';
import { formatTicketNumber, parseTicketNumber } from '#wasl/tickets';
import { Attempts } from './attempts.service.js';

/** Codes sent for one ticket to one address in an hour. */
const CODES = 3;
const NO_TICKET = '000000000000';

/** Sends a lost tracking code again: only to an address that the ticket's requester already has. */
@Injectable()
export class RequestCode {
  constructor(
    @Inject(UnitOfWork) private readonly work: UnitOfWork,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Tells nobody whether number and contact belong together: the same statements run and nothing comes back. */
  async request(numberText: string, contact: string): Promise<void> {
    const number = parseTicketNumber(numberText) ?? NO_TICKET;
    const channel = contact.includes('@') ? 'email' : 'phone';
    const address =
      channel === 'email' ? contact.trim().toLowerCase() : (normalizePhone(contact, this.country) ?? '');
    await this.work.run(async (tx) => {
      const asked = await this.attempts.add(`code:${number}:${digest(address)}`, 60, tx);
      const [ticket] = await tx.query<{ id: string }>(
        `SELECT t.id FROM ticket t JOIN requester_address a ON a.requester_id = t.requester_id
          WHERE t.number = $1 AND a.kind = $2 AND a.value = $3`,
        [number, channel, address],
      );
      if (!ticket || asked > CODES) return;
      tx.emit('tracking.code_requested', {
        ticketId: ticket.id,
        number: formatTicketNumber(number),
        channel,
      });
    });
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
