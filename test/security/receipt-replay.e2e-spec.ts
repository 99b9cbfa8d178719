import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSystem, type TestSystem } from '../support/system.js';

const MATTER = {
  kind: 'report',
  subject: 'A lamp is broken',
  description: 'In front of the school',
  language: 'en',
  requester: { audience: 'citizen', name: 'Mona', phone: '36001234' },
};
const PATH = '/api/v1/public/tickets';

let system: TestSystem;
beforeAll(async () => {
  system = await startSystem({}, { env: { TRUST_PROXY: '1' } });
});
afterAll(() => system.stop());

/** Client addresses as the proxy reports them. */
const file = (from: string, key: string, body: object = MATTER, agent = 'app/1') =>
  system.anonymous.post(PATH, body, {
    'x-forwarded-for': from,
    'idempotency-key': key,
    'user-agent': agent,
  });

describe('a receipt', () => {
  it.each(['1', randomUUID()])('is repeated for the client that filed (key %s)', async (key) => {
    const first = await file('203.0.113.5', key);
    expect(first.status).toBe(201);
    expect((await file('203.0.113.5', key)).body).toEqual(first.body);
    const other = await file('203.0.113.5', key, { ...MATTER, subject: 'Another' });
    expect([other.status, other.body.code]).toEqual([409, 'idempotency.mismatch']);
  });

  it('is repeated within the network of one subscriber', async () => {
    const first = await file('2001:db8:1:2::a', 'retry');
    expect((await file('2001:db8:1:2:ffff::b', 'retry')).body).toEqual(first.body);
  });

  it.each([
    ['another address', '198.51.100.7', 'app/1'],
    ['another program at the same address', '203.0.113.5', 'curl/8'],
    ['another address, whoever it says to stand before', '203.0.113.5, 198.51.100.7', 'app/1'],
  ])('is not given to %s that meets a key and knows the body', async (_who, from, agent) => {
    const key = `k-${randomUUID().slice(0, 6)}`;
    const first = await file('203.0.113.5', key);
    const second = await file(from, key, MATTER, agent);
    expect(second.status).toBe(201);
    expect(second.body.number).not.toBe(first.body.number);
    expect(second.body.trackingCode).not.toBe(first.body.trackingCode);
  });

  it('is not given to another client that knows the key, and no second ticket is created', async () => {
    const key = randomUUID();
    const first = await file('203.0.113.5', key);
    const second = await file('198.51.100.7', key);
    expect([second.status, second.body.code]).toEqual([409, 'idempotency.mismatch']);
    expect(JSON.stringify(second.body)).not.toContain(first.body.trackingCode);
    const { number } = first.body as { number: string };
    expect((await file('203.0.113.5', key)).body.number).toBe(number);
  });
});

describe('limits by source', () => {
  const ask = (from: string) =>
    system.anonymous.post(
      '/api/v1/public/track/code',
      { number: '1', contact: 'a@b.example' },
      { 'x-forwarded-for': from },
    );

  it('count an IPv6 /64 as one, and trust only our own proxy', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 22; n++) statuses.push((await ask(`10.9.${n}.1, 2001:db8:7:7:${n}::1`)).status);
    expect(statuses.slice(0, 20)).not.toContain(429);
    expect(statuses.slice(20)).toEqual([429, 429]);
    expect((await ask('2001:db8:7:8::1')).status).not.toBe(429);
    expect((await ask('203.0.113.77')).status).not.toBe(429);
  });

  it('count an IPv4 address as one, also when IPv4-mapped', async () => {
    for (let n = 0; n < 20; n++) await ask('203.0.113.99');
    expect((await ask('::ffff:203.0.113.99')).status).toBe(429);
  });
});
