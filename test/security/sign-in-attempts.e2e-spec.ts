import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';

const ATTACKER = '198.51.100.66';
const OFFICE = '203.0.113.10';

describe('guessing the passwords of staff', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, ali: {}, sara: {}, root: { role: 'administrator' } },
      { env: { TRUST_PROXY: '1' } },
    );
  });
  beforeEach(async () => {
    await system.database.query('DELETE FROM attempt_budget');
    await system.database.query('DELETE FROM staff_device');
    await system.database.query('DELETE FROM staff_network');
    await system.database.query('DELETE FROM rate_limit');
  });
  afterAll(() => system.stop());

  const signIn = (name: string, password: string, from: string, cookie?: string) =>
    system.anonymous.post(
      '/api/v1/session',
      { email: `${name}@test.example`, password },
      { 'x-forwarded-for': from, ...(cookie && { cookie }) },
    );
  /** The device cookie of an answer. */
  const deviceOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
    answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('wasl_device='))!
      .split(';')[0]!;
  const lock = async (name: string, from = ATTACKER) => {
    await Promise.all(Array.from({ length: 10 }, () => signIn(name, 'wrong', from)));
  };
  /** Wrong passwords that were really compared. */
  const compared = async () => {
    const [row] = await system.database.query<{ tries: number }>(
      `SELECT coalesce(sum(tries), 0)::int AS tries FROM attempt_budget WHERE key LIKE 'password-stranger:%'`,
    );
    return row!.tries;
  };

  it('should compare no more passwords than the budget, with two hundred concurrent requests', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => signIn('mona', 'wrong', `198.51.100.${n % 100}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(await compared()).toBe(10);
    expect((await signIn('mona', PASSWORD, ATTACKER)).status).toBe(401);
  });

  it('should never lock out a device that signed in before', async () => {
    const device = deviceOf(await signIn('mona', PASSWORD, OFFICE));
    await system.database.query('DELETE FROM staff_network');
    await lock('mona');
    expect((await signIn('mona', PASSWORD, '192.0.2.77')).status).toBe(401);
    const back = await signIn('mona', PASSWORD, ATTACKER, device);
    expect(back.status).toBe(200);
    // Its cookie was replaced; the old one counts as an unknown device.
    expect(deviceOf(back)).not.toBe(device);
    await system.database.query('DELETE FROM staff_network');
    expect((await signIn('mona', PASSWORD, ATTACKER, device)).status).toBe(401);
    expect((await signIn('mona', PASSWORD, ATTACKER, deviceOf(back))).status).toBe(200);
  });

  it('should never lock out a network that the account signed in from before', async () => {
    await signIn('mona', PASSWORD, OFFICE);
    await lock('mona');
    expect((await signIn('mona', PASSWORD, '192.0.2.77')).status).toBe(401);
    expect((await signIn('mona', PASSWORD, OFFICE)).status).toBe(200);
  });

  it('should identify an IPv6 network by its /64', async () => {
    await signIn('mona', PASSWORD, '2001:db8:1:2::1');
    await lock('mona', '2001:db8:ffff::1');
    expect((await signIn('mona', PASSWORD, '2001:db8:1:2:aaaa::9')).status).toBe(200);
    expect((await signIn('mona', PASSWORD, '2001:db8:1:3::1')).status).toBe(401);
  });

  it('should limit a known device to ten attempts of its own', async () => {
    const device = deviceOf(await signIn('mona', PASSWORD, OFFICE));
    await Promise.all(Array.from({ length: 10 }, () => signIn('mona', 'wrong', OFFICE, device)));
    expect((await signIn('mona', PASSWORD, OFFICE, device)).status).toBe(401);
    // Without the cookie it is a browser in a known network, whose attempts are unused.
    expect((await signIn('mona', PASSWORD, OFFICE)).status).toBe(200);
  });

  it('should treat a device of another account as unknown, and refuse a forged one', async () => {
    const device = deviceOf(await signIn('ali', PASSWORD, OFFICE));
    await lock('mona');
    expect((await signIn('mona', PASSWORD, ATTACKER, device)).status).toBe(401);
    const [token] = device.split('=')[1]!.split('.');
    await lock('ali');
    expect((await signIn('ali', PASSWORD, ATTACKER, `wasl_device=${token}.${'x'.repeat(43)}`)).status).toBe(
      401,
    );
    expect((await signIn('ali', PASSWORD, ATTACKER, device)).status).toBe(200);
  });

  it('should recognise two accounts on a shared machine', async () => {
    const first = deviceOf(await signIn('mona', PASSWORD, OFFICE));
    const shared = deviceOf(await signIn('ali', PASSWORD, OFFICE, first));
    await system.database.query('DELETE FROM staff_network');
    await lock('mona');
    expect((await signIn('mona', PASSWORD, ATTACKER, shared)).status).toBe(200);
  });

  it('should limit password spraying by source, without locking the accounts', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => signIn(`nobody${n}`, 'wrong', ATTACKER)));
    const before = await compared();
    await lock('sara');
    expect(await compared()).toBe(before);
    expect((await signIn('sara', PASSWORD, '192.0.2.77')).status).toBe(200);
  });

  it('should give the same answer in the same time when no attempts are left', async () => {
    await lock('mona');
    const timed = async (name: string, password: string, from: string) => {
      const began = performance.now();
      const { status, body, headers } = await signIn(name, password, from);
      const names = [...headers.keys()].filter((header) => !/^(x-)?ratelimit/.test(header)).sort();
      return { shape: JSON.stringify([status, body, names]), ms: performance.now() - began };
    };
    const answers = [
      await timed('mona', PASSWORD, ATTACKER),
      await timed('mona', 'wrong', ATTACKER),
      await timed('ali', 'wrong', '192.0.2.1'),
      await timed('nobody', 'wrong', '192.0.2.2'),
    ];
    expect(new Set(answers.map(({ shape }) => shape)).size).toBe(1);
    for (const { ms } of answers) expect(ms).toBeGreaterThanOrEqual(295);
  });

  it('should set an HttpOnly device cookie, and store only its hash', async () => {
    const answer = await signIn('mona', PASSWORD, OFFICE);
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('wasl_device='))!;
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
    expect(cookie).toMatch(/Max-Age=15552000/);
    const token = /wasl_device=([\w-]+)/.exec(cookie)![1]!;
    const stored = JSON.stringify(
      await system.database.query("SELECT encode(token_hash, 'escape') AS hash FROM staff_device"),
    );
    expect(stored).not.toContain(token);
    const hashes = await system.database.query(
      `SELECT 1 FROM staff_device WHERE token_hash = sha256(convert_to($1, 'UTF8'))`,
      [token],
    );
    expect(hashes).toHaveLength(1);
  });

  it('should replace an existing session of the browser', async () => {
    const first = await signIn('mona', PASSWORD, OFFICE);
    const old = first.headers.getSetCookie()[0]!.split(';')[0]!;
    const fixed = new Client(system.url, old);
    expect((await fixed.get('/api/v1/session')).status).toBe(200);
    const again = await signIn('mona', PASSWORD, OFFICE, `${old}; ${deviceOf(first)}`);
    expect(again.status).toBe(200);
    expect((await fixed.get('/api/v1/session')).status).toBe(401);
  });
});
