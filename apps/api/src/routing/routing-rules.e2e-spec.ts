import { uuidv7Floor } from '#wasl/kernel';
import { waitFor } from '#wasl/testing';
import type { LiveEvent } from '#wasl/contracts';
import type { QueueSettings, RoutingRules } from '#wasl/routing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const NAME = { ar: 'الضرائب', en: 'Taxes' };
const etag = (version: number) => ({ 'if-match': `"${version}"` });

describe('administration of routing', () => {
  let system: TestSystem;
  let admin: Client;
  let mona: Client;

  beforeAll(async () => {
    system = await startSystem(
      {
        mona: { queues: ['general'], skills: { ar: 5 } },
        root: { role: 'administrator', queues: [], skills: {} },
      },
      { worker: true },
    );
    [admin, mona] = [await system.signInAs('root'), await system.signInAs('mona')];
    await mona.connect();
    await mona.subscribe('me');
    await admin.connect();
    await admin.subscribe('board');
  });
  afterAll(async () => {
    mona.close();
    admin.close();
    await system.stop();
  });

  const rules = async () =>
    (await admin.get('/api/v1/admin/routing')).body as { version: number; rules: RoutingRules };
  const queue = async (key: string) => (await admin.get(`/api/v1/admin/queues/${key}`)).body;
  const arrives = async (given: object) =>
    (
      await admin.post('/api/v1/tickets', {
        subject: 'matter',
        description: 'words',
        language: 'ar',
        requester: { name: 'x' },
        ...given,
      })
    ).body.number as string;

  it('should create a queue, warn at once that no agent serves it, and update the board', async () => {
    const made = await admin.post('/api/v1/admin/queues', {
      key: 'tax',
      name: NAME,
      dialNumbers: ['80008002'],
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        key: 'tax',
        name: NAME,
        pool: 'main',
        mailAddress: 'tax@contact.example',
        dialNumbers: ['80008002'],
        ownRules: false,
        unserved: 'no_agents',
        version: 1,
      },
    });
    const shown = (await mona.get('/api/v1/queues')).body.data as { key: string; unserved: string | null }[];
    expect(shown.map(({ key, unserved }) => [key, unserved])).toContainEqual(['tax', 'no_agents']);
    expect(shown.map(({ key, unserved }) => [key, unserved])).toContainEqual(['general', null]);
    const heard = (reason: string | null) =>
      waitFor(
        () =>
          admin.events.find(
            ({ type, data }) =>
              type === 'notice' &&
              data.kind === 'queue.unserved' &&
              data.queue === 'tax' &&
              data.reason === reason,
          ),
        { what: `the board to hear ${reason}`, within: 30_000 },
      );
    await heard('no_agents');
    await system.database.query(
      `INSERT INTO agent_queue (staff_id, queue_id) SELECT $1, id FROM queue WHERE key = 'tax'`,
      [system.people.mona!.id],
    );
    await heard(null);
  });

  it('should change a queue and its rules, with version checks', async () => {
    const { version, routing } = (await queue('tax')) as { version: number; routing: QueueSettings };
    const path = '/api/v1/admin/queues/tax';
    const limits = { perAgent: 2, total: 5 };
    const changed = await admin.patch(
      path,
      { offerSeconds: 45, routing: { ...routing, limits } },
      etag(version),
    );
    expect(changed).toMatchObject({
      status: 200,
      body: { offerSeconds: 45, ownRules: true, routing: { limits }, name: NAME, version: version + 1 },
    });
    expect((await admin.patch(path, { active: false }, etag(version))).status).toBe(412);
    const nameless = await admin.post('/api/v1/admin/queues', { key: 'nameless' });
    expect([nameless.status, nameless.body.errors]).toMatchObject([
      400,
      [{ path: 'name', code: 'required' }],
    ]);
    expect((await admin.post('/api/v1/admin/queues', { key: 'tax', name: NAME })).body.code).toBe(
      'queue.exists',
    );
    expect((await rules()).rules.queues.tax).toMatchObject({ limits });
  });

  it('should refuse invalid rules, with reasons in both languages', async () => {
    const { version, routing } = (await queue('tax')) as { version: number; routing: QueueSettings };
    const refused = async (given: Partial<Record<keyof QueueSettings, unknown>>, language = 'en') =>
      (
        await admin.patch(
          '/api/v1/admin/queues/tax',
          { routing: { ...routing, ...given } },
          { ...etag(version), 'accept-language': language },
        )
      ).body.errors;
    expect(await refused({ skills: [{ skill: 'magic', level: 1, need: 'required' }] })).toEqual([
      { path: 'routing.skills.0.skill', code: 'skill_unknown', message: 'There is no skill “magic”.' },
    ]);
    expect(await refused({ skills: [{ skill: 'en', level: 2, need: 'required' }] }, 'ar')).toEqual([
      {
        path: 'routing.skills.0.level',
        code: 'skill_nobody_has',
        message: 'لا أحد لديه المهارة «en» بالمستوى 2؛ أعلى مستوى هو 0.',
      },
    ]);
    expect(await refused({ steps: [{ afterSeconds: 10, queues: ['tax'] }] })).toMatchObject([
      { code: 'overflow_cycle', message: 'Overflow goes in a circle: tax → tax.' },
    ]);
    expect(await refused({ steps: [{ afterSeconds: -1 }] })).toMatchObject([{ code: 'negative_time' }]);
    expect(await refused({ steps: [{ afterSeconds: 1.5, colour: 'red' }] })).toMatchObject([
      { path: 'routing.steps.0.afterSeconds', code: 'integer' },
      { path: 'routing.steps.0.colour', code: 'unknown' },
    ]);
    expect(
      (await admin.post('/api/v1/admin/queues', { key: 'x', name: NAME, dialNumbers: ['80008002'] })).body
        .errors,
    ).toMatchObject([{ path: 'dialNumbers', code: 'number_taken' }]);
    expect((await queue('x')).code).toBe('queue.not_found');
  });

  it('should keep every version of the rules, and restore an old one', async () => {
    const before = await rules();
    const order = { ...before.rules.order, headStarts: { ...before.rules.order.headStarts, vip: 3_600 } };
    const put = (given: RoutingRules, version: number) =>
      admin.put('/api/v1/admin/routing', { rules: given, note: 'less for the few' }, etag(version));
    const stored = await put({ ...before.rules, order }, before.version);
    expect(stored).toMatchObject({ status: 200, body: { version: before.version + 1 } });
    expect((await put(before.rules, before.version)).status).toBe(412);
    expect(
      (await put({ ...before.rules, colour: 1 } as never, before.version + 1)).body.errors,
    ).toMatchObject([{ path: 'rules.colour', code: 'unknown' }]);
    const versions = (await admin.get('/api/v1/admin/routing/versions')).body.data as object[];
    expect(versions[0]).toMatchObject({
      version: before.version + 1,
      note: 'less for the few',
      by: { name: 'root' },
    });
    const old = (await admin.get(`/api/v1/admin/routing/versions/${before.version}`)).body;
    expect(old.rules).toEqual(before.rules);
    expect((await put(old.rules as RoutingRules, before.version + 1)).status).toBe(200);
    expect((await admin.get('/api/v1/admin/routing/versions/999')).status).toBe(404);
  });

  it('should route by the current rules, and replay a decision from its record', async () => {
    await mona.put('/api/v1/me/presence', { state: 'available' });
    const number = await arrives({ queue: 'tax', language: 'en' });
    const { version, routing } = (await queue('tax')) as { version: number; routing: QueueSettings };
    // No agent speaks English: offered at once only when the queue does not require the language.
    const language = { need: 'ignored', level: 1 };
    await admin.patch(
      '/api/v1/admin/queues/tax',
      { routing: { ...routing, language, steps: [] } },
      etag(version),
    );
    const isFor = (event: LiveEvent): event is LiveEvent<'offer.made'> =>
      event.type === 'offer.made' && event.data.ticket.number === number;
    const offer = (await waitFor(() => mona.events.find(isFor), { what: 'the offer', within: 20_000 })).data;
    const decision = (await admin.get(`/api/v1/offers/${offer.id}/decision`)).body;
    expect(decision).toMatchObject({
      agentId: system.people.mona!.id,
      why: offer.why,
      considered: { agents: 1, work: 1 },
      repeated: { agentId: system.people.mona!.id, why: offer.why },
      candidates: [
        { agent: { id: system.people.mona!.id, name: 'mona' }, verdict: 'chosen', knows: false, step: 0 },
      ],
    });
    expect((await mona.get(`/api/v1/offers/${offer.id}/decision`)).status).toBe(403);
    await mona.post(`/api/v1/offers/${offer.id}/accept`);
    const { body } = await admin.get(`/api/v1/tickets/${number}/history`);
    const entries = body.data as { type: string; data: object }[];
    expect(entries.find(({ type }) => type === 'assigned')!.data).toMatchObject({ offerId: offer.id });
  });

  it('should validate draft rules, and report unserved queues', async () => {
    const { version, rules: inForce } = await rules();
    const check = (given: RoutingRules) => admin.post('/api/v1/admin/routing/check', { rules: given });
    expect(await check(inForce)).toMatchObject({ status: 200, body: { unserved: [{ queue: 'billing' }] } });
    const asks = (level: number): RoutingRules => ({
      ...inForce,
      queues: {
        ...inForce.queues,
        general: { ...inForce.defaults, skills: [{ skill: 'en', level, need: 'required' }] },
      },
    });
    expect((await check(asks(9))).body.errors).toMatchObject([
      { path: 'rules.queues.general.skills.0.level', code: 'level_range' },
    ]);
    await system.database.query(`INSERT INTO staff_skill (staff_id, skill_key, level) VALUES ($1, 'en', 2)`, [
      system.people.root!.id,
    ]);
    // An agent has the skill, but none who serves the queue.
    expect((await check(asks(2))).body.unserved).toContainEqual({ queue: 'general', reason: 'no_skills' });
    await system.database.query(`DELETE FROM staff_skill WHERE skill_key = 'en'`);
    expect((await rules()).version).toBe(version);
    expect((await mona.post('/api/v1/admin/routing/check', { rules: inForce })).status).toBe(403);
  });

  it('should serve a flagged requester first', async () => {
    await mona.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' });
    await arrives({ requester: { name: 'first', email: 'first@people.example' } });
    const earlier = await arrives({ requester: { name: 'known', email: 'known@people.example' } });
    const id = ((await admin.get(`/api/v1/tickets/${earlier}`)).body.requester as { id: string }).id;
    expect((await mona.put(`/api/v1/requesters/${id}/care`, { vip: false, vulnerable: true })).status).toBe(
      403,
    );
    expect((await admin.put(`/api/v1/requesters/${id}/care`, { vip: false, vulnerable: true })).status).toBe(
      204,
    );
    const number = await arrives({ requester: { email: 'known@people.example' } });
    mona.events.length = 0;
    await mona.put('/api/v1/me/presence', { state: 'available' });
    const offer = (await mona.waitForEvent('offer.made')).data;
    expect(offer.ticket.number).toBe(number);
    expect(offer.why).toContainEqual({ code: 'vulnerable', params: {} });
  });

  it('should simulate other rules on a past period, beside the actual result', async () => {
    const yesterday = (time: string) => `2026-03-02T${time}Z`;
    const id = (time: string, n: number) =>
      uuidv7Floor(new Date(yesterday(time))).replace(/.{12}$/, String(n).padStart(12, '0'));
    const [{ queueId, ticketId } = { queueId: '', ticketId: '' }] = await system.database.query<{
      queueId: string;
      ticketId: string;
    }>(`SELECT queue_id AS "queueId", ticket_id AS "ticketId" FROM work WHERE ticket_id IS NOT NULL LIMIT 1`);
    const record = (n: number, arrived: string, answered: string | null, done: string, priority: string) =>
      system.database.query(
        `INSERT INTO work (id, ticket_id, queue_id, pool, channel, units, priority, language, state, urgency_at,
                           waiting_since, arrived_at, answered_at, done_at, agent_id)
         VALUES ($1, $2, $3, 'main', 'web', 100, $4, 'ar', 'done', $5, $5, $5, $6, $7, $8)`,
        [
          id(arrived, n),
          ticketId,
          queueId,
          priority,
          yesterday(arrived),
          answered && yesterday(answered),
          yesterday(done),
          system.people.mona!.id,
        ],
      );
    // Mona handled the low one first, for ten minutes, while the urgent one waited; she signed in at nine.
    await record(1, '08:00:00', '09:00:00', '09:10:00', 'low');
    await record(2, '08:30:00', '09:10:00', '09:20:00', 'urgent');
    // The router did not assign the visitor whom she served at the counter.
    await record(3, '09:29:00', '09:30:00', '09:31:00', 'normal');
    const hadUntil = (n: number, arrived: string, until: string) =>
      system.database.query('UPDATE work SET counter_until = $2 WHERE id = $1', [id(arrived, n), until]);
    await hadUntil(3, '09:29:00', 'infinity');
    // An agent who signed out after the period does not count for the period.
    await record(4, '09:40:00', null, '23:59:59', 'normal');
    await hadUntil(4, '09:40:00', '2026-03-03T08:00:00Z');
    // Work that a desk took and transferred was then offered.
    await hadUntil(1, '08:00:00', 'infinity');
    await system.database.query(
      `INSERT INTO offer (id, work_id, agent_id, queue_id, state, made_at, expires_at, why)
       SELECT uuidv7(), id, agent_id, queue_id, 'accepted', answered_at, answered_at, '[]' FROM work WHERE id = $1`,
      [id('08:00:00', 1)],
    );
    await system.database.query(
      `INSERT INTO presence_spell (staff_id, state, from_at, to_at) VALUES ($1, 'available', $2, $3)`,
      [system.people.mona!.id, yesterday('09:00:00'), yesterday('11:00:00')],
    );
    const { rules: inForce } = await rules();
    const whole = { ...inForce, units: { ...inForce.units, web: 100 } };
    const body = { from: yesterday('00:00:00'), to: yesterday('23:59:00'), rules: whole };
    const answer = await admin.post('/api/v1/admin/routing/dry-run', body);
    expect(answer.status).toBe(200);
    const figures = (name: string) =>
      (answer.body[name] as { queue: string; arrived: number; wait: object | null; agents: object[] }[]).find(
        ({ arrived }) => arrived > 0,
      );
    expect(figures('was')).toMatchObject({ arrived: 2, answered: 2, wait: { longest: 3_600, mean: 3_000 } });
    // The urgent one first: thirty minutes; the low one seventy.
    expect(figures('would')).toMatchObject({ arrived: 2, answered: 2, wait: { longest: 4_200, p50: 4_200 } });
    expect(figures('would')!.agents).toEqual([{ id: system.people.mona!.id, answered: 2 }]);
    // Five at a time, as in the current rules: nobody waits for another.
    expect(figures('inForce')).toMatchObject({ wait: { longest: 3_600 } });
    const wrong = { ...body, rules: { ...whole, queues: { nowhere: whole.defaults } } };
    expect((await admin.post('/api/v1/admin/routing/dry-run', wrong)).body.errors).toMatchObject([
      { path: 'rules.queues.nowhere', code: 'queue_unknown' },
    ]);
    expect((await admin.post('/api/v1/admin/routing/dry-run', { ...body, to: body.from })).status).toBe(400);
    expect(
      (await admin.post('/api/v1/admin/routing/dry-run', { ...body, from: '2026-02-01T00:00:00Z' })).status,
    ).toBe(400);
  });

  it('should manage skills, and delete only unused ones', async () => {
    const made = await admin.post('/api/v1/admin/skills', { key: 'law', kind: 'topic', name: NAME });
    expect(made).toMatchObject({ status: 201, body: { key: 'law', kind: 'topic', agents: {} } });
    expect(
      (await admin.patch('/api/v1/admin/skills/law', { name: { ar: 'ق', en: 'Law' } })).body.name,
    ).toEqual({
      ar: 'ق',
      en: 'Law',
    });
    expect((await admin.get('/api/v1/admin/skills/ar')).body.agents).toEqual({ '5': 1 });
    expect((await admin.delete('/api/v1/admin/skills/ar')).body.code).toBe('skill.in_use');
    expect((await admin.delete('/api/v1/admin/skills/law')).status).toBe(204);
    expect((await admin.delete('/api/v1/admin/skills/law')).status).toBe(404);
  });

  it('should delete an unreferenced queue, and retire another', async () => {
    expect((await admin.post('/api/v1/admin/queues', { key: 'empty', name: NAME })).status).toBe(201);
    expect((await admin.delete('/api/v1/admin/queues/empty')).status).toBe(204);
    expect((await admin.delete('/api/v1/admin/queues/tax')).body.code).toBe('queue.in_use');
    const { version } = (await queue('tax')) as { version: number };
    await admin.patch('/api/v1/admin/queues/tax', { active: false }, etag(version));
    const shown = (await mona.get('/api/v1/queues')).body.data as { key: string }[];
    expect(shown.map(({ key }) => key)).not.toContain('tax');
  });
});
