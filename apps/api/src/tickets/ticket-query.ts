import { TICKET_STATUSES, type TicketStatus } from '#wasl/contracts';
import { DomainError, invalid, type FieldFault, isUuid } from '#wasl/kernel';
import { TICKET_SORTS, type TicketFilter } from '#wasl/tickets';

const KNOWN = new Set(['queue', 'status', 'assignee', 'requester', 'held', 'q', 'sort', 'page']);

export const EXPORT_FORMATS = ['csv', 'xlsx', 'ndjson'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Reads the filters and the format of an export, which has no pages.
 * @throws invalid with one fault for each thing wrong
 */
export function exportQuery(
  { format, ...query }: Record<string, unknown>,
  callerId: string,
): { format: ExportFormat; filter: TicketFilter } {
  const faults = 'page' in query ? [{ path: 'page', code: 'unknown' }] : [];
  const known = EXPORT_FORMATS.find((other) => other === format);
  if (!known) faults.push({ path: 'format', code: format === undefined ? 'required' : 'choice' });
  const filter = collected(faults, () => ticketFilter(query, callerId));
  return { format: known!, filter: filter! };
}

/** Adds the faults that `read` throws to those known, and throws them together. */
function collected<T>(faults: FieldFault[], read: () => T): T | undefined {
  let result: T | undefined;
  try {
    result = read();
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
    faults.push(...error.faults);
  }
  if (faults.length > 0) throw invalid(faults);
  return result;
}

/**
 * Reads the filters of a list from its query. `status` may name several, separated by commas.
 * @throws invalid with one fault for each thing wrong
 */
export function ticketFilter(query: Record<string, unknown>, callerId: string): TicketFilter {
  const faults: FieldFault[] = [];
  for (const name of Object.keys(query)) if (!KNOWN.has(name)) faults.push({ path: name, code: 'unknown' });
  const text = (name: string, max: number): string | undefined => {
    const value = query[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value === 'string' && value.length <= max) return value;
    faults.push({ path: name, code: 'string' });
    return undefined;
  };
  const status = text('status', 100)?.split(',') as TicketStatus[] | undefined;
  if (status?.some((one) => !TICKET_STATUSES.includes(one))) faults.push({ path: 'status', code: 'choice' });
  const assignee = text('assignee', 36);
  if (assignee && assignee !== 'me' && assignee !== 'none' && !isUuid(assignee))
    faults.push({ path: 'assignee', code: 'choice' });
  const requester = text('requester', 36);
  if (requester && !isUuid(requester)) faults.push({ path: 'requester', code: 'uuid' });
  const held = text('held', 10) as TicketFilter['held'];
  if (held && held !== 'waiting') faults.push({ path: 'held', code: 'choice' });
  const sort = text('sort', 20) as TicketFilter['sort'];
  if (sort && !TICKET_SORTS.includes(sort)) faults.push({ path: 'sort', code: 'choice' });
  const filter = { queue: text('queue', 40), q: text('q', 200), status, requester, held, sort };
  if (faults.length > 0) throw invalid(faults);
  return { ...filter, assignee: assignee === 'me' ? callerId : assignee === 'none' ? null : assignee };
}
