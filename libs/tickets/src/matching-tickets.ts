import type { TicketStatus } from '#wasl/contracts';
import { type CountryProfile, phoneForms } from '#wasl/country';
import type { Catalogue } from '#wasl/directory';
import { identifyingAddressSql } from '#wasl/requesters';
import { readConditions } from './access/read-scope-sql.js';
import type { ReadScope } from './domain/may-read.js';
import { searchQuery, searchTerms } from './domain/search-terms.js';
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

/** @param scope what the reader may see @throws not_found when there is no such queue */
export async function matchingTickets(
  filter: TicketFilter,
  catalogue: Catalogue,
  country: CountryProfile,
  scope: ReadScope,
): Promise<MatchingTickets> {
  const values: unknown[] = [];
  const conditions = readConditions(scope, (value) => `$${values.push(value)}`);
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
  if (filter.q) search(filter.q, country, where);
  return { conditions, values, ascending: filter.sort === 'createdAt' };
}

/**
 * A complete number finds its ticket; anything else, tickets that contain each of its terms as the beginning of a
 * token. A whole address also finds those of the requester whom it identifies: it may have been learnt after they
 * were filed.
 */
function search(
  q: string,
  country: CountryProfile,
  where: (condition: (n: number) => string, value: unknown) => void,
): void {
  const number = parseTicketNumber(q);
  if (number) return where((n) => `t.number = $${n}`, number);
  const terms = searchTerms(q, (text) => phoneForms(text, country));
  const query = searchQuery(terms);
  if (query === null) return where((n) => `false AND $${n}::text IS NOT NULL`, q);
  const address = terms.length === 1 ? terms[0]!.address : null;
  if (!address)
    return where((n) => `t.id IN (SELECT ticket_id FROM ticket_search WHERE words @@ $${n}::tsquery)`, query);
  where(
    (n) => `t.id IN (
        SELECT ticket_id FROM ticket_search WHERE words @@ ($${n}::text[])[1]::tsquery
        UNION ALL
        SELECT own.id FROM requester_address a JOIN ticket own ON own.requester_id = a.requester_id
         WHERE a.kind = ($${n}::text[])[2] AND a.value = ($${n}::text[])[3] AND ${identifyingAddressSql('a')})`,
    [query, address.kind, address.value],
  );
}
