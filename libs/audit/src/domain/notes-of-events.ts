import type { AuditAction, AuditNote, AuditTarget, DomainEvent } from '#wasl/contracts';

export type Noted = AuditNote & { at: string };

type Configured = DomainEvent<'sla.configured'>['data'];

const TARGETS: Record<Configured['what'], AuditTarget> = {
  calendar: 'calendar',
  announcement: 'calendar',
  zone_change: 'calendar',
  policy: 'sla_policy',
  duty: 'sla_policy',
};
const ACTIONS: Record<Configured['change'], AuditAction> = {
  created: 'config.created',
  changed: 'config.changed',
  withdrawn: 'config.removed',
};

/** What the trail keeps of some events, in their order: notes as they are, and events that say as much. */
export function notesOf(events: DomainEvent[]): Noted[] {
  return events.flatMap((event) => {
    const note = noteOf(event);
    return note ? [{ at: event.at, ...note }] : [];
  });
}

function noteOf(event: DomainEvent): AuditNote | null {
  switch (event.type) {
    case 'audit.noted':
      return event.data;
    case 'sla.configured': {
      const { what, id, change, byId } = event.data;
      return {
        actorId: byId,
        action: ACTIONS[change],
        targetKind: TARGETS[what],
        targetId: id,
        detail: { what },
      };
    }
    default:
      return null;
  }
}
