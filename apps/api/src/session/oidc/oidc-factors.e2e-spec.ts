import { Client } from '../../../../../test/support/client.js';
import { freePort } from '../../../../../test/support/free-port.js';
import { IdentityProvider } from '../../../../../test/support/identity-provider.js';
import { SignInBrowser } from '../../../../../test/support/sign-in-browser.js';
import { startSystem, type TestSystem } from '../../../../../test/support/system.js';
import { appCode } from '../../../../../test/support/totp-app.js';

const STEP = '/api/v1/session/oidc/second-factor';

describe('second factors and confirmation after a sign-in at the provider', () => {
  let system: TestSystem;
  let idp: IdentityProvider;
  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    idp = await IdentityProvider.start(url);
    system = await startSystem(
      { mona: {}, omar: {}, root: { role: 'administrator' } },
      { env: { ...idp.settings, PORT: String(port), PUBLIC_URL: url } },
    );
  });
  afterAll(async () => {
    await system?.stop();
    await idp?.stop();
  });

  const visit = async (
    name: string,
    amr = ['pwd'],
    browser = new SignInBrowser(system.url),
    path?: string,
  ) => {
    idp.person = { sub: `subject of ${name}`, email: `${name}@test.example`, email_verified: true, amr };
    const answer = await browser.signIn(path);
    const code = answer.status === 303 ? null : ((await answer.json()) as { code: string }).code;
    const client = new Client(system.url, browser.cookie('wasl_session'));
    return {
      browser,
      status: answer.status,
      code,
      client,
      session: (await client.get('/api/v1/session')).body,
    };
  };

  it('should enrol whose role requires a factor, unless the provider asked for one', async () => {
    await system.database.query(`INSERT INTO second_factor_role (role) VALUES ('agent')`);
    expect((await visit('omar')).session).toMatchObject({ mustEnrol: true });
    expect((await visit('omar', ['pwd', 'mfa'])).session.mustEnrol).toBeUndefined();
    await system.database.query(`DELETE FROM second_factor_role WHERE role = 'agent'`);
  });

  it('should ask for the own factor of an account before there is a session', async () => {
    const first = await visit('mona');
    const { secret } = (await first.client.post('/api/v1/me/otp')).body as { secret: string };
    await first.client.post('/api/v1/me/otp/confirm', { code: appCode(secret) });
    const waiting = await visit('mona');
    expect([waiting.status, waiting.code, waiting.browser.cookie('wasl_session')]).toEqual([
      401,
      'session.otp_required',
      undefined,
    ]);
    const cookie = waiting.browser.cookie('wasl_oidc')!;
    const otp = appCode(secret, 1);
    // Another browser has no step to finish, and a wrong code finishes none.
    expect((await system.anonymous.post(STEP, { otp })).body.code).toBe('oidc.state');
    const holder = new Client(system.url, cookie);
    expect((await holder.post(STEP, { otp: '000000' })).body.code).toBe('session.wrong');
    const done = await holder.post(STEP, { otp });
    expect([done.status, done.body.user]).toEqual([200, expect.objectContaining({ name: 'mona' })]);
    expect((await holder.post(STEP, { otp })).body.code).toBe('oidc.state');
    const [row] = await system.database.query<{ factor: string; sid: string | null }>(
      `SELECT second_factor AS factor, oidc_sid AS sid FROM staff_session ORDER BY created_at DESC LIMIT 1`,
    );
    expect(row).toEqual({ factor: 'totp', sid: expect.any(String) });
    // A logout at the provider also ends a step that still waits.
    const another = await visit('mona');
    const body = new URLSearchParams({ logout_token: await idp.logoutToken({ sub: 'subject of mona' }) });
    await fetch(`${system.url}/api/v1/session/oidc/backchannel-logout`, { method: 'POST', body });
    const late = new Client(system.url, another.browser.cookie('wasl_oidc'));
    expect((await late.post(STEP, { otp: appCode(secret, 1) })).body.code).toBe('oidc.state');
    expect((await visit('mona', ['mfa'])).status).toBe(303);
  });

  it('should confirm who is there by a fresh sign-in of the same person', async () => {
    const root = await visit('root');
    const sensitive = () => root.client.put('/api/v1/admin/second-factor', { roles: [] });
    const confirm = (name: string) =>
      visit(name, ['pwd'], root.browser, '/api/v1/session/oidc/confirm?returnTo=/admin/users');
    expect((await sensitive()).status).toBe(200);
    await system.database.query(`UPDATE staff_session SET confirmed_at = now() - interval '11 minutes'`);
    expect((await sensitive()).body.code).toBe('session.confirm_required');
    // Somebody else at the provider
    root.browser.forget(idp.issuer);
    expect((await confirm('omar')).code).toBe('oidc.not_confirmed');
    root.browser.forget(idp.issuer);
    expect((await sensitive()).body.code).toBe('session.confirm_required');
    // The provider says that the person proved who they are long ago.
    idp.tamper = (claims) => ({ ...claims, auth_time: claims.iat! - 3_600 });
    expect((await confirm('root')).code).toBe('oidc.not_confirmed');
    idp.tamper = null;
    expect((await confirm('root')).status).toBe(303);
    expect((await sensitive()).status).toBe(200);
  });

  it.each([
    ['long ago', (claims: Record<string, unknown>) => ({ ...claims, auth_time: 1_700_000_000 })],
    ['at an unknown time', ({ auth_time: _, ...claims }: Record<string, unknown>) => claims],
  ])('should not count a sign-in as a confirmation that was made %s', async (_, change) => {
    idp.tamper = change;
    const root = await visit('root');
    idp.tamper = null;
    expect((await root.client.put('/api/v1/admin/second-factor', { roles: [] })).body.code).toBe(
      'session.confirm_required',
    );
  });
});
