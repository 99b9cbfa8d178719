import { Client } from '../../../../../test/support/client.js';
import { freePort } from '../../../../../test/support/free-port.js';
import { IdentityProvider, type ProviderPerson } from '../../../../../test/support/identity-provider.js';
import { SignInBrowser } from '../../../../../test/support/sign-in-browser.js';
import { startSystem, type TestSystem } from '../../../../../test/support/system.js';

describe('signing in through an identity provider', () => {
  let system: TestSystem;
  let idp: IdentityProvider;
  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    idp = await IdentityProvider.start(url);
    system = await startSystem(
      { mona: {}, ali: {}, sana: {}, zain: {}, root: { role: 'administrator' } },
      { env: { ...idp.settings, PORT: String(port), PUBLIC_URL: url } },
    );
  });
  afterAll(async () => {
    await system?.stop();
    await idp?.stop();
  });

  const browser = () => new SignInBrowser(system.url);
  const person = (name: string, more: Partial<ProviderPerson> = {}): ProviderPerson => ({
    sub: `subject of ${name}`,
    email: system.people[name]?.email ?? `${name}@test.example`,
    email_verified: true,
    ...more,
  });

  it('should sign in whom a verified mail names', async () => {
    idp.person = person('mona');
    const mine = browser();
    const answer = await mine.signIn('/api/v1/session/oidc?returnTo=%2Ftickets%3Fq%3D1');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/tickets?q=1']);
    const session = await new Client(system.url, mine.cookie('wasl_session')).get('/api/v1/session');
    expect(session.body.user).toMatchObject({ email: 'mona@test.example', role: 'agent' });
  });
});
