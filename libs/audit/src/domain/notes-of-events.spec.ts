import type { DomainEvent } from '#wasl/contracts';
import { notesOf } from './notes-of-events.js';

const BY = '00000000-0000-4000-8000-000000000001';
const at = '2026-01-01T00:00:00.000Z';
const note = {
  actorId: BY,
  action: 'config.created' as const,
  targetKind: 'reason' as const,
  targetId: 'decline/busy',
  detail: { fields: [] },
};
const configured = { id: 'x', byId: BY, revision: null };

describe('the events that the audit trail keeps', () => {
  it('should be notes, and changes of configuration that are told by events of their own, in their order', () => {
    const events: DomainEvent[] = [
      { id: '1', at, type: 'audit.noted', data: note },
      { id: '2', at, type: 'offer.made', data: { offerId: 'o', agentId: BY, queue: 'q', expiresAt: at } },
      {
        id: '4',
        at,
        type: 'sla.configured',
        data: { ...configured, what: 'announcement', change: 'withdrawn' },
      },
      { id: '5', at, type: 'sla.configured', data: { ...configured, what: 'policy', change: 'created' } },
    ];
    expect(notesOf(events)).toEqual([
      { at, ...note },
      {
        at,
        actorId: BY,
        action: 'config.removed',
        targetKind: 'calendar',
        targetId: 'x',
        detail: { what: 'announcement' },
      },
      {
        at,
        actorId: BY,
        action: 'config.created',
        targetKind: 'sla_policy',
        targetId: 'x',
        detail: { what: 'policy' },
      },
    ]);
  });
});
