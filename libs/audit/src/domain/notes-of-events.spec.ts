import type { DomainEvent } from '#wasl/contracts';
import { auditNotesOf } from './notes-of-events.js';

const BY = '00000000-0000-4000-8000-000000000001';
const at = '2026-01-01T00:00:00.000Z';
const note = {
  actorId: BY,
  action: 'config.created' as const,
  targetKind: 'reason' as const,
  targetId: 'decline/busy',
  detail: { fields: [] },
};

describe('the events that the audit trail keeps', () => {
  it('should be notes, in their order, and nothing else', () => {
    const events: DomainEvent[] = [
      { id: '1', at, type: 'audit.noted', data: note },
      { id: '2', at, type: 'offer.made', data: { offerId: 'o', agentId: BY, queue: 'q', expiresAt: at } },
      { id: '3', at, type: 'audit.noted', data: { ...note, action: 'config.removed' } },
    ];
    expect(auditNotesOf(events)).toEqual([
      { at, ...note },
      { at, ...note, action: 'config.removed' },
    ]);
  });
});
