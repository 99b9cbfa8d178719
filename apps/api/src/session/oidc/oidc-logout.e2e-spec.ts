import { generateKeyPair } from 'jose';
import { waitFor } from '#wasl/testing';
import { Client } from '../../../../../test/support/client.js';
import { freePort } from '../../../../../test/support/free-port.js';
import { CLIENT_SECRET, IdentityProvider } from '../../../../../test/support/identity-provider.js';
import { SignInBrowser } from '../../../../../test/support/sign-in-browser.js';
import { startSystem, type TestSystem } from '../../../../../test/support/system.js';

const PATH = '/api/v1/session/oidc/backchannel-logout';

describe('logout by the identity provider', () => {
  let system: TestSystem;
  let idp: IdentityProvider;
  let second: string;
  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    idp = await IdentityProvider.start(url);
    system = await startSystem(
      { mona: {}, ali: {} },
      { env: { ...idp.settings, PORT: String(port), PUBLIC_URL: url } },
    );
    second = await system.startApi();
  });
  afterAll(async () => {
    await system?.stop();
    await idp?.stop();
  });

  const signIn = async (name: string) => {
    idp.person = { sub: `subject of ${name}`, email: `${name}@test.example`, email_verified: true };
    const browser = new SignInBrowser(system.url);
    await browser.signIn();
    const cookie = browser.cookie('wasl_session');
    const client = new Client(system.url, cookie);
    const [row] = await system.database.query<{ sid: string }>(
      'SELECT oidc_sid AS sid FROM staff_session ORDER BY created_at DESC LIMIT 1',
    );
    return { browser, client, elsewhere: new Client(second, cookie), sid: row!.sid };
  };
  const send = (token: string, more: Record<string, string> = {}) =>
    fetch(`${system.url}${PATH}`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token, ...more }),
    });
  const isOpen = async (client: Client) => (await client.get('/api/v1/session')).status === 200;

  it('should end the session that is named, and its sockets in every process', async () => {
    const mona = await signIn('mona');
    const other = await signIn('mona');
    await mona.client.connect();
    await mona.elsewhere.connect();
    const answer = await send(await idp.logoutToken({ sid: mona.sid }));
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    await waitFor(() => !mona.client.isConnected && !mona.elsewhere.isConnected, {
      what: 'the sockets to end',
    });
    expect([await isOpen(mona.client), await isOpen(other.client)]).toEqual([false, true]);
  });

  it('should end all sessions of a subject, but none that a password opened', async () => {
    const one = await signIn('ali');
    const two = await signIn('ali');
    const mona = await signIn('mona');
    const byPassword = await system.signInAs('ali');
    expect((await send(await idp.logoutToken({ sub: 'subject of ali' }))).status).toBe(200);
    const open = [one.client, two.client, mona.client, byPassword].map(isOpen);
    expect(await Promise.all(open)).toEqual([false, false, true, true]);
    // Nothing to end is no error.
    expect((await send(await idp.logoutToken({ sub: 'nobody' }))).status).toBe(200);
  });

  it('should refuse tokens that are forged, wrong, old or used', async () => {
    const mona = await signIn('mona');
    const { sid } = mona;
    const now = Math.floor(Date.now() / 1_000);
    const { privateKey } = await generateKeyPair('RS256');
    const payload = Buffer.from(
      JSON.stringify({ iss: idp.issuer, aud: 'wasl-tests', iat: now, jti: 'x', sid, events: {} }),
    ).toString('base64url');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const used = await idp.logoutToken({ sid: 'another session' });
    expect((await send(used)).status).toBe(200);
    const wrong: [string, string][] = [
      ['another key', await idp.logoutToken({ sid }, privateKey)],
      ['a shared secret', await idp.logoutToken({ sid }, new TextEncoder().encode(CLIENT_SECRET))],
      ['alg none', none],
      ['used', used],
      ['another issuer', await idp.logoutToken({ sid, iss: 'https://other.example' })],
      ['another audience', await idp.logoutToken({ sid, aud: 'another' })],
      ['old', await idp.logoutToken({ sid, iat: now - 3_600, exp: now + 60 })],
      ['expired', await idp.logoutToken({ sid, exp: now - 60 })],
      ['from the future', await idp.logoutToken({ sid, iat: now + 3_600 })],
      ['no jti', await idp.logoutToken({ sid, jti: undefined })],
      ['no iat', await idp.logoutToken({ sid, iat: undefined })],
      ['no events', await idp.logoutToken({ sid, events: undefined })],
      ['other events', await idp.logoutToken({ sid, events: { 'https://other.example': {} } })],
      ['a nonce', await idp.logoutToken({ sid, nonce: 'n' })],
      ['nobody', await idp.logoutToken({})],
      ['no JWT', 'x.y.z'],
      ['nothing', ''],
    ];
    for (const [what, token] of wrong) {
      const answer = await send(token);
      expect([what, answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
        what,
        400,
        'oidc.logout_token',
      ]);
    }
    const json = await system.anonymous.post(PATH, { logout_token: await idp.logoutToken({ sid }) });
    expect(json.status).toBe(415);
    expect(await isOpen(mona.client)).toBe(true);
  });

  it('should come from the provider itself when the person signs out there', async () => {
    const mona = await signIn('mona');
    const left = await mona.browser.request(`${system.url}/api/v1/session/oidc/logout`);
    expect(left.status).toBe(303);
    const page = await mona.browser.request(left.headers.get('location')!);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await page.text())![1]!;
    const done = await mona.browser.request(`${idp.issuer}/session/end/confirm`, {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }),
    });
    expect(done.status).toBe(303);
    await waitFor(async () => !(await isOpen(mona.client)), { what: 'the session to end' });
  });
});
