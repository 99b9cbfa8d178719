import type { TicketStatus } from '#wasl/contracts';
import type { Catalogue } from '#wasl/directory';
import { toSearchText } from '#wasl/kernel';
import { parseTicketNumber } from './domain/ticket-number.js';

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

/** What a list and an export of tickets select. */
export interface MatchingTickets {
  /** about `t`, a row of `ticket` */
  conditions: string[];
  values: unknown[];
  /** oldest first */
  ascending: boolean;
}

/** @throws not_found when there is no such queue */
export async function matchingTickets(filter: TicketFilter, catalogue: Catalogue): Promise<MatchingTickets> {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const where = (condition: (n: number) => string, value: unknown) =>
    conditions.push(condition(values.push(value)));
  if (filter.queue) where((n) => `t.queue_id = $${n}`, (await catalogue.queueByKey(filter.queue)).id);
  if (filter.status?.length) where((n) => `t.status = ANY($${n}::text[])`, filter.status);
  if (filter.assignee === null) conditions.push('t.assignee_id IS NULL');
  else if (filter.assignee) where((n) => `t.assignee_id = $${n}`, filter.assignee);
  if (filter.requester) where((n) => `t.requester_id = $${n}`, filter.requester);
  if (filter.held)
    conditions.push(
      `t.id IN (SELECT m.ticket_id FROM held_message h JOIN message m ON m.id = h.message_id WHERE h.state = 'waiting')`,
    );
  if (filter.q) search(filter.q, where);
  return { conditions, values, ascending: filter.sort === 'createdAt' };
}

/** A complete number finds its ticket; words find tickets that contain all of them as word prefixes. */
function search(q: string, where: (condition: (n: number) => string, value: unknown) => void): void {
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
