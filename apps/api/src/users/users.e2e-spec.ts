import { waitFor } from '#wasl/testing';
import { Client } from '../../../../test/support/client.js';
import { PASSWORD } from '../../../../test/support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const etag = (version: number) => ({ 'if-match': `"${version}"` });
const USERS = '/api/v1/admin/users';
const GOOD = 'nine lives of a cat';

describe('administration of accounts', () => {
  let system: TestSystem;
  let root: Client;
  beforeAll(async () => {
    system = await startSystem(
      {
        mona: {},
        ali: {},
        sana: { role: 'supervisor' },
        root: { role: 'administrator' },
        other: { role: 'administrator' },
      },
      { worker: true },
    );
    root = await system.signInAs('root');
  });
  afterAll(() => system.stop());

  const id = (name: string) => system.people[name]!.id;
  const change = async (name: string, patch: object, by = root) => {
    const { body } = await root.get(`${USERS}/${id(name)}`);
    return by.patch(`${USERS}/${id(name)}`, patch, etag(body.version as number));
  };
  const tokenOf = (invitation: unknown) => (invitation as { url: string }).url.split('#')[1]!;
  const set = (token: string, password: string) =>
    system.anonymous.post('/api/v1/session/password', { token, password });

  it('should need an entity for a role of one, and keep groups', async () => {
    await system.database.query(
      `INSERT INTO entity (id, key, name_ar, name_en) VALUES (gen_random_uuid(), 'works', 'الأشغال', 'Works')`,
    );
    const officer = { name: 'Wafa', email: 'wafa@test.example', role: 'entity_officer' };
    expect((await root.post(USERS, officer)).body).toMatchObject({
      status: 400,
      errors: [{ path: 'entity', code: 'required' }],
    });
    const made = await root.post(USERS, { ...officer, entity: 'works', groups: ['family', 'family'] });
    expect(made.body).toMatchObject({ role: 'entity_officer', entity: 'works', groups: ['family'] });
    const without = await root.patch(`${USERS}/${made.body.id as string}`, { entity: null }, etag(1));
    expect(without.body).toMatchObject({ status: 400, errors: [{ path: 'entity', code: 'required' }] });
  });

  it('should be created without a password, with a single-use invitation link', async () => {
    const made = await root.post(USERS, {
      name: 'نورة الخليفة',
      email: 'Noura@Test.example',
      role: 'agent',
      language: 'ar',
      extension: '777',
      queues: ['billing', 'general'],
      skills: [{ skill: 'ar', level: 5 }],
    });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      name: 'نورة الخليفة',
      email: 'noura@test.example',
      role: 'agent',
      language: 'ar',
      extension: '777',
      capacity: 100,
      profile: 'default',
      entity: null,
      groups: [],
      queues: ['general', 'billing'],
      skills: [{ skill: 'ar', level: 5 }],
      disabled: false,
      joined: false,
      otp: false,
      passkeys: 0,
      identity: null,
      createdAt: expect.any(String),
      version: 1,
      invitation: { url: expect.stringMatching(/\/set-password#[\w-]{43}$/), expiresAt: expect.any(String) },
    });
    const token = tokenOf(made.body.invitation);
    expect((await system.anonymous.post('/api/v1/session/link', { token })).body).toEqual({
      name: 'نورة الخليفة',
      email: 'noura@test.example',
      language: 'ar',
      purpose: 'invitation',
    });
    expect((await set(token, 'short')).body.errors).toMatchObject([{ path: 'password', code: 'too_short' }]);
    expect((await set(token, 'password1234')).body.errors).toMatchObject([{ code: 'common_password' }]);
    const answers = await Promise.all([set(token, GOOD), set(token, GOOD), set(token, GOOD)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect((await set(token, GOOD)).body.code).toBe('link.gone');
    const noura = await Client.signIn(system.url, 'noura@test.example', GOOD);
    expect((await noura.get('/api/v1/session')).body.user).toMatchObject({ language: 'ar', role: 'agent' });
    expect((await root.get(`${USERS}/${String(made.body.id)}`)).body).toMatchObject({ joined: true });
    const stored = JSON.stringify(await system.database.query('SELECT * FROM staff_link, staff'));
    expect(stored).not.toContain(token);
  });

  it('should issue a new invitation link, and invalidate the old one', async () => {
    const body = { name: 'x', email: 'late@test.example', role: 'agent' };
    const key = { 'idempotency-key': 'once' };
    const first = await root.post(USERS, body, key);
    const again = await root.post(USERS, body, key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    expect((await root.post(USERS, body)).body.code).toBe('user.email_taken');
    const third = await root.post(`${USERS}/${String(first.body.id)}/invitation`);
    const statuses = [];
    for (const made of [first.body.invitation, again.body.invitation, third.body]) {
      const looked = await system.anonymous.post('/api/v1/session/link', { token: tokenOf(made) });
      statuses.push(looked.status);
    }
    expect(statuses).toEqual([404, 404, 200]);
    await system.database.query(`UPDATE staff_link SET expires_at = now() WHERE staff_id = $1`, [
      first.body.id,
    ]);
    expect((await set(tokenOf(third.body), GOOD)).body.code).toBe('link.gone');
  });

  it('should be found by name, address, role and state, page by page', async () => {
    const all = (await root.get(`${USERS}?page[size]=100`)).body.data as { name: string }[];
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['mona', 'ali', 'sana', 'root']));
    const seen: unknown[] = [];
    let after = '';
    do {
      const { body } = await root.get(`${USERS}?page[size]=2${after && `&page[after]=${after}`}`);
      seen.push(...(body.data as unknown[]));
      after = (body.meta as { after: string }).after;
    } while (after);
    expect(seen).toEqual(all);
    const names = async (query: string) =>
      ((await root.get(`${USERS}?${query}`)).body.data as { name: string }[]).map(({ name }) => name);
    expect(await names('q=MON')).toEqual(['mona']);
    expect(await names('q=خليفة')).toEqual(['نورة الخليفة']);
    expect(await names('q=%25')).toEqual([]);
    expect(await names('role=supervisor&disabled=false')).toEqual(['sana']);
    expect(await names('disabled=true')).toEqual([]);
    expect((await root.get(`${USERS}?role=boss&disabled=maybe&x=1`)).body.errors).toHaveLength(3);
  });

  it('should change only given fields, with version checks', async () => {
    const changed = await change('mona', {
      name: 'Mona K.',
      capacity: 200,
      extension: '101',
      queues: ['billing'],
      skills: [{ skill: 'en', level: 1 }],
    });
    expect(changed.body).toMatchObject({
      name: 'Mona K.',
      email: 'mona@test.example',
      capacity: 200,
      extension: '101',
      queues: ['billing'],
      skills: [{ skill: 'en', level: 1 }],
      version: 2,
    });
    const path = `${USERS}/${id('mona')}`;
    expect((await root.patch(path, { name: 'y' }, etag(1))).status).toBe(412);
    expect((await root.patch(path, { name: 'y' })).body.code).toBe('version.required');
    expect((await change('mona', { extension: null })).body.extension).toBeNull();
    expect((await change('mona', { email: 'ali@test.example' })).body.code).toBe('user.email_taken');
    expect((await change('mona', { extension: '777' })).body.code).toBe('user.extension_taken');
    expect((await change('mona', { profile: 'none' })).body.errors).toMatchObject([
      { path: 'profile', code: 'not_found' },
    ]);
    const wrong = await change('mona', {
      queues: ['billing', 'nowhere', 'billing'],
      skills: [{ skill: 'klingon', level: 3 }],
      entity: 'none',
    });
    expect(
      (wrong.body.errors as { path: string; code: string }[]).map(({ path, code }) => [path, code]),
    ).toEqual([
      ['entity', 'not_found'],
      ['queues.1', 'not_found'],
      ['skills.0.skill', 'not_found'],
      ['queues.2', 'repeated'],
    ]);
    await system.waitUntilIdle();
    const [entry] = (
      await root.get(`/api/v1/admin/audit?action=user.changed&target=${id('mona')}&page[size]=1`)
    ).body.data as { detail: object }[];
    expect(entry!.detail).toEqual({ fields: ['extension'] });
  });

  it('should lose all sessions, sockets and work when disabled, in every process', async () => {
    const ali = await system.signInAs('ali');
    const elsewhere = new Client(await system.startApi(), ali.cookie);
    await ali.connect();
    await elsewhere.connect();
    await ali.put('/api/v1/me/presence', { state: 'available' });
    const opened = await ali.post('/api/v1/tickets', {
      subject: 's',
      description: 'd',
      language: 'ar',
      queue: 'general',
      requester: { name: 'x' },
    });
    const { number } = opened.body as { number: string };
    await ali.post(`/api/v1/tickets/${number}/assign`, { assignee: id('ali') });
    const invitation = await root.post(`${USERS}/${id('ali')}/invitation`);
    expect((await change('ali', { disabled: true })).body).toMatchObject({ disabled: true });
    expect((await ali.get('/api/v1/session')).status).toBe(401);
    await waitFor(() => !ali.isConnected && !elsewhere.isConnected, { what: 'the sockets to end' });
    expect((await root.get(`/api/v1/tickets/${number}`)).body.assignee).toBeNull();
    const [row] = await system.database.query<{ presence: string; work: string }>(
      `SELECT (SELECT state FROM presence WHERE staff_id = $1) AS presence,
              (SELECT count(*) FROM work WHERE agent_id = $1 AND state IN ('offered', 'assigned')) AS work`,
      [id('ali')],
    );
    expect(row).toEqual({ presence: 'offline', work: '0' });
    expect((await set(tokenOf(invitation.body), GOOD)).body.code).toBe('link.gone');
    const signIn = await system.anonymous.post('/api/v1/session', {
      email: 'ali@test.example',
      password: PASSWORD,
    });
    expect(signIn.status).toBe(401);
    expect((await root.post(`${USERS}/${id('ali')}/invitation`)).status).toBe(404);
    expect((await change('ali', { disabled: false })).body.disabled).toBe(false);
    expect((await (await system.signInAs('ali')).get('/api/v1/session')).status).toBe(200);
  });

  it('should have the work of a crashed request returned by the sweep', async () => {
    const mona = await system.signInAs('mona');
    const opened = await mona.post('/api/v1/tickets', {
      subject: 's',
      description: 'd',
      language: 'ar',
      queue: 'billing',
      requester: { name: 'x' },
    });
    const { number } = opened.body as { number: string };
    await mona.post(`/api/v1/tickets/${number}/assign`, { assignee: id('mona') });
    await system.database.query('UPDATE staff SET disabled_at = now() WHERE id = $1', [id('mona')]);
    await waitFor(async () => (await root.get(`/api/v1/tickets/${number}`)).body.assignee === null, {
      within: 90_000,
      what: 'the ticket to be nobody’s',
    });
    await system.database.query('UPDATE staff SET disabled_at = NULL WHERE id = $1', [id('mona')]);
  });

  it('should keep at least one administrator, and nobody may change their own role', async () => {
    expect((await change('root', { role: 'agent' })).body.code).toBe('user.own_account');
    expect((await change('root', { disabled: true })).body.code).toBe('user.own_account');
    expect((await change('root', { name: 'Root' })).status).toBe(200);
    const other = await system.signInAs('other');
    const [a, b] = await Promise.all([
      change('root', { role: 'supervisor' }, other),
      change('other', { role: 'supervisor' }, root),
    ]);
    // The second request came from somebody who was no longer administrator, or would remove the last one.
    expect([a.status, b.status].filter((status) => status === 200)).toHaveLength(1);
    const [left] = await system.database.query<{ n: string }>(
      `SELECT count(*) AS n FROM staff WHERE role = 'administrator' AND disabled_at IS NULL`,
    );
    expect(left!.n).toBe('1');
    await system.database.query(`UPDATE staff SET role = 'administrator' WHERE id = ANY($1::uuid[])`, [
      [id('root'), id('other')],
    ]);
    // An account whose role changed was signed out.
    root = await system.signInAs('root');
  });

  it('should not let supervisors change administrators, nor restricted fields', async () => {
    const sana = await system.signInAs('sana');
    const force = `/api/v1/staff/${id('other')}/presence`;
    expect((await sana.put(force, { state: 'not_ready' })).status).toBe(403);
    expect((await root.put(force, { state: 'not_ready' })).status).toBe(204);
    const body = { name: 'x', email: 'x@test.example', role: 'agent' };
    for (const field of [
      'id',
      'version',
      'password',
      'passwordHash',
      'permissions',
      'joined',
      'otp',
      '__proto__',
    ]) {
      const answer = await root.post(USERS, `${JSON.stringify(body).slice(0, -1)},"${field}":"x"}`);
      expect([field, answer.status === 400 || field === '__proto__']).toEqual([field, true]);
    }
  });
});
