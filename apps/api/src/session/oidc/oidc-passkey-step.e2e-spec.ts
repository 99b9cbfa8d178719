import { Authenticator, type AuthenticatorOverrides } from '../../../../../test/support/authenticator.js';
import { type Answer, Client } from '../../../../../test/support/client.js';
import { freePort } from '../../../../../test/support/free-port.js';
import { IdentityProvider } from '../../../../../test/support/identity-provider.js';
import { SignInBrowser } from '../../../../../test/support/sign-in-browser.js';
import { startSystem, type TestSystem } from '../../../../../test/support/system.js';

const STEP = '/api/v1/session/oidc/second-factor';

type Asked = { challenge: string; options: never };

describe('a passkey as second step after a sign-in at the provider', () => {
  let system: TestSystem;
  let idp: IdentityProvider;
  let origin: string;
  beforeAll(async () => {
    const port = await freePort();
    // A passkey belongs to a name; an address is none.
    origin = `http://localhost:${port}`;
    idp = await IdentityProvider.start(origin);
    system = await startSystem(
      { mona: {}, omar: {}, sara: {}, huda: {} },
      { env: { ...idp.settings, PORT: String(port), PUBLIC_URL: origin } },
    );
  });
  beforeEach(async () => {
    for (const table of ['attempt_budget', 'rate_limit']) await system.database.query(`DELETE FROM ${table}`);
  });
  afterAll(async () => {
    await system?.stop();
    await idp?.stop();
  });

  /** A sign-in at the provider by password alone, up to the step that is missing. */
  const visit = async (name: string) => {
    idp.person = {
      sub: `subject of ${name}`,
      email: `${name}@test.example`,
      email_verified: true,
      amr: ['pwd'],
    };
    const browser = new SignInBrowser(origin);
    const { status } = await browser.signIn();
    const clientWith = (cookie: string) => new Client(system.url, browser.cookie(cookie));
    return { status, session: clientWith('wasl_session'), holder: clientWith('wasl_oidc') };
  };
  const withPasskey = async (name: string) => {
    const { session } = await visit(name);
    const key = new Authenticator(origin);
    const { challenge, options } = (await session.post('/api/v1/me/passkeys/options')).body as Asked;
    const made = await session.post('/api/v1/me/passkeys', {
      name: 'laptop',
      challenge,
      credential: key.create(options),
    });
    expect(made.status).toBe(201);
    return key;
  };
  const ask = async (holder: Client) => (await holder.post(`${STEP}/options`)).body as Asked;
  const prove = (
    holder: Client,
    key: Authenticator,
    asked: Asked,
    deviation: AuthenticatorOverrides = {},
  ): Promise<Answer> =>
    holder.post(`${STEP}/passkey`, {
      challenge: asked.challenge,
      credential: key.get(asked.options, deviation),
    });
  const sessionsOf = (name: string) =>
    system.database.query<{ factor: string | null; sid: string | null }>(
      `SELECT second_factor AS factor, oidc_sid AS sid FROM staff_session WHERE staff_id = $1 ORDER BY created_at`,
      [system.people[name]!.id],
    );

  it('should open the session that a password alone does not', async () => {
    const key = await withPasskey('mona');
    const before = await sessionsOf('mona');
    const { status, holder } = await visit('mona');
    expect([status, await sessionsOf('mona')]).toEqual([401, before]);
    const asked = await ask(holder);
    // It is asked for keys of this person alone.
    expect(asked.options).toMatchObject({ rpId: 'localhost', allowCredentials: [{ id: key.id }] });
    const done = await prove(holder, key, asked);
    expect([done.status, done.body.user]).toEqual([200, expect.objectContaining({ name: 'mona' })]);
    expect((await sessionsOf('mona')).at(-1)).toEqual({ factor: 'passkey', sid: expect.any(String) });
    const cookie = done.headers.getSetCookie().find((one) => one.startsWith('wasl_session='))!;
    const opened = new Client(system.url, cookie.split(';')[0]);
    expect((await opened.get('/api/v1/session')).body.user).toMatchObject({ name: 'mona' });
    // The step was taken: neither the same answer nor another finishes it again.
    expect((await prove(holder, key, asked)).body.code).toBe('oidc.state');
    expect((await holder.post(`${STEP}/options`)).body.code).toBe('oidc.state');
  });

  it('should not be opened by another key, another challenge or another browser', async () => {
    const key = await withPasskey('omar');
    const sara = await withPasskey('sara');
    const before = await sessionsOf('omar');
    const { holder } = await visit('omar');
    const refusalOf = async (answer: Promise<Answer>) => (await answer).body.code;
    const wrong = 'session.passkey_wrong';
    const unknown = new Authenticator(origin);
    expect(await refusalOf(prove(holder, unknown, await ask(holder), { userHandle: 'bm9ib2R5' }))).toBe(
      wrong,
    );
    // Somebody else's key, also with a challenge that was made for them
    expect(await refusalOf(prove(holder, sara, await ask(holder)))).toBe(wrong);
    const other = await visit('sara');
    expect(await refusalOf(prove(holder, sara, await ask(other.holder)))).toBe(wrong);
    // Answers that were meant for another site, or for another question
    for (const deviation of [
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { challenge: 'bm9uZQ' },
    ])
      expect(await refusalOf(prove(holder, key, await ask(holder), deviation))).toBe(wrong);
    // A challenge of this step in a browser that has none
    expect(await refusalOf(prove(system.anonymous, key, await ask(holder)))).toBe('oidc.state');
    expect(await sessionsOf('omar')).toEqual(before);
  });

  it('should take a challenge once, whether its answer was right or not', async () => {
    const key = await withPasskey('huda');
    const { holder } = await visit('huda');
    const asked = await ask(holder);
    const { body } = await prove(holder, key, asked, { origin: 'https://evil.example' });
    expect(body.code).toBe('session.passkey_wrong');
    expect((await prove(holder, key, asked)).body.code).toBe('session.passkey_wrong');
    // After the sign-in at the provider it is enough that somebody touched the key, as after a password.
    expect((await prove(holder, key, await ask(holder), { verified: false })).status).toBe(200);
  });
});
