import { describe, expect, it } from '@jest/globals';
import { mergeInserts } from './merge-inserts.js';

describe('several INSERTs as one', () => {
  it('leaves a single one as it is', () => {
    const one = { text: 'INSERT INTO a VALUES ($1)', values: [1] };
    expect(mergeInserts([one])).toBe(one);
  });

  it('renumbers the parameters of each statement after those before it, also from ten on', () => {
    const wide = {
      text: `INSERT INTO a VALUES (${Array.from({ length: 10 }, (_, n) => `$${n + 1}`).join()})`,
      values: Array.from({ length: 10 }, (_, n) => n),
    };
    const twice = { text: 'INSERT INTO b VALUES ($2, $1, $1)', values: ['x', 'y'] };
    const last = { text: 'INSERT INTO c SELECT * FROM unnest($1::text[])', values: [['z']] };
    const { text, values } = mergeInserts([wide, twice, last]);
    expect(text).toBe(
      'WITH w0 AS (INSERT INTO a VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)),\n' +
        'w1 AS (INSERT INTO b VALUES ($12, $11, $11))\n' +
        'INSERT INTO c SELECT * FROM unnest($13::text[])',
    );
    expect(values).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 'x', 'y', ['z']]);
  });

  it('does not mix up equal statements that are merged with different ones', () => {
    const a = { text: 'INSERT INTO a VALUES ($1)', values: [1] };
    const b = { text: 'INSERT INTO b VALUES ($1)', values: [2] };
    expect(mergeInserts([a, b]).text).not.toBe(mergeInserts([b, a]).text);
    expect(mergeInserts([b, a]).values).toEqual([2, 1]);
  });
});
