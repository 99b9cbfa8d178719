import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, type TestDatabase, waitFor } from '#wasl/testing';
import { LeaderLease } from './leader-lease.js';
import { Tx } from './tx.js';

const LOCK = 7_246_990;

describe('the lease of a leader', () => {
  let database: TestDatabase;
  let name: string;
  let count = 0;
  const clients: pg.Client[] = [];

  const connect = async () => {
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  };
  const candidate = async () => {
    const client = await connect();
    const lease = new LeaderLease(name, LOCK, 'a suite');
    return {
      client,
      lease,
      take: () => lease.take(client),
      renew: (epoch: number) => lease.renew(client, epoch),
    };
  };
  const expire = (when = "now() - interval '1 second'") =>
    clients[0]!.query(`UPDATE leader SET expires_at = ${when} WHERE name = $1`, [name]);
  const transaction = async () => {
    const client = await connect();
    await client.query('BEGIN');
    return { client, tx: new Tx(client as unknown as pg.PoolClient, new Date()) };
  };

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());
  beforeEach(async () => {
    name = `leader-${count++}`;
    await connect();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.end().catch(() => undefined)));
  });

  it('is given to one of many who ask at once', async () => {
    const candidates = await Promise.all(Array.from({ length: 12 }, candidate));
    const taken = await Promise.all(candidates.map(({ take }) => take()));
    expect(taken.filter((epoch) => epoch !== undefined)).toEqual([1]);
  });

  it('is given to nobody else while it is renewed', async () => {
    const [leader, other] = [await candidate(), await candidate()];
    const epoch = await leader.take();
    expect(await leader.renew(epoch!)).toBe(true);
    expect(await other.take()).toBeUndefined();
    expect(await leader.renew(epoch!)).toBe(true);
  });

  it('is given to another when the session of its holder ends, before it is over', async () => {
    const [leader, other] = [await candidate(), await candidate()];
    expect(await leader.take()).toBe(1);
    await leader.client.end();
    await waitFor(async () => (await other.take()) === 2, { what: 'the next leader' });
  });

  it('is given to another when it is over, although the session of its holder lives', async () => {
    const [leader, other, third] = [await candidate(), await candidate(), await candidate()];
    const epoch = await leader.take();
    await expire();
    expect(await other.take()).toBe(2);
    expect(await leader.renew(epoch!)).toBe(false);
    expect(await third.take()).toBeUndefined();
    expect(await other.renew(2)).toBe(true);
  });

  it('is over when it ends so late that the clock must have been set back', async () => {
    const [leader, other] = [await candidate(), await candidate()];
    await leader.take();
    await expire("now() + interval '2 minutes'");
    expect(await other.take()).toBe(2);
  });

  it('stays with a holder who renews it late, when nobody wanted it', async () => {
    const leader = await candidate();
    const epoch = await leader.take();
    await expire();
    expect(await leader.renew(epoch!)).toBe(true);
  });

  it('goes from one to the next as often as it must', async () => {
    for (let epoch = 1; epoch <= 5; epoch++) {
      expect(await (await candidate()).take()).toBe(epoch);
      await expire();
    }
  });

  it('lets no transaction of its former holder commit after the next one leads', async () => {
    const [leader, other] = [await candidate(), await candidate()];
    const epoch = (await leader.take())!;
    const { client, tx } = await transaction();
    expect(await leader.lease.fence(tx, epoch)).toBe(true);
    await expire();
    expect(await other.take()).toBe(2);
    await expect(client.query('COMMIT')).rejects.toThrow();
  });

  it('refuses a transaction that its former holder begins later', async () => {
    const [leader, other] = [await candidate(), await candidate()];
    const epoch = (await leader.take())!;
    await expire();
    await other.take();
    const { tx } = await transaction();
    expect(await leader.lease.fence(tx, epoch)).toBe(false);
    expect(await other.lease.fence((await transaction()).tx, 2)).toBe(true);
  });

  it('waits for a transaction of a holder whose session has ended, and does not end it', async () => {
    const [leader, other] = [await candidate(), await candidate()];
    const epoch = (await leader.take())!;
    const { client, tx } = await transaction();
    expect(await leader.lease.fence(tx, epoch)).toBe(true);
    await leader.client.end();
    expect(await other.take()).toBeUndefined();
    expect((await client.query('COMMIT')).command).toBe('COMMIT');
    await waitFor(async () => (await other.take()) === 2, { what: 'the next leader' });
  });

  it('is not given while a version from before leases leads, and keeps that version out', async () => {
    const former = await connect();
    await former.query('SELECT pg_advisory_lock($1::bigint)', [LOCK]);
    const leader = await candidate();
    expect(await leader.take()).toBeUndefined();
    await former.query('SELECT pg_advisory_unlock($1::bigint)', [LOCK]);
    expect(await leader.take()).toBe(1);
    const { rows } = await former.query('SELECT pg_try_advisory_lock($1::bigint) AS won', [LOCK]);
    expect(rows).toEqual([{ won: false }]);
  });
});
