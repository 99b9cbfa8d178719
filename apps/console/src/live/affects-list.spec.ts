import { mayAffectList } from './affects-list.js';

const change = { number: '2', queue: 'billing', assigneeId: null };
const none = new Set<string>();

describe('concerns', () => {
  it('is true for every list that contains the ticket', () => {
    expect(mayAffectList(change, { q: 'water' }, new Set(['1', '2']), 'me-id')).toBe(true);
    expect(mayAffectList(change, { q: 'water' }, new Set(['1']), 'me-id')).toBe(false);
  });

  it('compares assignee and queue for lists that do not contain it', () => {
    expect(mayAffectList(change, { assignee: 'none' }, none, 'me-id')).toBe(true);
    expect(mayAffectList(change, { assignee: 'none', queue: 'billing' }, none, 'me-id')).toBe(true);
    expect(mayAffectList(change, { assignee: 'none', queue: 'general' }, none, 'me-id')).toBe(false);
    expect(mayAffectList(change, { assignee: 'me' }, none, 'me-id')).toBe(false);
    expect(mayAffectList({ ...change, assigneeId: 'me-id' }, { assignee: 'me' }, none, 'me-id')).toBe(true);
    expect(mayAffectList({ ...change, assigneeId: 'other' }, { assignee: 'none' }, none, 'me-id')).toBe(
      false,
    );
  });
});
