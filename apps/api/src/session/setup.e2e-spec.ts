import { AdministratorAccess, SetupLinks } from '#wasl/identity';
import { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const GOOD = 'nine lives of a cat';
const PERSON = { name: 'نورة الخليفة', email: 'Noura@Test.example', language: 'ar', password: GOOD };

describe('an installation without staff', () => {
  let system: TestSystem;
  beforeAll(async () => (system = await startSystem({}, { worker: true })));
  afterAll(() => system.stop());

  const makeLink = async () => (await system.api.get(SetupLinks).make())!.url.split('#')[1]!;
  const look = (token: string) => system.anonymous.post('/api/v1/setup/link', { token });
  const use = (token: string, more: object = {}) =>
    system.anonymous.post('/api/v1/setup', { token, ...PERSON, ...more });
  const audit = async (by: Client) => {
    await system.waitUntilIdle();
    const { body } = await by.get('/api/v1/admin/audit?page[size]=100');
    return body.data as { action: string; actor: unknown; detail: Record<string, unknown> }[];
  };

  it('should keep only the hash of the latest link, which expires', async () => {
    const first = await makeLink();
    expect(first).toMatch(/^[\w-]{43}$/);
    const token = await makeLink();
    expect([(await look(first)).status, (await look(token)).status]).toEqual([404, 204]);
    const stored = JSON.stringify(await system.database.query('SELECT * FROM staff_setup_link'));
    expect(stored).not.toContain(token);
    await system.database.query('UPDATE staff_setup_link SET expires_at = now()');
    expect((await use(token)).body.code).toBe('link.gone');
  });

  it('should limit guesses', async () => {
    const statuses = [];
    for (let n = 0; n < 40; n++) statuses.push((await look(`guess ${n}`)).status);
    expect([statuses.includes(429), statuses.includes(204)]).toEqual([true, false]);
    await system.database.query('DELETE FROM attempt_budget');
  });

  it('should make one administrator, once, under the rules for passwords', async () => {
    const token = await makeLink();
    for (const [password, code] of [
      ['short', 'too_short'],
      ['password1234', 'common_password'],
      ['noura@test.example', 'personal_password'],
    ])
      expect((await use(token, { password })).body.errors).toMatchObject([{ path: 'password', code }]);
    expect((await use(token, { role: 'agent' })).status).toBe(400);
    const answers = await Promise.all([use(token), use(token, { email: 'other@test.example' }), use(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect(await system.database.query('SELECT role FROM staff')).toEqual([{ role: 'administrator' }]);
    expect(await system.api.get(SetupLinks).make()).toBeNull();
    expect((await look(token)).status).toBe(404);
  });

  it('should refuse a link made before there was staff', async () => {
    await system.database.query('DELETE FROM staff_device');
    await system.database.query('DELETE FROM staff_network');
    await system.database.query('DELETE FROM staff');
    const token = await makeLink();
    await system.database.query(`INSERT INTO staff (id, email, name, role)
      VALUES (gen_random_uuid(), 'sana@test.example', 'Sana', 'supervisor')`);
    expect([(await look(token)).status, (await use(token)).status]).toEqual([404, 404]);
    await system.database.query('DELETE FROM staff');
    expect((await use(token)).status).toBe(204);
  });

  it('should give an administrator access from the machine, and note it', async () => {
    const access = system.api.get(AdministratorAccess);
    const invitation = await access.invite('Root@test.example', { name: 'Root' });
    expect(invitation).toMatchObject({ created: true, url: expect.stringContaining('/set-password#') });
    const token = invitation.url.split('#')[1]!;
    const set = await system.anonymous.post('/api/v1/session/password', { token, password: GOOD });
    expect(set.status).toBe(204);
    const root = await Client.signIn(system.url, 'root@test.example', GOOD);

    await system.database.query(
      `INSERT INTO staff_otp (staff_id, secret, confirmed_at) SELECT id, '\\x00', now() FROM staff
        WHERE email = 'noura@test.example'`,
    );
    const again = await access.invite('noura@test.example', { resetFactors: true });
    expect(again.created).toBe(false);
    expect(await system.database.query('SELECT 1 FROM staff_otp')).toEqual([]);

    const entries = await audit(root);
    const atMachine = entries.filter(({ detail }) => detail.origin === 'machine');
    expect(atMachine.map(({ action, actor }) => [action, actor]).slice(0, 4)).toEqual([
      ['user.invited', null],
      ['otp.reset', null],
      ['user.invited', null],
      ['user.created', null],
    ]);
  });

  it('should not give access to an account of another role', async () => {
    await system.database.query(`INSERT INTO staff (id, email, name, role)
      VALUES (gen_random_uuid(), 'sana@test.example', 'Sana', 'supervisor')`);
    const access = system.api.get(AdministratorAccess);
    await expect(access.invite('sana@test.example')).rejects.toMatchObject({
      code: 'user.not_administrator',
    });
  });
});
