import type { AuditNote, DomainEvent } from '#wasl/contracts';

export type Noted = AuditNote & { at: string };

/** Extracts the audit notes from events, in order. */
export function notesOf(events: DomainEvent[]): Noted[] {
  return events.flatMap((event) => (event.type === 'audit.noted' ? [{ at: event.at, ...event.data }] : []));
}
