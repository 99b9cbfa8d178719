import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { readCountryProfile } from '#wasl/country';
import { createTestDatabase, type TestDatabase } from '#wasl/testing';
import { seedDemoOrganisation } from './seed-demo-organisation.js';
import { seedReferenceData } from './seed-reference-data.js';
import { Seeder } from './seeder.js';

const [, CALLED] = /event=newCall.* -d to=(\S+)/.exec(readFileSync('README.md', 'utf8'))!;

describe('the queues of the demo organisation', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeEach(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
  });
  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  const seed = async (code: string, demo: boolean) => {
    const country = readCountryProfile(code);
    const seeder = await Seeder.open(client);
    await seedReferenceData(seeder, country.languages);
    if (demo) await seedDemoOrganisation(seeder, country, 'no hash');
    await seeder.close();
  };
  const numbers = async () => {
    const { rows } = await client.query<{ key: string; numbers: string[] }>(
      'SELECT key, dial_numbers AS numbers FROM queue ORDER BY position',
    );
    return Object.fromEntries(rows.map((row) => [row.key, row.numbers]));
  };

  it.each(['bh', 'ps', 'lb', 'bn'])(
    'in %s have a number each, and the call in the README reaches the first',
    async (code) => {
      await seed(code, true);
      const { general, ...others } = await numbers();
      expect(general).toContain(CALLED);
      const all = [general!, ...Object.values(others)];
      expect(all.every((list) => list.length > 0)).toBe(true);
      expect(new Set(all.flat()).size).toBe(all.flat().length);
    },
  );

  it('keep the numbers that an administrator has given', async () => {
    await seed('bh', false);
    await client.query(`UPDATE queue SET dial_numbers = '{80009999}' WHERE key = 'general'`);
    await client.query(
      `INSERT INTO queue (id, key, name_ar, name_en, position, dial_numbers)
       VALUES (gen_random_uuid(), 'night', 'ليل', 'Night', 9, '{8002}')`,
    );
    await seed('bh', true);
    expect(await numbers()).toMatchObject({ general: ['80009999'], night: ['8002'], billing: [] });
  });
});
