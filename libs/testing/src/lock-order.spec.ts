import { describe, expect, it } from '@jest/globals';
import { type Lock, LockedTables, locksOf } from './lock-order.js';

const waiting = (...tables: Lock['table'][]) => tables.map((table) => ({ table, waits: true }));

describe('the locks of a statement', () => {
  it.each<[string, Lock[]]>([
    ['SELECT 1 FROM ticket WHERE id = $1 FOR NO KEY UPDATE', waiting('ticket')],
    ['SELECT 1 FROM ticket t JOIN queue q ON true FOR NO KEY UPDATE OF t', waiting('ticket')],
    ['SELECT 1 FROM ticket t JOIN queue q ON true FOR UPDATE OF q', []],
    ['SELECT 1 FROM work w JOIN offer o ON true FOR UPDATE', waiting('work', 'offer')],
    ['SELECT 1 FROM presence FOR UPDATE SKIP LOCKED', [{ table: 'presence', waits: false }]],
    ['UPDATE work SET state = $1', waiting('work')],
    ['DELETE FROM offer WHERE id = $1', waiting('offer')],
    ['INSERT INTO work (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET state = $2', []],
    ['SELECT 1 FROM ticket_contact FOR UPDATE', []],
    ['UPDATE work_log SET x = 1', []],
    [
      'WITH a AS (SELECT 1 FROM presence p FOR UPDATE OF p) UPDATE work w SET x = 1 FROM a',
      waiting('presence', 'work'),
    ],
  ])('are found in %s', (text, locks) => {
    expect(locksOf(text)).toEqual(locks);
  });
});

describe('the order of locks in a transaction', () => {
  const wrongs = (...locks: Lock[]) => {
    const tables = new LockedTables();
    return locks.flatMap((lock) => tables.add(lock) ?? []);
  };

  it('is ticket, presence, work, offer', () => {
    expect(wrongs(...waiting('ticket', 'presence', 'work', 'offer'))).toEqual([]);
    expect(wrongs(...waiting('work', 'presence'))).toEqual(['presence is locked after work']);
    expect(wrongs(...waiting('offer', 'ticket'))).toEqual(['ticket is locked after offer']);
  });

  it('lets a table be locked again, and a lock pass that does not wait', () => {
    expect(wrongs(...waiting('ticket', 'work', 'ticket'))).toEqual([]);
    expect(wrongs({ table: 'work', waits: true }, { table: 'presence', waits: false })).toEqual([]);
  });
});
