import { Client } from '../../../../../test/support/client.js';
import { freePort } from '../../../../../test/support/free-port.js';
import { IdentityProvider, type ProviderPerson } from '../../../../../test/support/identity-provider.js';
import { SignInBrowser } from '../../../../../test/support/sign-in-browser.js';
import { startSystem, type TestSystem } from '../../../../../test/support/system.js';
import { waitFor } from '#wasl/testing';

const BEGIN = '/api/v1/session/oidc';

describe('signing in through an identity provider', () => {
  let system: TestSystem;
  let idp: IdentityProvider;
  let second: string;
  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    idp = await IdentityProvider.start(url);
    system = await startSystem(
      { mona: {}, ali: {}, sana: {}, zain: {}, omar: {}, root: { role: 'administrator' } },
      { env: { ...idp.settings, PORT: String(port), PUBLIC_URL: url } },
    );
    second = await system.startApi();
  });
  afterAll(async () => {
    await system?.stop();
    await idp?.stop();
  });
  afterEach(() => {
    idp.tamper = null;
    idp.fault = null;
  });

  const browser = () => new SignInBrowser(system.url);
  const person = (name: string, more: Partial<ProviderPerson> = {}): ProviderPerson => ({
    sub: `subject of ${name}`,
    email: system.people[name]?.email ?? `${name}@test.example`,
    email_verified: true,
    ...more,
  });
  const signIn = async (who: ProviderPerson, path = BEGIN, headers = {}) => {
    idp.person = who;
    const mine = browser();
    const answer = await mine.signIn(path, headers);
    const cookie = mine.cookie('wasl_session');
    return { status: answer.status, answer, mine, client: new Client(system.url, cookie), cookie };
  };
  const refusal = async (who: ProviderPerson) => {
    const { answer, cookie } = await signIn(who);
    return [answer.status, ((await answer.json()) as { code: string }).code, cookie];
  };
  const lastAudit = async (action: string) => {
    await system.waitUntilIdle();
    const [row] = await system.database.query<{ target: string | null; detail: Record<string, unknown> }>(
      `SELECT target_id AS target, detail FROM audit_entry WHERE action = $1 ORDER BY seq DESC LIMIT 1`,
      [action],
    );
    return row;
  };
  const idOf = (name: string) => system.people[name]!.id;

  it('should link the subject of a verified mail, and know it from then on', async () => {
    const first = await signIn(person('mona'), `${BEGIN}?returnTo=${encodeURIComponent('/tickets?q=1')}`);
    expect([first.status, first.answer.headers.get('location')]).toEqual([303, '/tickets?q=1']);
    expect(first.answer.headers.get('cache-control')).toBe('no-store');
    const session = await first.client.get('/api/v1/session');
    expect(session.body.user).toMatchObject({ email: 'mona@test.example', role: 'agent' });
    // The subject counts, whatever mail it has by now.
    const again = await signIn(person('mona', { email: 'married@elsewhere.example', email_verified: false }));
    expect((await again.client.get('/api/v1/session')).body.user).toMatchObject({ id: idOf('mona') });
    // Somebody else who got the address at the provider later is not let in.
    expect(await refusal(person('mona', { sub: 'another subject' }))).toEqual([
      403,
      'oidc.unknown_user',
      undefined,
    ]);
    expect((await signIn(person('mona'))).status).toBe(303);
  });

  it('should refuse unverified mails, strangers and disabled accounts, and record why', async () => {
    const unknown = [403, 'oidc.unknown_user', undefined];
    expect(await refusal(person('ali', { email_verified: false }))).toEqual(unknown);
    expect(await refusal(person('ali', { email: undefined }))).toEqual(unknown);
    expect(await refusal(person('stranger'))).toEqual(unknown);
    await signIn(person('ali'));
    await system.database.query('UPDATE staff SET disabled_at = now() WHERE id = $1', [idOf('ali')]);
    expect(await refusal(person('ali'))).toEqual(unknown);
    await system.database.query('UPDATE staff SET disabled_at = NULL WHERE id = $1', [idOf('ali')]);
    expect((await signIn(person('ali'))).status).toBe(303);
    await system.startWorker();
    await system.waitUntilIdle();
    const rows = await system.database.query<{ reason: string; target: string | null }>(
      `SELECT detail->>'reason' AS reason, target_id AS target FROM audit_entry
        WHERE action = 'session.failed' ORDER BY seq DESC LIMIT 4`,
    );
    expect(rows.map(({ reason, target }) => [reason, target])).toEqual([
      ['disabled', idOf('ali')],
      ['no_account', null],
      ['email_not_verified', null],
      ['email_not_verified', null],
    ]);
    expect((await lastAudit('session.started'))?.detail).toMatchObject({ by: 'oidc' });
  });

  it('should take each state once, and only from the browser that began', async () => {
    idp.person = person('sana');
    const mine = browser();
    const callback = await mine.goToProvider();
    // Without the cookie, and with the cookie of another browser: this is how login CSRF would come.
    const other = browser();
    await other.goToProvider();
    for (const stranger of [browser(), other]) {
      const answer = await stranger.request(callback);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'oidc.state']);
      expect(stranger.cookie('wasl_session')).toBeUndefined();
    }
    const forged = new URL(callback);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect((await mine.request(forged.href)).status).toBe(401);
    // Another process than the one that began finishes it.
    const finished = await mine.request(callback.replace(system.url, second), {
      headers: { cookie: mine.cookie('wasl_oidc')! },
    });
    expect(finished.status).toBe(303);
    expect(((await (await mine.request(callback)).json()) as { code: string }).code).toBe('oidc.state');
  });

  it('should let only one of concurrent answers in', async () => {
    idp.person = person('sana');
    const mine = browser();
    const callback = await mine.goToProvider();
    const headers = { cookie: mine.cookie('wasl_oidc')! };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => fetch(callback, { headers, redirect: 'manual' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401, 401, 401]);
  });

  it.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['another nonce', (claims) => ({ ...claims, nonce: 'another' })],
    ['no nonce', ({ nonce: _, ...claims }) => claims],
    ['another issuer', (claims) => ({ ...claims, iss: 'https://other.example' })],
    ['another audience', (claims) => ({ ...claims, aud: 'another-client' })],
    ['an end in the past', (claims) => ({ ...claims, exp: 1_700_000_000 })],
  ])('should refuse an ID token with %s', async (_, change) => {
    idp.tamper = change;
    expect(await refusal(person('mona'))).toEqual([401, 'oidc.failed', undefined]);
  });

  it('should refuse an answer that another issuer gave', async () => {
    idp.person = person('mona');
    const mine = browser();
    const callback = new URL(await mine.goToProvider());
    expect(callback.searchParams.get('iss')).toBe(idp.issuer);
    callback.searchParams.set('iss', 'https://mixed-up.example');
    const answer = await mine.request(callback.href);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'oidc.failed']);
  });

  it('should return to paths of the console alone', async () => {
    for (const path of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/%09/evil.example\t',
      'javascript:alert(1)',
      '/api/v1/session/oidc',
      'tickets',
      '/a b',
      '/a#b',
    ]) {
      const answer = await browser().request(`${system.url}${BEGIN}?returnTo=${encodeURIComponent(path)}`);
      expect([path, answer.status]).toEqual([path, 400]);
    }
    const twice = await browser().request(`${system.url}${BEGIN}?returnTo=/a&returnTo=/b`);
    expect(twice.status).toBe(400);
  });

  it('should show refusals to browsers as a page in their language, with the same status', async () => {
    const { answer } = await signIn(person('stranger'), `${BEGIN}?returnTo=/reports`, {
      accept: 'text/html,application/xhtml+xml',
      'accept-language': 'ar',
    });
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain('lang="ar" dir="rtl"');
    expect(page).toContain('url=/reports#sign-in=oidc.unknown_user');
  });

  it('should tell when the provider is down, in bounded time, and go on when it is back', async () => {
    const ready = await system.anonymous.get('/health/live');
    expect(ready.status).toBe(200);
    idp.person = person('mona');
    const mine = browser();
    const callback = await mine.goToProvider();
    idp.fault = 'down';
    const answer = await mine.request(callback, { headers: { 'accept-language': 'ar' } });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      503,
      'oidc.unavailable',
    ]);
    const callbackAgain = await (async () => {
      idp.fault = null;
      return mine.goToProvider();
    })();
    idp.fault = 'hanging';
    const began = performance.now();
    expect((await mine.request(callbackAgain)).status).toBe(503);
    expect(performance.now() - began).toBeLessThan(30_000);
    idp.fault = null;
    expect((await signIn(person('mona'))).status).toBe(303);
  });

  it('should start without the provider and find it later', async () => {
    idp.fault = 'down';
    const late = await system.startApi();
    const begin = () => fetch(`${late}${BEGIN}`, { redirect: 'manual' });
    const refused = await begin();
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      503,
      'oidc.unavailable',
    ]);
    const asked = idp.requests;
    await Promise.all(Array.from({ length: 20 }, begin));
    // Callers in the time after a failure do not knock as well.
    expect(idp.requests - asked).toBeLessThan(5);
    idp.fault = null;
    await waitFor(async () => (await begin()).status === 303, {
      what: 'the provider to be found',
    });
  });

  it('should unlink an account, which ends the sessions that it opened', async () => {
    const root = await system.signInAs('root');
    const zain = await signIn(person('zain'));
    await zain.client.connect();
    const byPassword = await system.signInAs('zain');
    const path = `/api/v1/admin/users/${idOf('zain')}`;
    expect((await root.get(path)).body.identity).toEqual({
      linkedAt: expect.stringMatching(/Z$/),
      lastSignInAt: expect.stringMatching(/Z$/),
    });
    expect((await byPassword.delete(`${path}/identity`)).status).toBe(403);
    expect((await root.delete(`${path}/identity`)).status).toBe(204);
    expect((await root.delete(`${path}/identity`)).body.code).toBe('oidc.not_linked');
    expect((await root.get(path)).body.identity).toBeNull();
    expect((await zain.client.get('/api/v1/session')).status).toBe(401);
    await waitFor(() => !zain.client.isConnected, { what: 'the socket to end' });
    expect((await byPassword.get('/api/v1/session')).status).toBe(200);
    expect(await lastAudit('user.unlinked')).toMatchObject({ target: idOf('zain') });
    expect((await signIn(person('zain'))).status).toBe(303);
  });
});
