import { Inject, Injectable } from '@nestjs/common';
import type { TicketStatus } from '#wasl/contracts';
import { Catalogue } from '#wasl/directory';
import { decodeCursor, type Page, type PageRequest, pageOf, toSearchText } from '#wasl/kernel';
import { Database } from '#wasl/platform';
import { parseTicketNumber } from './domain/ticket-number.js';
import { ticketViewSelect, type TicketView, type TicketViewRow, toTicketView } from './ticket-view.js';

export const TICKET_SORTS = ['-createdAt', 'createdAt'] as const;

export interface TicketFilter {
  queue?: string;
  status?: TicketStatus[];
  /** a member of staff, or nobody */
  assignee?: string | null;
  requester?: string;
  /** those with held messages that await a decision */
  held?: 'waiting';
  q?: string;
  sort?: (typeof TICKET_SORTS)[number];
}

/** Lists tickets with keyset pagination: page one hundred costs as much as page one. */
@Injectable()
export class TicketList {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Catalogue) private readonly catalogue: Catalogue,
  ) {}

  /** Ids grow with time, so ordering by id orders by creation. */
  async list(filter: TicketFilter, page: PageRequest): Promise<Page<TicketView>> {
    const conditions: string[] = [];
    const values: unknown[] = [];
    const where = (condition: (n: number) => string, value: unknown) =>
      conditions.push(condition(values.push(value)));
    if (filter.queue) where((n) => `t.queue_id = $${n}`, (await this.catalogue.queueByKey(filter.queue)).id);
    if (filter.status?.length) where((n) => `t.status = ANY($${n}::text[])`, filter.status);
    if (filter.assignee === null) conditions.push('t.assignee_id IS NULL');
    else if (filter.assignee) where((n) => `t.assignee_id = $${n}`, filter.assignee);
    if (filter.requester) where((n) => `t.requester_id = $${n}`, filter.requester);
    if (filter.held)
      conditions.push(
        `t.id IN (SELECT m.ticket_id FROM held_message h JOIN message m ON m.id = h.message_id WHERE h.state = 'waiting')`,
      );
    if (filter.q) this.search(filter.q, where);
    const ascending = filter.sort === 'createdAt';
    if (page.after)
      where((n) => `t.id ${ascending ? '>' : '<'} $${n}`, decodeCursor(page.after, 'serial')[0]);
    const matching = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
    const order = `ORDER BY t.id ${ascending ? 'ASC' : 'DESC'}`;
    // Selected first and joined afterwards, with the page size in the text: PostgreSQL then keeps one plan. With an
    // unknown limit it plans again at every call, which costs more than the list.
    const chosen = `(SELECT t.* FROM ticket t ${matching} ${order} LIMIT ${page.size + 1}) AS t`;
    const rows = await this.database.query<TicketViewRow>(`${ticketViewSelect(chosen)} ${order}`, values);
    const { data, meta } = pageOf(rows, page.size, (row) => [row.id]);
    return { data: data.map(toTicketView), meta };
  }

  /** A complete number finds its ticket; words find tickets that contain all of them as word prefixes. */
  private search(q: string, where: (condition: (n: number) => string, value: unknown) => void): void {
    const number = parseTicketNumber(q);
    if (number) return where((n) => `t.number = $${n}`, number);
    const words =
      toSearchText(q)
        .match(/[\p{L}\p{N}]+/gu)
        ?.slice(0, 8) ?? [];
    if (words.length === 0) return where((n) => `false AND $${n}::text IS NOT NULL`, q);
    const query = words.map((word) => `'${word}':*`).join(' & ');
    where((n) => `t.id IN (SELECT ticket_id FROM ticket_search WHERE words @@ $${n}::tsquery)`, query);
  }
}
