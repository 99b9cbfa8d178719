import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const etag = (version: number) => ({ 'if-match': `"${version}"` });
const REASONS = '/api/v1/admin/reasons';
const PRAYER = { use: 'not_ready', key: 'prayer', name: { ar: 'صلاة', en: 'Prayer' } };

describe('administration of reasons', () => {
  let system: TestSystem;
  let root: Client;
  let mona: Client;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, root: { role: 'administrator' } }, { worker: true });
    [root, mona] = [await system.signInAs('root'), await system.signInAs('mona')];
  });
  afterAll(() => system.stop());

  const offered = async () =>
    ((await mona.get('/api/v1/reasons?for=not_ready')).body.data as { key: string }[]).map(({ key }) => key);

  it('should be offered to agents once created, in their order, and no longer when retired', async () => {
    const made = await root.post(REASONS, { ...PRAYER, position: 5 });
    expect(made).toMatchObject({ status: 201, body: { ...PRAYER, position: 5, active: true, version: 1 } });
    expect(await offered()).toEqual(['break', 'prayer']);
    const away = { state: 'not_ready', reason: 'prayer' };
    expect((await mona.put('/api/v1/me/presence', away)).status).toBe(200);
    const path = `${REASONS}/not_ready/prayer`;
    const retired = await root.patch(path, { active: false }, etag(1));
    expect(retired.body).toMatchObject({ active: false, version: 2, name: PRAYER.name });
    expect(await offered()).toEqual(['break']);
    expect((await mona.put('/api/v1/me/presence', away)).body.errors).toMatchObject([{ path: 'reason' }]);
    expect((await root.patch(path, { active: true }, etag(1))).status).toBe(412);
    const renamed = await root.patch(path, { name: { ar: 'أ', en: 'b' } }, etag(2));
    expect(renamed.body.name).toEqual({ ar: 'أ', en: 'b' });
    expect((await root.get(path)).body).toMatchObject({ version: 3, active: false });
    await system.waitUntilIdle();
    const audit = await root.get('/api/v1/admin/audit?targetKind=reason');
    const entries = audit.body.data as { action: string; detail: object }[];
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['config.changed', { fields: ['name'] }],
      ['config.retired', { fields: ['active'] }],
      ['config.created', { fields: [] }],
    ]);
  });

  it('should be listed by use, page by page', async () => {
    const all = (await root.get(REASONS)).body.data as { use: string; key: string }[];
    expect(all.map(({ use }) => use)).toEqual(all.map(({ use }) => use).sort());
    const first = (await root.get(`${REASONS}?page[size]=1`)).body;
    const { after } = first.meta as { after: string };
    const second = (await root.get(`${REASONS}?page[size]=1&page[after]=${after}`)).body;
    expect([...(first.data as object[]), ...(second.data as object[])]).toEqual(all.slice(0, 2));
    const declining = (await root.get(`${REASONS}?use=decline`)).body.data as { key: string }[];
    expect(declining.map(({ key }) => key)).toEqual(['busy']);
    expect((await root.get(`${REASONS}?use=lunch`)).status).toBe(400);
  });

  it.each([
    [{ ...PRAYER }, 409, 'reason.exists'],
    [{ ...PRAYER, key: 'no_answer' }, 400, 'request.invalid'],
    [{ ...PRAYER, key: 'forced' }, 400, 'request.invalid'],
    [{ ...PRAYER, key: 'x', use: 'lunch' }, 400, 'request.invalid'],
    [{ ...PRAYER, key: 'x', name: { en: 'Only English' } }, 400, 'request.invalid'],
    [{ ...PRAYER, key: 'x', version: 9 }, 400, 'request.invalid'],
  ])('should not be made of %j', async (body, status, code) => {
    const answer = await root.post(REASONS, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('should keep the last reason of a use, also when two are retired at the same time', async () => {
    const { body } = await root.get(`${REASONS}/decline/busy`);
    const path = `${REASONS}/decline/busy`;
    const alone = await root.patch(path, { active: false }, etag(body.version as number));
    expect([alone.status, alone.body.code]).toEqual([409, 'reason.last_of_use']);
    await root.post(REASONS, { ...PRAYER, use: 'decline', key: 'unwell' });
    const both = await Promise.all([
      root.patch(path, { active: false }, etag(1)),
      root.patch(`${REASONS}/decline/unwell`, { active: false }, etag(1)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await root.get(`${REASONS}/decline/nothing`)).body.code).toBe('reason.not_found');
  });
});
