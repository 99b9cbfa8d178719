import { Client } from '../../../../test/support/client.js';
import { PASSWORD } from '../../../../test/support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { waitFor } from '#wasl/testing';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';
const MINE = '/api/v1/me/sessions';

describe('sessions', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, ali: {}, hala: {}, sana: { role: 'supervisor' }, root: { role: 'administrator' } },
      { env: { TRUST_PROXY: '1', SESSION_IDLE_MINUTES: '30' } },
    );
  });
  afterAll(() => system.stop());

  const signIn = async (name: string, headers: Record<string, string> = {}, password = PASSWORD) => {
    const body = { email: `${name}@test.example`, password };
    const answer = await system.anonymous.post('/api/v1/session', body, headers);
    expect(answer.status).toBe(200);
    return new Client(system.url, answer.headers.getSetCookie()[0]!.split(';')[0]);
  };
  const listed = async (client: Client, path = MINE) =>
    (await client.get(path)).body.data as {
      id: string;
      current: boolean;
      browser: string;
      network: string;
    }[];
  const isOpen = async (client: Client) => (await client.get('/api/v1/session')).status === 200;
  const age = (name: string, minutes: number) =>
    system.database.query(
      `UPDATE staff_session SET last_seen_at = now() - $2 * interval '1 minute' WHERE staff_id = $1`,
      [system.people[name]!.id, minutes],
    );

  it('should be listed with time, network and browser', async () => {
    const desk = await signIn('mona', { 'user-agent': FIREFOX, 'x-forwarded-for': '203.0.113.77' });
    await signIn('mona', { 'user-agent': 'curl/8', 'x-forwarded-for': '2001:db8:1:2::7' });
    const all = await listed(desk);
    expect(all).toHaveLength(2);
    expect(all.find(({ current }) => current)).toEqual({
      id: expect.any(String),
      startedAt: expect.any(String),
      lastSeenAt: expect.any(String),
      endsAt: expect.any(String),
      network: '203.0.113.0/24',
      browser: 'Firefox · Windows',
      current: true,
    });
    expect(all.find(({ current }) => !current)).toMatchObject({ network: '2001:db8:1::/48', browser: '' });
    expect(JSON.stringify(all)).not.toContain('203.0.113.77');
  });

  it('should be ended singly with their sockets, but not those of others', async () => {
    const [here, there, other] = [await signIn('ali'), await signIn('ali'), await signIn('hala')];
    await there.connect();
    const [hers] = await listed(other);
    expect((await here.delete(`${MINE}/${hers!.id}`)).body.code).toBe('session.not_found');
    const target = (await listed(there)).find(({ current }) => current)!;
    expect((await here.delete(`${MINE}/${target.id}`)).status).toBe(204);
    await waitFor(() => !there.isConnected, { what: 'the socket of the ended session to be cut' });
    expect([await isOpen(here), await isOpen(there), await isOpen(other)]).toEqual([true, false, true]);
    expect((await here.delete(`${MINE}/${target.id}`)).status).toBe(404);
  });

  it('should all end except the current one', async () => {
    const [here, ...others] = [await signIn('ali'), await signIn('ali'), await signIn('ali')];
    expect((await here!.delete(MINE)).status).toBe(204);
    expect(await Promise.all([here!, ...others].map(isOpen))).toEqual([true, false, false]);
    expect(await listed(here!)).toHaveLength(1);
  });

  it('should expire when idle; background requests do not extend them', async () => {
    const hala = await signIn('hala');
    await age('hala', 29);
    expect((await hala.get('/api/v1/session', { 'x-wasl-background': '1' })).status).toBe(200);
    const seen = async () =>
      (
        await system.database.query<{ minutes: number }>(
          `SELECT extract(epoch FROM now() - max(last_seen_at))::int / 60 AS minutes
             FROM staff_session WHERE staff_id = $1`,
          [system.people.hala!.id],
        )
      )[0]!.minutes;
    expect(await seen()).toBe(29);
    expect(await isOpen(hala)).toBe(true);
    await waitFor(async () => (await seen()) === 0, { what: 'the use to be noted' });
    await age('hala', 31);
    expect(await isOpen(hala)).toBe(false);
  });

  it('should get a new token after a password change, while the others end', async () => {
    const [here, there] = [await signIn('mona'), await signIn('mona')];
    const next = 'nine lives of a cat';
    const changed = await here.put('/api/v1/me/password', { current: PASSWORD, next });
    expect(changed.status).toBe(204);
    const cookie = changed.headers.getSetCookie()[0]!.split(';')[0]!;
    expect(cookie).not.toBe(here.cookie);
    expect([await isOpen(here), await isOpen(there), await isOpen(new Client(system.url, cookie))]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('should end when permissions change', async () => {
    const [root, hala] = [await signIn('root'), await signIn('hala')];
    const path = `/api/v1/admin/users/${system.people.hala!.id}`;
    const version = (await root.get(path)).body.version as number;
    const changed = await root.patch(path, { role: 'supervisor' }, { 'if-match': `"${version}"` });
    expect(changed.status).toBe(200);
    expect(await isOpen(hala)).toBe(false);
    expect(await isOpen(await signIn('hala'))).toBe(true);
  });

  it('should be seen and ended by administrators', async () => {
    const [root, ali] = [await signIn('root'), await signIn('ali')];
    const path = `/api/v1/admin/users/${system.people.ali!.id}/sessions`;
    expect((await listed(root, path)).length).toBeGreaterThan(0);
    expect((await (await signIn('sana')).get(path)).status).toBe(403);
    expect((await root.delete(path)).status).toBe(204);
    expect([await isOpen(ali), await listed(root, path)]).toEqual([false, []]);
  });

  it('should be possible again after a supervisor unlocks the account', async () => {
    const body = (password: string) => ({ email: 'ali@test.example', password });
    const from = { 'x-forwarded-for': '198.51.100.66' };
    await Promise.all(
      Array.from({ length: 10 }, () => system.anonymous.post('/api/v1/session', body('wrong'), from)),
    );
    expect((await system.anonymous.post('/api/v1/session', body(PASSWORD), from)).status).toBe(401);
    const sana = await signIn('sana');
    const locks = (await sana.get('/api/v1/admin/sign-in-locks')).body.data as { staffId: string }[];
    expect(locks).toMatchObject([{ name: 'ali', from: ['stranger'], until: expect.any(String) }]);
    const path = `/api/v1/admin/sign-in-locks/${system.people.ali!.id}`;
    expect((await sana.delete(path)).status).toBe(204);
    expect((await sana.get('/api/v1/admin/sign-in-locks')).body.data).toEqual([]);
    expect((await sana.delete(path)).body.code).toBe('lock.not_found');
    expect((await system.anonymous.post('/api/v1/session', body(PASSWORD), from)).status).toBe(200);
  });
});
