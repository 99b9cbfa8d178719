import type { Ticket, TicketPatch } from '../api/types.js';

/** A version conflict: what somebody else changed between reading and writing, for the user to decide. */
export interface Conflict {
  attempted: TicketPatch;
  changes: Change[];
}
export interface Change {
  field: ComparedField;
  from: string | null;
  to: string | null;
}

const COMPARED = ['subject', 'status', 'priority', 'kind', 'queue', 'assignee', 'description'] as const;
export type ComparedField = (typeof COMPARED)[number];

const valueOf = (ticket: Ticket, field: ComparedField): string | null =>
  field === 'assignee' ? (ticket.assignee?.name ?? null) : ticket[field];

export function changesBetween(held: Ticket, fresh: Ticket): Change[] {
  return COMPARED.map((field) => ({ field, from: valueOf(held, field), to: valueOf(fresh, field) })).filter(
    ({ from, to }) => from !== to,
  );
}
