import { concerns } from './concerns.js';

const change = { number: '2', queue: 'billing', assigneeId: null };
const none = new Set<string>();

describe('concerns', () => {
  it('is true for every list that contains the ticket', () => {
    expect(concerns(change, { q: 'water' }, new Set(['1', '2']), 'me-id')).toBe(true);
    expect(concerns(change, { q: 'water' }, new Set(['1']), 'me-id')).toBe(false);
  });

  it('compares assignee and queue for lists that do not contain it', () => {
    expect(concerns(change, { assignee: 'none' }, none, 'me-id')).toBe(true);
    expect(concerns(change, { assignee: 'none', queue: 'billing' }, none, 'me-id')).toBe(true);
    expect(concerns(change, { assignee: 'none', queue: 'general' }, none, 'me-id')).toBe(false);
    expect(concerns(change, { assignee: 'me' }, none, 'me-id')).toBe(false);
    expect(concerns({ ...change, assigneeId: 'me-id' }, { assignee: 'me' }, none, 'me-id')).toBe(true);
    expect(concerns({ ...change, assigneeId: 'other' }, { assignee: 'none' }, none, 'me-id')).toBe(false);
  });
});
