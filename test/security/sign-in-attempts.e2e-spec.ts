import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from '../support/client.js';
import { PASSWORD } from '../support/people.js';
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
  /** The device's cookie of an answer. */
  const deviceOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
    answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('wasl_device='))!
      .split(';')[0]!;
  const lock = async (name: string, from = ATTACKER) => {
    await Promise.all(Array.from({ length: 10 }, () => signIn(name, 'wrong', from)));
  };
  /** Wrong passwords that were compared, not only refused. */
  const compared = async () => {
    const [row] = await system.database.query<{ tries: number }>(
      `SELECT coalesce(sum(tries), 0)::int AS tries FROM attempt_budget WHERE key LIKE 'password-stranger:%'`,
    );
    return row!.tries;
  };

  it('should compare no more than the budget, though two hundred come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => signIn('mona', 'wrong', `198.51.100.${n % 100}`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(await compared()).toBe(10);
    expect((await signIn('mona', PASSWORD, ATTACKER)).status).toBe(401);
  });

  it('should never shut out a device that signed in before', async () => {
    const device = deviceOf(await signIn('mona', PASSWORD, OFFICE));
    await system.database.query('DELETE FROM staff_network');
    await lock('mona');
    expect((await signIn('mona', PASSWORD, '192.0.2.77')).status).toBe(401);
    const back = await signIn('mona', PASSWORD, ATTACKER, device);
    expect(back.status).toBe(200);
    // Its cookie has changed; the old one is that of a stranger now.
    expect(deviceOf(back)).not.toBe(device);
    await system.database.query('DELETE FROM staff_network');
    expect((await signIn('mona', PASSWORD, ATTACKER, device)).status).toBe(401);
    expect((await signIn('mona', PASSWORD, ATTACKER, deviceOf(back))).status).toBe(200);
  });

  it('should never shut out a network that the account signed in from before', async () => {
    await signIn('mona', PASSWORD, OFFICE);
    await lock('mona');
    expect((await signIn('mona', PASSWORD, '192.0.2.77')).status).toBe(401);
    expect((await signIn('mona', PASSWORD, OFFICE)).status).toBe(200);
  });

  it('should know a network of the new kind by its /64', async () => {
    await signIn('mona', PASSWORD, '2001:db8:1:2::1');
    await lock('mona', '2001:db8:ffff::1');
    expect((await signIn('mona', PASSWORD, '2001:db8:1:2:aaaa::9')).status).toBe(200);
    expect((await signIn('mona', PASSWORD, '2001:db8:1:3::1')).status).toBe(401);
  });

  it('should give a known device ten tries of its own, and then no more', async () => {
    const device = deviceOf(await signIn('mona', PASSWORD, OFFICE));
    await Promise.all(Array.from({ length: 10 }, () => signIn('mona', 'wrong', OFFICE, device)));
    expect((await signIn('mona', PASSWORD, OFFICE, device)).status).toBe(401);
    // Without the cookie it is a browser in a known network, which nobody has used up.
    expect((await signIn('mona', PASSWORD, OFFICE)).status).toBe(200);
  });

  it('should take the device of one account for a stranger at another, and no forged one', async () => {
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

  it('should keep two accounts known on a machine that they share', async () => {
    const first = deviceOf(await signIn('mona', PASSWORD, OFFICE));
    const shared = deviceOf(await signIn('ali', PASSWORD, OFFICE, first));
    await system.database.query('DELETE FROM staff_network');
    await lock('mona');
    expect((await signIn('mona', PASSWORD, ATTACKER, shared)).status).toBe(200);
  });

  it('should end few passwords against many accounts by their source, without using up the accounts', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => signIn(`nobody${n}`, 'wrong', ATTACKER)));
    const before = await compared();
    await lock('sara');
    expect(await compared()).toBe(before);
    expect((await signIn('sara', PASSWORD, '192.0.2.77')).status).toBe(200);
  });

  it('should answer alike, in shape and time, when there are no tries left', async () => {
    await lock('mona');
    const timed = async (name: string, password: string, from: string) => {
      const began = performance.now();
      const { status, body, headers } = await signIn(name, password, from);
      const names = [...headers.keys()].filter((header) => !header.startsWith('x-ratelimit')).sort();
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

  it('should set a cookie for the device that scripts cannot read, and store only its hash', async () => {
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

  it('should replace the session that the browser had, for whoever has a copy of it', async () => {
    const first = await signIn('mona', PASSWORD, OFFICE);
    const old = first.headers.getSetCookie()[0]!.split(';')[0]!;
    const fixed = new Client(system.url, old);
    expect((await fixed.get('/api/v1/session')).status).toBe(200);
    const again = await signIn('mona', PASSWORD, OFFICE, `${old}; ${deviceOf(first)}`);
    expect(again.status).toBe(200);
    expect((await fixed.get('/api/v1/session')).status).toBe(401);
  });
});
