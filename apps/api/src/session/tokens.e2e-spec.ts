import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { waitFor } from '#wasl/testing';

const DAY_MS = 86_400_000;
const TOKENS = '/api/v1/tokens';

describe('API tokens', () => {
  let system: TestSystem;
  let root: Client;
  beforeAll(async () => {
    system = await startSystem(
      { root: { role: 'administrator' }, boss: { role: 'administrator' } },
      { env: { API_TOKEN_MAX_DAYS: '30', TRUST_PROXY: '1' } },
    );
    root = await system.signInAs('root');
  });
  afterAll(() => system.stop());

  const make = (body: object, by = root) => by.post(TOKENS, { name: 'a program', permissions: [], ...body });
  const call = (token: unknown, path = '/api/v1/queues', from = '192.0.2.1') =>
    system.anonymous.get(path, { authorization: `Bearer ${String(token)}`, 'x-forwarded-for': from });
  const listed = async (id: unknown) =>
    ((await root.get(TOKENS)).body.data as Record<string, unknown>[]).find((one) => one.id === id);

  it('should expire after the configured days, or earlier when requested', async () => {
    const { body } = await make({ permissions: ['queue.read'] });
    const days = (Date.parse(body.expiresAt as string) - Date.parse(body.createdAt as string)) / DAY_MS;
    expect(days).toBe(30);
    const soon = new Date(Date.now() + DAY_MS).toISOString();
    expect((await make({ expiresAt: soon })).body.expiresAt).toBe(soon);
    const late = new Date(Date.now() + 31 * DAY_MS).toISOString();
    expect((await make({ expiresAt: late })).body.errors).toMatchObject([
      { path: 'expiresAt', code: 'range_too_long' },
    ]);
    const past = new Date(Date.now() - 1000).toISOString();
    expect((await make({ expiresAt: past })).body.errors).toMatchObject([{ path: 'expiresAt' }]);
  });

  it('should be refused after expiry', async () => {
    const { body } = await make({ permissions: ['queue.read'] });
    expect((await call(body.token)).status).toBe(200);
    await system.database.query('UPDATE api_token SET expires_at = now() WHERE id = $1', [body.id]);
    expect((await call(body.token)).status).toBe(401);
  });

  it('should be listed with its owner and last use, and be shown once', async () => {
    const made = await make({ permissions: ['queue.read'] });
    expect(made.headers.get('cache-control')).toBe('no-store');
    expect(await listed(made.body.id)).toMatchObject({ owner: 'root', lastUsedAt: null });
    await call(made.body.token);
    await waitFor(async () => (await listed(made.body.id))?.lastUsedAt != null, {
      what: 'its use to be noted',
    });
    expect(JSON.stringify((await root.get(TOKENS)).body)).not.toContain(made.body.token as string);
    expect((await root.delete(`${TOKENS}/${String(made.body.id)}`)).status).toBe(204);
    expect((await call(made.body.token)).status).toBe(401);
    expect(await listed(made.body.id)).toBeUndefined();
  });

  it('should never exceed the current permissions of their creator', async () => {
    const boss = await system.signInAs('boss');
    const { body } = await make({ permissions: ['queue.read', 'admin.users'] }, boss);
    expect((await call(body.token, '/api/v1/admin/users')).status).toBe(200);
    await system.database.query(`UPDATE staff SET role = 'agent' WHERE email = 'boss@test.example'`);
    expect((await call(body.token, '/api/v1/admin/users')).status).toBe(403);
    expect((await call(body.token)).status).toBe(200);
    await system.database.query(`UPDATE staff SET disabled_at = now() WHERE email = 'boss@test.example'`);
    expect((await call(body.token)).status).toBe(401);
  });

  it('should not create a token with more permissions', async () => {
    const { body } = await make({ permissions: ['token.manage'] });
    const headers = { authorization: `Bearer ${String(body.token)}` };
    const more = { name: 'more', permissions: ['admin.users'] };
    expect((await system.anonymous.post(TOKENS, more, headers)).status).toBe(403);
    expect((await make({ permissions: ['no.such'] })).status).toBe(400);
  });

  it.each([
    ['a token', (from: string) => call('wrong', '/api/v1/queues', from)],
    [
      'the address of the exchange',
      (from: string) => system.anonymous.post('/api/v1/cti/wrong-token', {}, { 'x-forwarded-for': from }),
    ],
    [
      'a link that sets a password',
      (from: string) =>
        system.anonymous.post('/api/v1/session/link', { token: 'wrong' }, { 'x-forwarded-for': from }),
    ],
  ])('should be guessed thirty times by one source and no more: %s', async (_, guess) => {
    const answers = await Promise.all(Array.from({ length: 40 }, () => guess('198.51.100.9')));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect((await guess('198.51.100.10')).status).not.toBe(429);
  });

  it('should not count correct tokens as attempts, nor lock other sources', async () => {
    const { body } = await make({ permissions: ['queue.read'] });
    for (let n = 0; n < 40; n++) expect((await call(body.token)).status).toBe(200);
    await Promise.all(Array.from({ length: 40 }, () => call('wrong', '/api/v1/queues', '198.51.100.77')));
    expect((await call(body.token, '/api/v1/queues', '198.51.100.77')).status).toBe(429);
    expect((await call(body.token)).status).toBe(200);
  });
});
