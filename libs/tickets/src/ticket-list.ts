import { Inject, Injectable } from '@nestjs/common';
import { Catalogue } from '#wasl/directory';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { decodeCursor, type Page, type PageRequest, pageOf } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { type Caller, TicketAccess } from './access/ticket-access.service.js';
import { matchingTickets, type TicketFilter } from './matching-tickets.js';
import { ticketViewSelect, type TicketView, type TicketViewRow, toTicketView } from './ticket-view.js';

/** Lists tickets with keyset pagination: page one hundred costs as much as page one. */
@Injectable()
export class TicketList {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TicketAccess) private readonly access: TicketAccess,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    @Inject(COUNTRY_PROFILE) private readonly country: CountryProfile,
  ) {}

  /** Ids grow with time, so ordering by id orders by creation. */
  async list(filter: TicketFilter, page: PageRequest, caller: Caller): Promise<Page<TicketView>> {
    const scope = await this.access.scopeOf(caller);
    const { conditions, values, ascending } = await matchingTickets(
      filter,
      this.catalogue,
      this.country,
      scope,
    );
    if (page.after) {
      values.push(decodeCursor(page.after, 'serial')[0]);
      conditions.push(`t.id ${ascending ? '>' : '<'} $${values.length}`);
    }
    const matching = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const order = `ORDER BY t.id ${ascending ? 'ASC' : 'DESC'}`;
    // Selected first and joined afterwards, with the page size in the text: PostgreSQL then keeps one plan. With an
    // unknown limit it plans again at every call, which costs more than the list.
    const chosen = `(SELECT t.* FROM ticket t ${matching} ${order} LIMIT ${page.size + 1}) AS t`;
    const rows = await this.database.query<TicketViewRow>(`${ticketViewSelect(chosen)} ${order}`, values);
    const { data, meta } = pageOf(rows, page.size, (row) => [row.id]);
    return { data: data.map(toTicketView), meta };
  }
}
