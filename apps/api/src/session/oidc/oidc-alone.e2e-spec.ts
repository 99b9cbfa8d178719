import { Client } from '../../../../../test/support/client.js';
import { freePort } from '../../../../../test/support/free-port.js';
import { IdentityProvider, type ProviderPerson } from '../../../../../test/support/identity-provider.js';
import { PASSWORD } from '../../../../../test/support/seed-contact-centre.js';
import { SignInBrowser } from '../../../../../test/support/sign-in-browser.js';
import { startSystem, type TestSystem } from '../../../../../test/support/system.js';
import { waitFor } from '#wasl/testing';

const METHODS = '/api/v1/session/methods';

describe('an identity provider that keeps accounts and roles, without passwords', () => {
  let system: TestSystem;
  let idp: IdentityProvider;
  beforeAll(async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    idp = await IdentityProvider.start(url);
    system = await startSystem(
      {
        mona: {},
        boss: { role: 'supervisor' },
        root: { role: 'administrator' },
        glass: { role: 'administrator' },
      },
      {
        worker: true,
        env: {
          ...idp.settings,
          OIDC_ROLE_CLAIM: 'roles',
          OIDC_ROLES: 'wasl-agents=agent, cn=bosses=supervisor,wasl-admins=administrator',
          OIDC_PROVISION: '1',
          OIDC_LABEL: 'ar=حساب الوزارة;en=Ministry account',
          PASSWORD_SIGN_IN: '0',
          BREAK_GLASS_EMAIL: 'Glass@test.example',
          PORT: String(port),
          PUBLIC_URL: url,
        },
      },
    );
  });
  afterAll(async () => {
    await system?.stop();
    await idp?.stop();
  });

  const signIn = async (name: string, roles: string[] | undefined, more: Partial<ProviderPerson> = {}) => {
    idp.person = {
      sub: `subject of ${name}`,
      email: `${name}@test.example`,
      email_verified: true,
      name: `The ${name}`,
      roles,
      ...more,
    };
    const browser = new SignInBrowser(system.url);
    const answer = await browser.signIn();
    const client = new Client(system.url, browser.cookie('wasl_session'));
    const code = answer.status === 303 ? null : ((await answer.json()) as { code: string }).code;
    return { status: answer.status, code, client, user: (await client.get('/api/v1/session')).body.user };
  };
  const auditOf = async (action: string) => {
    await system.waitUntilIdle();
    return system.database.query<{ detail: Record<string, unknown>; actor: string | null; target: string }>(
      `SELECT detail, actor_id AS actor, target_id AS target FROM audit_entry WHERE action = $1 ORDER BY seq DESC`,
      [action],
    );
  };

  it('should tell the sign-in page what there is', async () => {
    expect((await system.anonymous.get(METHODS)).body).toEqual({
      password: false,
      oidc: true,
      label: { ar: 'حساب الوزارة', en: 'Ministry account' },
    });
  });

  it('should create an account with the role of the claim, once', async () => {
    const made = await signIn('layla', ['other', 'cn=bosses', 'wasl-agents']);
    expect(made.user).toMatchObject({
      email: 'layla@test.example',
      name: 'The layla',
      role: 'supervisor',
    });
    expect((await signIn('layla', ['cn=bosses'])).user).toMatchObject({
      id: (made.user as { id: string }).id,
    });
    const [created] = await auditOf('user.created');
    expect(created).toMatchObject({ actor: null, detail: { role: 'supervisor', by: 'oidc' } });
  });

  it('should create one account for concurrent sign-ins of one person', async () => {
    idp.person = { sub: 'twice', email: 'twice@test.example', email_verified: true, roles: ['wasl-agents'] };
    const browsers = [1, 2, 3].map(() => new SignInBrowser(system.url));
    const callbacks: string[] = [];
    for (const browser of browsers) callbacks.push(await browser.goToProvider());
    const answers = await Promise.all(browsers.map((browser, n) => browser.request(callbacks[n]!)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(
      await system.database.query(`SELECT 1 FROM staff WHERE email = 'twice@test.example'`),
    ).toHaveLength(1);
  });

  it('should create nobody without a role, or without a verified mail', async () => {
    const before = await system.database.query('SELECT 1 FROM staff');
    for (const roles of [undefined, [], ['agent'], ['constructor'], ['WASL-AGENTS']])
      expect(await signIn('nobody', roles)).toMatchObject({ status: 403, code: 'oidc.no_role' });
    expect(await signIn('nobody', ['wasl-agents'], { email_verified: false })).toMatchObject({
      status: 403,
      code: 'oidc.unknown_user',
    });
    expect(await system.database.query('SELECT 1 FROM staff')).toHaveLength(before.length);
  });

  it('should follow the claim at each sign-in, and end sessions that had the old role', async () => {
    const agent = await signIn('mona', ['wasl-agents']);
    await agent.client.connect();
    const risen = await signIn('mona', ['wasl-admins']);
    expect(risen.user).toMatchObject({ role: 'administrator' });
    expect((await agent.client.get('/api/v1/session')).status).toBe(401);
    await waitFor(() => !agent.client.isConnected, { what: 'the socket to end' });
    expect((await signIn('mona', ['wasl-agents'])).user).toMatchObject({ role: 'agent' });
    const changes = await auditOf('user.changed');
    expect(changes.map(({ detail }) => [detail.roleFrom, detail.roleTo, detail.by])).toEqual([
      ['administrator', 'agent', 'oidc'],
      ['agent', 'administrator', 'oidc'],
    ]);
    // Whose role was taken at the provider has no access.
    expect(await signIn('mona', [])).toMatchObject({ status: 403, code: 'oidc.no_role' });
  });

  it('should refuse passwords of all but the break-glass account, whose use is told to administrators', async () => {
    for (const email of ['boss@test.example', 'nobody@nowhere.example']) {
      const answer = await system.anonymous.post('/api/v1/session', { email, password: PASSWORD });
      expect([answer.status, answer.body.code]).toEqual([403, 'session.password_off']);
    }
    const wrong = { email: 'glass@test.example', password: 'a wrong password' };
    expect((await system.anonymous.post('/api/v1/session', wrong)).body.code).toBe('session.wrong');
    await signIn('chief', ['wasl-admins']);
    const glass = await Client.signIn(system.url, 'GLASS@test.example', PASSWORD);
    expect((await glass.get('/api/v1/session')).body.user).toMatchObject({ role: 'administrator' });
    expect(await auditOf('session.break_glass')).toMatchObject([{ target: system.people.glass!.id }]);
    const told = await waitFor(
      async () => {
        const mails = await system.database.query<{ recipient: string; subject: string }>(
          `SELECT recipient, subject FROM outgoing_mail WHERE event_id LIKE 'break-glass-%' ORDER BY recipient`,
        );
        return mails.length >= 3 && mails;
      },
      { what: 'the administrators to be told' },
    );
    expect(told.map(({ recipient }) => recipient)).toEqual([
      'chief@test.example',
      'glass@test.example',
      'root@test.example',
    ]);
  });

  it('should not let the provider into the break-glass account', async () => {
    expect(await signIn('glass', ['wasl-agents'])).toMatchObject({ status: 403, code: 'oidc.unknown_user' });
    const [glass] = await system.database.query(`SELECT role FROM staff WHERE email = 'glass@test.example'`);
    expect(glass).toEqual({ role: 'administrator' });
  });

  it('should send links to set a password to the break-glass account alone', async () => {
    for (const name of ['boss', 'glass'])
      await system.anonymous.post('/api/v1/session/password-reset', { email: `${name}@test.example` });
    const links = await system.database.query(
      `SELECT s.name FROM staff_link l JOIN staff s ON s.id = l.staff_id`,
    );
    expect(links).toEqual([{ name: 'glass' }]);
  });
});
