import { DateTime } from 'luxon';
import type { UiLanguage } from '#wasl/kernel';
import type { TicketView } from '#wasl/tickets';
import { guardFormula } from '../domain/export/guard-formula.js';
import {
  AUDIENCE_NAMES,
  KIND_NAMES,
  PENDING_ON_NAMES,
  PERSONAL_COLUMNS,
  PRIORITY_NAMES,
  STATUS_NAMES,
  TICKET_COLUMNS,
  type TicketColumn,
  TICKETS_TITLE,
} from '../domain/export/ticket-texts.js';
import { CHANNEL_NAMES } from '../domain/figures/breakdown-texts.js';
import type { CellValue, ReportTable } from './report-table.js';

export interface TicketTableOptions {
  language: UiLanguage;
  zone: string;
  /** with what people wrote and what tells who they are */
  personal: boolean;
  /** by key or code, in the language of the table */
  names: Record<'queue' | 'entity' | 'service', ReadonlyMap<string, string>>;
}

/** Tickets as rows of a spreadsheet, for people: names instead of keys, times of the clock on the wall. */
export function ticketTable(options: TicketTableOptions): ReportTable<TicketView> {
  const { language, personal } = options;
  const columns = (Object.keys(TICKET_COLUMNS) as TicketColumn[]).filter(
    (column) => personal || !PERSONAL_COLUMNS.has(column),
  );
  const read = cellReaders(options);
  return {
    language,
    title: TICKETS_TITLE[language],
    columns: columns.map((column) => ({ header: TICKET_COLUMNS[column][language], unit: 'text' })),
    labelColumns: 1,
    cellsOf: (ticket) => columns.map((column) => guarded(read[column](ticket))),
  };
}

/** A ticket as the API shows it, without what this reader does not export. */
export function exportedTicket(ticket: TicketView, personal: boolean): object {
  if (personal) return ticket;
  const { subject: _subject, description: _description, location: _location, requester, ...rest } = ticket;
  return { ...rest, requester: { audience: requester.audience } };
}

const guarded = (value: CellValue) => (typeof value === 'string' ? guardFormula(value) : value);

function cellReaders(options: TicketTableOptions): Record<TicketColumn, (ticket: TicketView) => CellValue> {
  const { language, zone, names } = options;
  const local = (at: string | null) => at && DateTime.fromISO(at, { zone }).toFormat('yyyy-MM-dd HH:mm');
  const named = (of: keyof typeof names, key: string | null) => key && (names[of].get(key) ?? key);
  return {
    number: ({ number }) => number,
    subject: ({ subject }) => subject,
    description: ({ description }) => description,
    kind: ({ kind }) => KIND_NAMES[kind][language],
    status: ({ status }) => STATUS_NAMES[status][language],
    pendingOn: ({ pendingOn }) => pendingOn && PENDING_ON_NAMES[pendingOn][language],
    priority: ({ priority }) => PRIORITY_NAMES[priority][language],
    channel: ({ channel }) => CHANNEL_NAMES[channel][language],
    language: (ticket) => ticket.language,
    queue: ({ queue }) => named('queue', queue),
    entity: ({ entity }) => named('entity', entity),
    service: ({ service }) => named('service', service),
    assignee: ({ assignee }) => assignee?.name ?? null,
    requester: ({ requester }) => requester.name,
    audience: ({ requester }) => AUDIENCE_NAMES[requester.audience][language],
    phone: ({ requester }) => requester.phone ?? null,
    email: ({ requester }) => requester.email ?? null,
    lat: ({ location }) => location?.lat ?? null,
    long: ({ location }) => location?.long ?? null,
    address: ({ location }) => location?.address ?? null,
    tags: ({ tags }) => tags.join(', '),
    createdAt: ({ createdAt }) => local(createdAt),
    updatedAt: ({ updatedAt }) => local(updatedAt),
    firstResponseDueAt: (ticket) => local(ticket.firstResponseDueAt),
    resolutionDueAt: (ticket) => local(ticket.resolutionDueAt),
    resolvedAt: (ticket) => local(ticket.resolvedAt),
    closedAt: (ticket) => local(ticket.closedAt),
    mergedInto: ({ mergedInto }) => mergedInto ?? null,
  };
}
