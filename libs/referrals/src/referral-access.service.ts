import { Inject, Injectable } from '@nestjs/common';
import { DomainError, isUuid, notFound } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { TicketAccess } from '#wasl/tickets';
import { isOfEntity, type Party } from './parties.js';

/** Where a referral is found. */
export interface ReferralPlace {
  id: string;
  ticketId: string;
  /** twelve digits */
  number: string;
  entityId: string;
}

/**
 * Who may know of a referral: its entity, and whoever of the centre may read the ticket. To everybody else it is as if it
 * did not exist.
 */
@Injectable()
export class ReferralAccess {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TicketAccess) private readonly tickets: TicketAccess,
  ) {}

  /** @throws not_found `referral.not_found`; forbidden `ticket.reason_required` */
  async require(id: string, party: Party): Promise<ReferralPlace> {
    const [place] = await this.database.query<ReferralPlace>(
      `SELECT r.id, r.ticket_id AS "ticketId", t.number, r.entity_id AS "entityId"
         FROM referral r JOIN ticket t ON t.id = r.ticket_id WHERE r.id = $1`,
      [isUuid(id) ? id : null],
    );
    if (!place) throw notFound('referral.not_found');
    if (isOfEntity(party)) {
      if (place.entityId !== party.entityId) throw notFound('referral.not_found');
    } else await this.requireTicket(place.number, party);
    return place;
  }

  private async requireTicket(number: string, party: Party): Promise<void> {
    try {
      await this.tickets.requireOpen(number, party);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not_found') throw notFound('referral.not_found');
      throw error;
    }
  }
}
