import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { passwordMatches } from '#wasl/identity';
import { type CannedText, checkCannedTexts } from '#wasl/notifications';
import { createTestDatabase } from '#wasl/testing';
import { prepareDatabase } from './prepare.js';

let url: string;
let client: pg.Client;

async function connectTo(databaseUrl: string): Promise<pg.Client> {
  const connected = new pg.Client({ connectionString: databaseUrl });
  await connected.connect();
  return connected;
}
const ask = async <T>(text: string): Promise<T[]> => (await client.query(text)).rows as T[];
const count = async (table: string) =>
  (await ask<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;
const prepare = (demoPassword?: string) => prepareDatabase({ databaseUrl: url, country: 'bh', demoPassword });

describe('preparing a database', () => {
  beforeAll(async () => {
    url = (await createTestDatabase()).ownerUrl;
    client = await connectTo(url);
    await prepare('first password');
  });
  afterAll(() => client.end());

  it('seeds the four demo queues, and sign-ins with the given password', async () => {
    expect(await ask('SELECT key FROM queue ORDER BY position')).toEqual(
      ['general', 'billing', 'technical', 'complaints'].map((key) => ({ key })),
    );
    const staff = await ask<{ email: string; password_hash: string }>(
      'SELECT email, password_hash FROM staff',
    );
    const agents = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `agent${n}@demo.example`);
    expect(staff.map(({ email }) => email).sort()).toEqual(
      [
        'admin@demo.example',
        'auditor@demo.example',
        'officer1@demo.example',
        'officer2@demo.example',
        'supervisor@demo.example',
        ...agents,
      ].sort(),
    );
    for (const { password_hash } of staff)
      expect(await passwordMatches(password_hash, 'first password')).toBe(true);
  });

  it('assigns every queue to every agent, with the skills that the queue requires', async () => {
    const unskilled = await ask(`
      SELECT s.email, q.queue_id, q.skill_key FROM staff s JOIN agent_queue a ON a.staff_id = s.id
      JOIN queue_skill q ON q.queue_id = a.queue_id
      LEFT JOIN staff_skill k ON k.staff_id = s.id AND k.skill_key = q.skill_key AND k.level >= q.level
      WHERE k.staff_id IS NULL`);
    expect([await count('agent_queue'), unskilled]).toEqual([32, []]);
  });

  it('gives two entities an officer each', async () => {
    const officers = await ask(
      `SELECT s.email, e.key FROM staff s JOIN entity e ON e.id = s.entity_id
        WHERE s.role = 'entity_officer' ORDER BY s.email`,
    );
    expect(officers).toEqual([
      { email: 'officer1@demo.example', key: 'works' },
      { email: 'officer2@demo.example', key: 'water' },
    ]);
  });

  it('names the officers in the ladders of their entities, and wants photos of what is mended', async () => {
    const named = await ask(
      `SELECT e.key, s.email FROM entity e, jsonb_to_recordset(e.ladder) AS l (officers uuid[])
         JOIN staff s ON s.id = ANY (l.officers) ORDER BY e.key`,
    );
    expect(named).toEqual([
      { key: 'water', email: 'officer2@demo.example' },
      { key: 'works', email: 'officer1@demo.example' },
    ]);
    const wanted = await ask(`SELECT code FROM service WHERE proof = 'photo' ORDER BY code`);
    expect(wanted).toEqual([{ code: 'road-damage' }, { code: 'street-light' }, { code: 'water-leak' }]);
  });

  it('seeds canned replies that pass the checks for administrators', async () => {
    const replies = await ask<{ key: string; texts: CannedText[] }>('SELECT key, texts FROM canned_reply');
    expect(replies).toHaveLength(3);
    for (const { key, texts } of replies)
      expect([key, checkCannedTexts(texts, ['ar', 'en'])]).toEqual([key, []]);
  });

  it('changes nothing when run again, also concurrently', async () => {
    const tables = [
      'staff',
      'skill',
      'staff_skill',
      'queue',
      'queue_skill',
      'entity',
      'service',
      'reason',
      'canned_reply',
    ];
    const before = await Promise.all(tables.map(count));
    await Promise.all([prepare('first password'), prepare('first password')]);
    expect(await Promise.all(tables.map(count))).toEqual(before);
  });

  it('keeps changes and deletions by administrators', async () => {
    await client.query(`UPDATE queue SET name_en = 'Everything' WHERE key = 'general'`);
    await client.query(`DELETE FROM service WHERE code = 'passport'`);
    await prepare('first password');
    expect(await ask(`SELECT name_en FROM queue WHERE key = 'general'`)).toEqual([{ name_en: 'Everything' }]);
    expect(await ask(`SELECT code FROM service WHERE code = 'passport'`)).toEqual([]);
  });

  it('follows a new DEMO_PASSWORD, except where a password was changed by hand', async () => {
    await client.query(`UPDATE staff SET password_hash = 'by hand' WHERE email = 'agent8@demo.example'`);
    await prepare('second password');
    const hashOf = async (email: string) =>
      (await ask<{ password_hash: string }>(`SELECT password_hash FROM staff WHERE email = '${email}'`))[0]!
        .password_hash;
    expect(await passwordMatches(await hashOf('agent1@demo.example'), 'second password')).toBe(true);
    expect(await hashOf('agent8@demo.example')).toBe('by hand');
  });

  it('seeds only reasons, languages and one queue without the demo organisation', async () => {
    const plain = await createTestDatabase();
    await prepareDatabase({ databaseUrl: plain.ownerUrl, country: 'lb' });
    await client.end();
    client = await connectTo(plain.ownerUrl);
    expect(await Promise.all(['staff', 'service', 'queue'].map(count))).toEqual([0, 0, 1]);
    expect(await ask('SELECT key FROM skill ORDER BY key')).toEqual(
      ['ar', 'en', 'fr'].map((key) => ({ key })),
    );
  });

  it.each(['bh', 'ps', 'lb', 'bn'])(
    'knows entities and services of %s, in Arabic and English',
    async (country) => {
      const fresh = await createTestDatabase();
      const { warnings } = await prepareDatabase({
        databaseUrl: fresh.ownerUrl,
        country,
        demoPassword: 'a password',
      });
      await client.end();
      client = await connectTo(fresh.ownerUrl);
      expect(warnings).toEqual([]);
      expect(await count('entity')).toBeGreaterThanOrEqual(6);
      expect(await count('service')).toBeGreaterThanOrEqual(15);
      const mixed = await ask(`
      SELECT name_ar, name_en FROM (SELECT name_ar, name_en FROM entity UNION ALL SELECT name_ar, name_en FROM service) n
      WHERE name_ar !~ '[ء-ي]' OR name_en ~ '[ء-ي]' OR name_en = ''`);
      expect(mixed).toEqual([]);
    },
  );
});
