import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from './database.js';

describe('a test database', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  });
  afterAll(() => client.end());

  it('has every migration applied', async () => {
    const { rows } = await client.query<{ found: string | null }>(
      `SELECT to_regclass('ticket')::text AS found`,
    );
    expect(rows[0]?.found).toBe('ticket');
  });

  it('is isolated: data of another suite is not visible', async () => {
    const other = await createTestDatabase();
    const otherClient = new pg.Client({ connectionString: other.url });
    await otherClient.connect();
    await otherClient.query(`INSERT INTO setting (key, value) VALUES ('elsewhere', 'true')`);
    await otherClient.end();
    await other.drop();
    const { rowCount } = await client.query(`SELECT 1 FROM setting WHERE key = 'elsewhere'`);
    expect(rowCount).toBe(0);
  });

  it('recognises letters in Arabic text, so that trigram search works', async () => {
    const { rows } = await client.query<{ alike: number }>(
      `SELECT similarity('مستشفى السلمانية', 'مستشفي السلمانيه') AS alike`,
    );
    expect(rows[0]?.alike).toBeGreaterThan(0.5);
  });
});
