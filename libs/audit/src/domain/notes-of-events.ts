import type { AuditNote, DomainEvent } from '#wasl/contracts';

export type TimedAuditNote = AuditNote & { at: string };

/** Extracts the audit notes from events, in order. */
export function auditNotesOf(events: DomainEvent[]): TimedAuditNote[] {
  return events.flatMap((event) => (event.type === 'audit.noted' ? [{ at: event.at, ...event.data }] : []));
}
