import type { AuditNote, DomainEvent } from '#wasl/contracts';

export type Noted = AuditNote & { at: string };

/** What the trail keeps of events: the notes among them, in their order. */
export function notesOf(events: DomainEvent[]): Noted[] {
  return events.flatMap((event) => (event.type === 'audit.noted' ? [{ at: event.at, ...event.data }] : []));
}
