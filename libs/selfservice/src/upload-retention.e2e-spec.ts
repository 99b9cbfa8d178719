import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#wasl/kernel';
import { waitFor } from '#wasl/testing';
import { startSystem, type TestSystem } from '../../../test/support/system.js';

describe('the periodic sweeps', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({}, { worker: true });
  });
  afterAll(() => system.stop());

  it('should delete incomplete uploads with their chunks, and keep active ones', async () => {
    const begin = async (hours: number, outcome: object | null) => {
      const id = uuidv7();
      // One statement: the worker may sweep between two.
      await system.database.query(
        `WITH upload AS (
           INSERT INTO public_upload (id, form, sender, name, size, outcome, created_at, touched_at)
           VALUES ($1, 'form', '\\x00', 'a.txt', 9, $3, now(), now() - $2 * interval '1 hour')
         )
         INSERT INTO public_upload_piece VALUES ($1, 0, '\\x616263')`,
        [id, hours, outcome && JSON.stringify(outcome)],
      );
      return id;
    };
    const [, fresh, , whole] = [
      await begin(7, null),
      await begin(5, null),
      await begin(25, { file: {} }),
      await begin(7, { file: {} }),
    ];
    const left = async () =>
      (await system.database.query<{ id: string }>('SELECT id FROM public_upload ORDER BY id')).map(
        ({ id }) => id,
      );
    await waitFor(async () => (await left()).length === 2, { within: 90_000, what: 'the sweep', every: 500 });
    expect(await left()).toEqual([fresh, whole]);
    expect(await system.database.query('SELECT 1 FROM public_upload_piece')).toHaveLength(2);
  });
});
