import { plannedOnce } from './planned-once.js';

describe('a statement that is planned once', () => {
  it('takes its values out of subqueries', () => {
    expect(plannedOnce('SELECT * FROM t WHERE id = ANY($1::bigint[]) AND at > $12::timestamptz')).toBe(
      'SELECT * FROM t WHERE id = ANY((SELECT $1::bigint[])::bigint[]) AND at > (SELECT $12::timestamptz)::timestamptz',
    );
  });

  it('leaves alone values without a type, which no plan depends on', () => {
    expect(plannedOnce('INSERT INTO t VALUES ($1, $2)')).toBe('INSERT INTO t VALUES ($1, $2)');
  });
});
