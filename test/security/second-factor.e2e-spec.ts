import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Authenticator, type AuthenticatorOverrides } from '../support/authenticator.js';
import { Client } from '../support/client.js';
import { endpointsOf } from '../support/endpoints.js';
import { PASSWORD } from '../support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../support/system.js';
import { appCode } from '../support/totp-app.js';

const ORIGIN = 'https://console.gov.example';
const OFFICE = { 'x-forwarded-for': '203.0.113.10' };

type Options = { challenge: string; options: never };

describe('second factors', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startSystem(
      {
        mona: {},
        ali: {},
        sara: {},
        huda: {},
        omar: {},
        nora: {},
        boss: { role: 'supervisor' },
        root: { role: 'administrator' },
      },
      { env: { PUBLIC_URL: ORIGIN, TRUST_PROXY: '1' } },
    );
  });
  beforeEach(async () => {
    for (const table of ['attempt_budget', 'rate_limit', 'second_factor_role'])
      await system.database.query(`DELETE FROM ${table}`);
  });
  afterAll(() => system.stop());

  const id = (name: string) => system.people[name]!.id;
  const passwordOf = (name: string, more: object = {}) =>
    system.anonymous.post('/api/v1/session', { email: `${name}@test.example`, password: PASSWORD, ...more });
  /** A fresh session, whatever second factors the person has. */
  const sessionOf = async (name: string, factor: string | null = null): Promise<Client> => {
    await system.database.query('DELETE FROM staff_passkey WHERE staff_id = $1', [id(name)]);
    await system.database.query('DELETE FROM staff_otp WHERE staff_id = $1', [id(name)]);
    const client = await system.signInAs(name);
    if (factor)
      await system.database.query('UPDATE staff_session SET second_factor = $2 WHERE staff_id = $1', [
        id(name),
        factor,
      ]);
    return client;
  };
  const addPasskey = async (
    client: Client,
    key = new Authenticator(ORIGIN),
    deviation: AuthenticatorOverrides = {},
  ) => {
    const { challenge, options } = (await client.post('/api/v1/me/passkeys/options')).body as Options;
    const credential = key.create(options, deviation);
    const answer = await client.post('/api/v1/me/passkeys', { name: 'laptop', challenge, credential });
    return { key, answer, challenge, credential };
  };
  /** A browser on the sign-in page: its cookie and challenge. */
  const askToSignIn = async (body: object = {}) => {
    const answer = await system.anonymous.post('/api/v1/session/passkey/options', body);
    const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('wasl_challenge='))!;
    return { ...(answer.body as Options), status: answer.status, browser: cookie.split(';')[0]!, cookie };
  };
  const signInBy = (
    key: Authenticator,
    asked: Awaited<ReturnType<typeof askToSignIn>>,
    deviation: AuthenticatorOverrides = {},
    browser = asked.browser,
  ) =>
    system.anonymous.post(
      '/api/v1/session/passkey',
      { challenge: asked.challenge, credential: key.get(asked.options, deviation) },
      { cookie: browser },
    );
  const notedOf = (action: string, name: string) =>
    system.database.query(
      `SELECT data FROM outbox WHERE type = 'audit.noted' AND data->>'action' = $1 AND data->>'targetId' = $2
       UNION ALL SELECT NULL FROM audit_entry WHERE action = $1 AND target_id = $2`,
      [action, id(name)],
    );

  describe('a passkey', () => {
    it('should sign in without password, be listed with its last use, renamed and removed', async () => {
      const mona = await sessionOf('mona');
      const { key, answer } = await addPasskey(mona);
      expect([answer.status, answer.body.recoveryCodes]).toEqual([201, expect.any(Array)]);
      const asked = await askToSignIn();
      expect(asked.cookie).toMatch(/HttpOnly; Secure; SameSite=Strict/);
      expect(asked.options).toMatchObject({ rpId: 'console.gov.example', userVerification: 'required' });
      expect(asked.options).not.toHaveProperty('allowCredentials.0');
      const signedIn = await signInBy(key, asked);
      expect([signedIn.status, signedIn.body.user]).toEqual([200, expect.objectContaining({ name: 'mona' })]);
      const session = new Client(
        system.url,
        signedIn.headers
          .getSetCookie()
          .find((one) => one.startsWith('wasl_session='))!
          .split(';')[0],
      );
      const [listed] = (await session.get('/api/v1/me/passkeys')).body.data as Record<string, string>[];
      expect(listed).toMatchObject({ name: 'laptop', lastUsedAt: expect.any(String), synced: false });
      const path = `/api/v1/me/passkeys/${listed!.id}`;
      expect((await session.put(path, { name: 'my key' })).body.name).toBe('my key');
      expect((await (await system.signInAs('ali')).put(path, { name: 'mine' })).status).toBe(404);
      expect((await (await system.signInAs('ali')).delete(path)).status).toBe(404);
      expect((await session.delete(path)).status).toBe(204);
      expect((await signInBy(key, await askToSignIn())).status).toBe(401);
      expect((await passwordOf('mona')).status).toBe(200);
    });

    it('should store challenges and recovery codes only as hashes, with a random user handle', async () => {
      const ali = await sessionOf('ali');
      const first = (await ali.post('/api/v1/me/passkeys/options')).body as unknown as {
        options: { user: { id: string } };
      };
      const handle = Buffer.from(first.options.user.id, 'base64url');
      expect(handle).toHaveLength(32);
      expect(handle.toString('hex')).not.toContain(id('ali').replaceAll('-', ''));
      const again = (await ali.post('/api/v1/me/passkeys/options')).body as typeof first;
      expect(again.options.user.id).toBe(first.options.user.id);
      const { answer } = await addPasskey(ali);
      const stored = JSON.stringify(await system.database.query('SELECT * FROM staff_recovery_code'));
      for (const code of answer.body.recoveryCodes as string[]) expect(stored).not.toContain(code);
    });

    it.each<[string, AuthenticatorOverrides]>([
      ['another origin', { origin: 'https://console.gov.example.evil.example' }],
      ['the same host without TLS', { origin: 'http://console.gov.example' }],
      ['another relying party', { rpId: 'gov.example' }],
      ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
      ['the answer to a registration', { type: 'webauthn.create' }],
      ['a frame of another site', { crossOrigin: true }],
      ['an authenticator that did not verify its user', { verified: false }],
      ['the user handle of somebody else', { userHandle: Buffer.alloc(32, 7).toString('base64url') }],
      ['a passkey that became a synchronised one', { backupEligible: true }],
    ])('should not sign in from %s', async (_what, deviation) => {
      const { key } = await addPasskey(await sessionOf('sara'));
      const refused = await signInBy(key, await askToSignIn(), deviation);
      expect([refused.status, refused.body.code]).toEqual([401, 'session.passkey_wrong']);
      expect((await signInBy(key, await askToSignIn())).status).toBe(200);
    });

    it.each<[string, AuthenticatorOverrides]>([
      ['another origin', { origin: 'https://evil.example' }],
      ['another relying party', { rpId: 'evil.example' }],
      ['another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
      ['an answer to signing in', { type: 'webauthn.get' }],
      ['an authenticator that did not verify its user', { verified: false }],
    ])('should not be registered from %s', async (_what, deviation) => {
      const huda = await sessionOf('huda');
      const { answer } = await addPasskey(huda, undefined, deviation);
      expect([answer.status, answer.body.errors]).toEqual([
        400,
        [expect.objectContaining({ path: 'credential', code: 'wrong' })],
      ]);
      expect((await huda.get('/api/v1/me/second-factor')).body.passkeys).toBe(0);
    });

    it('should not sign in by a replayed answer, nor by a challenge of another browser', async () => {
      const { key } = await addPasskey(await sessionOf('sara'));
      const asked = await askToSignIn();
      const body = { challenge: asked.challenge, credential: key.get(asked.options) };
      const send = (cookie: string) => system.anonymous.post('/api/v1/session/passkey', body, { cookie });
      const thief = await askToSignIn();
      // Neither with another browser's cookie nor without one; failed tries do not consume the challenge.
      expect((await send(thief.browser)).status).toBe(401);
      expect((await system.anonymous.post('/api/v1/session/passkey', body)).status).toBe(401);
      const both = await Promise.all([send(asked.browser), send(asked.browser)]);
      expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
      expect((await send(asked.browser)).status).toBe(401);
    });

    it('should not sign in by an expired challenge, or one for another purpose', async () => {
      const sara = await sessionOf('sara');
      const { key } = await addPasskey(sara);
      const old = await askToSignIn();
      await system.database.query(`UPDATE webauthn_challenge SET expires_at = now()`);
      expect((await signInBy(key, old)).status).toBe(401);
      const toConfirm = (await sara.post('/api/v1/session/confirm/options')).body as Options;
      const asked = await askToSignIn();
      expect((await signInBy(key, { ...asked, ...toConfirm })).status).toBe(401);
      // The reverse: a challenge from the sign-in page cannot confirm an action.
      const body = { challenge: asked.challenge, credential: key.get(asked.options) };
      expect((await sara.post('/api/v1/session/confirm/passkey', body)).status).toBe(400);
    });

    it('should not be registered by another session than the one that requested it', async () => {
      const huda = await sessionOf('huda');
      const ali = await sessionOf('ali');
      const { challenge, options } = (await huda.post('/api/v1/me/passkeys/options')).body as Options;
      const credential = new Authenticator(ORIGIN).create(options);
      const stolen = await ali.post('/api/v1/me/passkeys', { name: 'x', challenge, credential });
      expect(stolen.status).toBe(400);
      expect((await ali.get('/api/v1/me/second-factor')).body.passkeys).toBe(0);
    });

    it('should belong to one account', async () => {
      const { key } = await addPasskey(await sessionOf('huda'));
      const { answer } = await addPasskey(await sessionOf('ali'), key);
      expect([answer.status, answer.body.code]).toEqual([409, 'passkey.known']);
    });

    it('should be refused, and audited, when its counter does not grow', async () => {
      const { key } = await addPasskey(await sessionOf('sara'), undefined, { counter: 5 });
      expect((await signInBy(key, await askToSignIn(), { counter: 6 })).status).toBe(200);
      expect((await signInBy(key, await askToSignIn(), { counter: 6 })).status).toBe(401);
      expect((await signInBy(key, await askToSignIn(), { counter: 0 })).status).toBe(401);
      expect(await notedOf('passkey.cloned', 'sara')).toHaveLength(2);
      expect((await signInBy(key, await askToSignIn(), { counter: 7 })).status).toBe(200);
    });

    it('should be refused when its owner is disabled', async () => {
      const { key } = await addPasskey(await sessionOf('omar'));
      await system.database.query('UPDATE staff SET disabled_at = now() WHERE id = $1', [id('omar')]);
      expect((await signInBy(key, await askToSignIn())).status).toBe(401);
      await system.database.query('UPDATE staff SET disabled_at = NULL WHERE id = $1', [id('omar')]);
    });

    it('should count failures as attempts of its owner', async () => {
      const { key } = await addPasskey(await sessionOf('sara'));
      await system.database.query('DELETE FROM staff_network');
      const wrong = { challenge: Buffer.alloc(32).toString('base64url') };
      const statuses: number[] = [];
      for (let n = 0; n < 6; n++) statuses.push((await signInBy(key, await askToSignIn(), wrong)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
      expect((await signInBy(key, await askToSignIn())).status).toBe(429);
    });
  });

  describe('the second step after the password', () => {
    it('should be a passkey of the same account, and of no other', async () => {
      const other = (await addPasskey(await sessionOf('ali'))).key;
      const { key } = await addPasskey(await sessionOf('nora'));
      const missing = await passwordOf('nora');
      expect([missing.status, missing.body.code]).toEqual([401, 'session.passkey_required']);
      const after = { email: 'nora@test.example', password: PASSWORD };
      const asked = await askToSignIn(after);
      expect(asked.options).toMatchObject({ allowCredentials: [{ id: key.id }] });
      expect((await signInBy(other, asked)).status).toBe(401);
      // After the password, user presence is enough; without it, user verification is required.
      expect((await signInBy(key, await askToSignIn(after), { verified: false })).status).toBe(200);
      expect((await signInBy(key, await askToSignIn(), { verified: false })).status).toBe(401);
    });

    it('should not be skipped', async () => {
      await addPasskey(await sessionOf('nora'));
      for (const otp of [undefined, null, '', ' ', '000000', 'false', 'A'.repeat(20)]) {
        const answer = await passwordOf('nora', { otp });
        expect([otp, answer.status]).toEqual([otp, otp === '' || otp === ' ' ? 400 : 401]);
      }
      for (const more of [{ otp: [] }, { otp: true }, { otp: {} }, { passkey: true }, { mustEnrol: false }])
        expect((await passwordOf('nora', more)).status).toBe(400);
    });

    it('should reveal nothing about an account without its password', async () => {
      await addPasskey(await sessionOf('nora'));
      const ask = async (email: string) => {
        const answer = await system.anonymous.post('/api/v1/session/passkey/options', {
          email,
          password: 'wrong',
        });
        return JSON.stringify([answer.status, answer.body]);
      };
      const began = async (email: string) => {
        await system.database.query('DELETE FROM attempt_budget');
        const at = performance.now();
        const said = await ask(email);
        return { said, took: performance.now() - at };
      };
      const known = [];
      const unknown = [];
      for (let n = 0; n < 8; n++) {
        known.push(await began('nora@test.example'));
        unknown.push(await began('nobody@test.example'));
      }
      expect(new Set([...known, ...unknown].map(({ said }) => said)).size).toBe(1);
      // What other processes take of the machine only adds to the time: the shortest is what the answer itself takes.
      const shortest = (all: { took: number }[]) => Math.min(...all.map(({ took }) => took));
      const ratio = shortest(known) / shortest(unknown);
      expect(ratio).toBeGreaterThan(0.5);
      expect(ratio).toBeLessThan(2);
      // Without an email there is nothing to reveal: the options are the same for all, except the challenge.
      const [one, two] = [await askToSignIn(), await askToSignIn()];
      expect({ ...(one.options as object), challenge: '' }).toEqual({
        ...(two.options as object),
        challenge: '',
      });
    });

    it('should accept a code once, also with twenty concurrent requests', async () => {
      const client = await sessionOf('nora');
      const { secret } = (await client.post('/api/v1/me/otp')).body as { secret: string };
      await client.post('/api/v1/me/otp/confirm', { code: appCode(secret) });
      const otp = appCode(secret, 1);
      const at = Array.from({ length: 20 }, () =>
        system.anonymous.post(
          '/api/v1/session',
          { email: 'nora@test.example', password: PASSWORD, otp },
          OFFICE,
        ),
      );
      const statuses = (await Promise.all(at)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.every((status) => [200, 401, 429].includes(status))).toBe(true);
    });

    it('should invalidate old recovery codes when new ones are issued', async () => {
      const client = await sessionOf('nora');
      const { answer } = await addPasskey(client);
      const [first] = answer.body.recoveryCodes as string[];
      const renewed = (await client.post('/api/v1/me/recovery-codes')).body.recoveryCodes as string[];
      expect(renewed).toHaveLength(10);
      expect((await passwordOf('nora', { otp: first })).status).toBe(401);
      expect((await passwordOf('nora', { otp: renewed[0] })).status).toBe(200);
      expect((await passwordOf('nora', { otp: renewed[0] })).status).toBe(401);
    });

    it('should end sessions without a second factor', async () => {
      const [here, there] = [await sessionOf('nora'), await system.signInAs('nora')];
      await addPasskey(here);
      expect((await here.get('/api/v1/session')).status).toBe(200);
      expect((await there.get('/api/v1/session')).status).toBe(401);
    });
  });

  describe('with a role that requires a second factor', () => {
    const requireSecondFactor = (...roles: string[]) =>
      system.database.query('INSERT INTO second_factor_role (role) SELECT * FROM unnest($1::text[])', [
        roles,
      ]);
    const filled = (path: string) =>
      path
        .replace(':number', '1')
        .replace(':key', 'nowhere')
        .replace(/:\w+/g, '00000000-0000-4000-8000-000000000000');

    it('should limit a session without one to enrolment, of all endpoints', async () => {
      await sessionOf('root');
      await requireSecondFactor('administrator');
      const answer = await passwordOf('root');
      expect([answer.status, answer.body.mustEnrol]).toEqual([200, true]);
      expect(answer.body.user).toMatchObject({ permissions: [] });
      const root = await system.signInAs('root');
      const reached: string[] = [];
      for (const { method, path, access } of endpointsOf(system)) {
        if (!access || 'public' in access || (method === 'DELETE' && path === '/api/v1/session')) continue;
        const { status, body } = await root.call(method, filled(path), method === 'GET' ? undefined : {});
        if (!(status === 403 && body.code === 'session.enrolment_required'))
          reached.push(`${method} ${path}`);
      }
      expect(reached.sort()).toEqual([
        'GET /api/v1/me/passkeys',
        'GET /api/v1/me/second-factor',
        'GET /api/v1/session',
        'GET /api/v1/session/oidc/confirm',
        'POST /api/v1/me/otp',
        'POST /api/v1/me/otp/confirm',
        'POST /api/v1/me/passkeys',
        'POST /api/v1/me/passkeys/options',
        'POST /api/v1/session/confirm',
      ]);
      await expect(root.connect()).rejects.toThrow('unauthorized');
      expect((await root.delete('/api/v1/session')).status).toBe(204);
    });

    it('should give full access after enrolment, and keep the last factor', async () => {
      await sessionOf('boss');
      await requireSecondFactor('supervisor');
      const boss = await system.signInAs('boss');
      expect((await boss.get('/api/v1/tickets')).status).toBe(403);
      const { key, answer } = await addPasskey(boss);
      expect((await boss.get('/api/v1/tickets')).status).toBe(200);
      const passkey = answer.body.passkey as { id: string };
      const last = await boss.delete(`/api/v1/me/passkeys/${passkey.id}`);
      expect([last.status, last.body.code]).toEqual([409, 'second_factor.last']);
      const { secret } = (await boss.post('/api/v1/me/otp')).body as { secret: string };
      expect((await boss.post('/api/v1/me/otp/confirm', { code: appCode(secret) })).body).toEqual({
        recoveryCodes: null,
      });
      // When the last two factors are removed at the same time, one remains.
      const removed = await Promise.all([
        boss.delete(`/api/v1/me/passkeys/${passkey.id}`),
        boss.post('/api/v1/me/otp/disable'),
      ]);
      expect(removed.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect(key.id).toBeTruthy();
    });

    it('should apply to existing sessions and sockets', async () => {
      const boss = await sessionOf('boss');
      expect((await boss.get('/api/v1/tickets')).status).toBe(200);
      const root = await sessionOf('root', 'passkey');
      const set = await root.put('/api/v1/admin/second-factor', { roles: ['supervisor'] });
      expect(set.body.data).toContainEqual({ role: 'supervisor', required: true });
      expect((await boss.get('/api/v1/tickets')).body.code).toBe('session.enrolment_required');
      await expect(boss.connect()).rejects.toThrow('unauthorized');
      expect((await system.signInAs('mona').then((mona) => mona.get('/api/v1/tickets'))).status).toBe(200);
    });

    it('should exempt demo accounts, only in a demo', async () => {
      await sessionOf('boss');
      await requireSecondFactor('supervisor');
      await system.database.query('UPDATE staff SET is_demo = true WHERE id = $1', [id('boss')]);
      expect((await passwordOf('boss')).body.mustEnrol).toBe(true);
      await system.database.query('UPDATE staff SET is_demo = false WHERE id = $1', [id('boss')]);
    });
  });

  describe('changing second factors', () => {
    const DANGEROUS: [string, string, object?][] = [
      ['POST', '/api/v1/me/otp'],
      ['POST', '/api/v1/me/passkeys/options'],
      ['POST', '/api/v1/me/recovery-codes'],
      ['POST', '/api/v1/me/otp/disable'],
      ['DELETE', '/api/v1/me/passkeys/00000000-0000-4000-8000-000000000000'],
      ['POST', '/api/v1/tokens', { name: 'x', permissions: ['ticket.read'] }],
      ['PUT', '/api/v1/admin/second-factor', { roles: [] }],
      ['POST', '/api/v1/admin/users/00000000-0000-4000-8000-000000000000/second-factor/reset'],
      ['POST', '/api/v1/admin/users/00000000-0000-4000-8000-000000000000/invitation'],
    ];

    it('should require confirmation after ten minutes, and be impossible with a token', async () => {
      const root = await sessionOf('root');
      const { token } = (await root.post('/api/v1/tokens', { name: 't', permissions: ['token.manage'] }))
        .body;
      const program = new Client(system.url);
      const { key } = await addPasskey(root);
      const grow = (minutes: number) =>
        system.database.query(
          `UPDATE staff_session SET confirmed_at = now() - $2 * interval '1 minute' WHERE staff_id = $1`,
          [id('root'), minutes],
        );
      await grow(11);
      for (const [method, path, body] of DANGEROUS)
        expect([path, (await root.call(method, path, body ?? {})).body.code]).toEqual([
          path,
          'session.confirm_required',
        ]);
      const byProgram = await program.post(
        '/api/v1/tokens',
        { name: 'more', permissions: ['token.manage'] },
        { authorization: `Bearer ${String(token)}` },
      );
      expect(byProgram.body.code).toBe('session.confirm_required');
      const { challenge, options } = (await root.post('/api/v1/session/confirm/options')).body as Options;
      const credential = key.get(options);
      expect((await root.post('/api/v1/session/confirm/passkey', { challenge, credential })).status).toBe(
        204,
      );
      expect((await root.post('/api/v1/me/recovery-codes')).status).toBe(200);
      await grow(9);
      expect((await root.post('/api/v1/me/recovery-codes')).status).toBe(200);
    });

    it('should not be confirmed by another person’s passkey', async () => {
      const other = (await addPasskey(await sessionOf('ali'))).key;
      const root = await sessionOf('root');
      await addPasskey(root);
      const { challenge, options } = (await root.post('/api/v1/session/confirm/options')).body as Options;
      const body = { challenge, credential: other.get(options) };
      expect((await root.post('/api/v1/session/confirm/passkey', body)).status).toBe(400);
    });

    it('should end all sessions after a reset, and notify the owner', async () => {
      const nora = await sessionOf('nora');
      const { key } = await addPasskey(nora);
      const root = await sessionOf('root');
      const path = `/api/v1/admin/users/${id('nora')}/second-factor/reset`;
      expect((await (await sessionOf('mona')).post(path)).status).toBe(403);
      expect((await root.post(path)).status).toBe(204);
      expect((await nora.get('/api/v1/session')).status).toBe(401);
      expect((await signInBy(key, await askToSignIn())).status).toBe(401);
      expect((await passwordOf('nora')).status).toBe(200);
      expect(await notedOf('otp.reset', 'nora')).toHaveLength(1);
      const worker = await system.startWorker();
      await system.waitUntilIdle();
      const mails = await system.database.query<{ body_text: string }>(
        `SELECT body_text FROM outgoing_mail WHERE recipient = 'nora@test.example' AND purpose = 'security_notice'`,
      );
      expect(mails.some(({ body_text }) => body_text.includes('An administrator removed'))).toBe(true);
      expect(worker).toBeDefined();
    });
  });
});
