import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type QueryRunner } from 'typeorm';
import { uuidv7 } from '#wasl/kernel';
import { createTestDatabase, type TestDatabase } from '#wasl/testing';
import { VerifyAddresses1796000100000 } from '../../migrations/1796000100000-verify-addresses.js';

/** Data written by the previous version, and its migration. */
describe('the migration to address states', () => {
  let database: TestDatabase;
  let source: DataSource;
  let runner: QueryRunner;
  const queue = uuidv7();
  const staff = uuidv7();
  beforeAll(async () => {
    database = await createTestDatabase();
    // Schema changes need the owner's connection, where the run has one.
    const { ownerUrl = database.url }: { ownerUrl?: string } = database;
    source = await new DataSource({ type: 'postgres', url: ownerUrl }).initialize();
    runner = source.createQueryRunner();
    await runner.query(
      `INSERT INTO queue (id, key, name_ar, name_en) VALUES ($1, 'general', 'عام', 'General')`,
      [queue],
    );
    await runner.query(
      `INSERT INTO staff (id, email, name, role) VALUES ($1, 'a@demo.example', 'A', 'agent')`,
      [staff],
    );
    await new VerifyAddresses1796000100000().down(runner);
  });
  afterAll(async () => {
    await runner?.release();
    await source?.destroy();
    await database?.drop();
  });

  let counter = 0;
  const person = async (at: string) => {
    const id = uuidv7();
    await runner.query(`INSERT INTO requester (id, audience, created_at) VALUES ($1, 'citizen', $2)`, [
      id,
      at,
    ]);
    return id;
  };
  const address = (requester: string, kind: string, value: string, at: string) =>
    runner.query(
      'INSERT INTO requester_address (kind, value, requester_id, created_at) VALUES ($1, $2, $3, $4)',
      [kind, value, requester, at],
    );
  const ticket = async (requester: string, at: string, actor: 'staff' | 'requester') => {
    const id = String(++counter);
    await runner.query(
      `INSERT INTO ticket (id, number, subject, description, kind, status, priority, channel, language, queue_id,
         requester_id, created_at, updated_at)
       VALUES ($1::bigint, lpad($1::text, 12, '0'), 'S', 'D', 'report', 'open', 'normal', 'web', 'en', $2, $3, $4, $4)`,
      [id, queue, requester, at],
    );
    await runner.query(
      `INSERT INTO history (ticket_id, at, actor_kind, actor_id, type) VALUES ($1, $2, $3, $4, 'opened')`,
      [id, at, actor, actor === 'staff' ? staff : requester],
    );
    return id;
  };
  const contactsOf = (id: string): Promise<object[]> =>
    runner.query('SELECT kind, value, state FROM ticket_contact WHERE ticket_id = $1 ORDER BY kind', [id]);
  const stateOf = async (value: string): Promise<unknown> =>
    ((await runner.query('SELECT state FROM requester_address WHERE value = $1', [value])) as object[])[0];

  it('derives states from history, and keeps each ticket’s reply addresses', async () => {
    const [first, later] = ['2026-01-01T08:00:00Z', '2026-02-01T08:00:00Z'];
    const told = await person(first);
    await address(told, 'phone', '+97333000001', first);
    const byStaff = await ticket(told, first, 'staff');
    // A takeover: an address added later, by an anonymous filing.
    await address(told, 'email', 'evil@evil.example', later);
    const taken = await ticket(told, later, 'requester');
    const alone = await person(first);
    await address(alone, 'email', 'alone@home.example', first);
    const filed = await ticket(alone, first, 'requester');
    await runner.query(
      `UPDATE requester_address SET undeliverable_at = $1 WHERE value = 'alone@home.example'`,
      [later],
    );

    await new VerifyAddresses1796000100000().up(runner);

    expect(await stateOf('+97333000001')).toEqual({ state: 'verified' });
    expect(await stateOf('evil@evil.example')).toEqual({ state: 'claimed' });
    expect(await stateOf('alone@home.example')).toEqual({ state: 'claimed' });
    expect(await contactsOf(byStaff)).toEqual([
      { kind: 'email', value: 'evil@evil.example', state: 'claimed' },
      { kind: 'phone', value: '+97333000001', state: 'verified' },
    ]);
    expect(await contactsOf(taken)).toEqual([
      { kind: 'email', value: 'evil@evil.example', state: 'verified' },
      { kind: 'phone', value: '+97333000001', state: 'verified' },
    ]);
    expect(await contactsOf(filed)).toEqual([
      { kind: 'email', value: 'alone@home.example', state: 'verified' },
    ]);
    const reach = (await runner.query('SELECT value FROM address_reach')) as object[];
    expect(reach).toEqual([{ value: 'alone@home.example' }]);
    expect(await runner.query('SELECT 1 FROM ticket WHERE code_salt IS NOT NULL')).toEqual([]);
  });

  it('reverts to one requester per address', async () => {
    const other = await person('2026-03-01T08:00:00Z');
    await runner.query(
      `INSERT INTO requester_address (kind, value, requester_id, created_at) VALUES ('phone', '+97333000001', $1, now())`,
      [other],
    );
    await new VerifyAddresses1796000100000().down(runner);
    const rows = (await runner.query(
      `SELECT requester_id FROM requester_address WHERE value = '+97333000001'`,
    )) as { requester_id: string }[];
    expect(rows).toHaveLength(1);
    expect(rows[0]!.requester_id).not.toBe(other);
    await new VerifyAddresses1796000100000().up(runner);
  });
});
