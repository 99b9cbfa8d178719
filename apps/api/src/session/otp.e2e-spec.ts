import type { Client } from '../../../../test/support/client.js';
import { PASSWORD } from '../../../../test/support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { appCode } from '../../../../test/support/totp-app.js';

describe('one-time codes for signing in', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, ali: {}, sana: {}, root: { role: 'administrator' } });
  });
  afterAll(() => system.stop());

  const signIn = (name: string, otp?: string, password = PASSWORD) =>
    system.anonymous.post('/api/v1/session', { email: `${name}@test.example`, password, otp });
  /** Makes the recent identity confirmation too old. */
  const expire = (name: string) =>
    system.database.query(
      `UPDATE staff_session SET confirmed_at = now() - interval '11 minutes' WHERE staff_id = $1`,
      [system.people[name]!.id],
    );
  /** Enrols TOTP; the code that confirmed it is used up. */
  const setUp = async (name: string): Promise<{ client: Client; secret: string; recovery: string[] }> => {
    const client = await system.signInAs(name);
    const { secret } = (await client.post('/api/v1/me/otp')).body as { secret: string };
    const confirmed = await client.post('/api/v1/me/otp/confirm', { code: appCode(secret) });
    return { client, secret, recovery: confirmed.body.recoveryCodes as string[] };
  };

  it('should be enrolled by password and a first code, and then be required', async () => {
    const mona = await system.signInAs('mona');
    await expire('mona');
    expect((await mona.post('/api/v1/me/otp')).body.code).toBe('session.confirm_required');
    expect((await mona.post('/api/v1/session/confirm', { password: 'wrong' })).body.errors).toMatchObject([
      { path: 'password', code: 'wrong' },
    ]);
    expect((await mona.post('/api/v1/me/otp')).status).toBe(403);
    expect((await mona.post('/api/v1/session/confirm', { password: PASSWORD })).status).toBe(204);
    const enrolled = await mona.post('/api/v1/me/otp');
    expect(enrolled.headers.get('cache-control')).toBe('no-store');
    const { secret, uri, image } = enrolled.body as Record<string, string>;
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(uri).toBe(
      `otpauth://totp/Wasl:mona%40test.example?issuer=Wasl&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    );
    expect(Buffer.from(image!.split(',')[1]!, 'base64').toString()).toContain('<svg');
    expect((await signIn('mona')).status).toBe(200);
    expect((await mona.post('/api/v1/me/otp/confirm', { code: '000000' })).body.errors).toMatchObject([
      { path: 'code', code: 'wrong' },
    ]);
    const code = appCode(secret!);
    const confirmed = await mona.post('/api/v1/me/otp/confirm', { code });
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    expect((await mona.get('/api/v1/me/second-factor')).body).toEqual({
      required: false,
      totp: true,
      passkeys: 0,
      recoveryCodesLeft: 10,
    });
    const missing = await signIn('mona');
    expect([missing.status, missing.body.code]).toEqual([401, 'session.otp_required']);
    expect((await signIn('mona', undefined, 'wrong')).body.code).toBe('session.wrong');
    // The code that confirmed the enrolment cannot be used again.
    expect((await signIn('mona', code)).body.code).toBe('session.wrong');
    expect((await signIn('mona', appCode(secret!, 1))).status).toBe(200);
    expect((await mona.post('/api/v1/me/otp')).body.code).toBe('otp.enabled');
  });

  it('should open one session each, also when a code is used twice concurrently', async () => {
    const { secret, recovery } = await setUp('ali');
    const code = appCode(secret, 1);
    const statuses = (await Promise.all([1, 2, 3].map(() => signIn('ali', code)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    const lost = recovery[3]!.toLowerCase().replace('-', ' ');
    const twice = (await Promise.all([1, 2].map(() => signIn('ali', lost)))).map(({ status }) => status);
    expect(twice.sort()).toEqual([200, 401]);
    const ali = await signIn('ali', recovery[4]);
    expect(ali.status).toBe(200);
    const stored = JSON.stringify(
      await system.database.query('SELECT * FROM staff_otp, staff_recovery_code'),
    );
    for (const secretText of [secret, ...recovery]) expect(stored).not.toContain(secretText);
  });

  it('should be locked after five attempts, even for the right code', async () => {
    const { client, secret } = await setUp('sana');
    const wrong = await Promise.all(Array.from({ length: 9 }, () => signIn('sana', '123456')));
    const refused = wrong.filter(({ status }) => status === 401).length;
    expect([refused <= 5, wrong.every(({ status }) => status === 401 || status === 429)]).toEqual([
      true,
      true,
    ]);
    expect((await signIn('sana', appCode(secret))).status).toBe(429);
    expect((await client.post('/api/v1/me/otp/disable')).status).toBe(204);
    expect((await signIn('sana')).status).toBe(200);
    expect((await client.post('/api/v1/me/otp/disable')).body.code).toBe('otp.not_enrolled');
  });

  it('should be reset by an administrator', async () => {
    const root = await system.signInAs('root');
    const path = `/api/v1/admin/users/${system.people.mona!.id}`;
    expect((await root.get(path)).body.otp).toBe(true);
    expect((await root.post(`${path}/second-factor/reset`)).status).toBe(204);
    expect((await root.get(path)).body.otp).toBe(false);
    expect((await signIn('mona')).status).toBe(200);
    expect((await root.post(`${path}/second-factor/reset`)).body.code).toBe('second_factor.none');
  });
});
