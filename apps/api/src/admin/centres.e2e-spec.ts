import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const etag = (version: number) => ({ 'if-match': `"${version}"` });
const CENTRES = '/api/v1/admin/centres';
const NORTH = {
  key: 'north',
  name: { ar: 'مركز الشمال', en: 'North centre' },
  queues: ['billing', 'general'],
  desks: ['1', '2', 'Hall'],
};

describe('administration of service centres', () => {
  let system: TestSystem;
  let root: Client;
  let mona: Client;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, root: { role: 'administrator' } }, { worker: true });
    [root, mona] = [await system.signInAs('root'), await system.signInAs('mona')];
  });
  afterAll(() => system.stop());

  const desksOf = async (key: string) => {
    const { data } = (await mona.get('/api/v1/counter/centres')).body as {
      data: { key: string; desks: { label: string }[] }[];
    };
    return data.find((centre) => centre.key === key)?.desks.map(({ label }) => label);
  };

  it('should be offered to clerks with their desks, in order, until they are retired', async () => {
    const made = await root.post(CENTRES, { ...NORTH, letter: 'NB', address: { ar: 'شارع', en: 'Road' } });
    expect(made).toMatchObject({
      status: 201,
      body: { ...NORTH, letter: 'NB', calendar: null, active: true, version: 1 },
    });
    expect(await desksOf('north')).toEqual(['1', '2', 'Hall']);
    const changed = await root.patch(`${CENTRES}/north`, { desks: ['Hall', '3', '1'] }, etag(1));
    expect(changed.body).toMatchObject({ desks: ['Hall', '3', '1'], queues: NORTH.queues, version: 2 });
    expect(await desksOf('north')).toEqual(['Hall', '3', '1']);
    expect((await root.patch(`${CENTRES}/north`, { active: false }, etag(1))).status).toBe(412);
    const retired = await root.patch(`${CENTRES}/north`, { active: false }, etag(2));
    expect(retired.body).toMatchObject({ active: false, version: 3 });
    expect(await desksOf('north')).toBeUndefined();
    await system.waitUntilIdle();
    const audit = await root.get('/api/v1/admin/audit?targetKind=centre');
    const entries = audit.body.data as { action: string; detail: object }[];
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['config.retired', { fields: ['active'] }],
      ['config.changed', { fields: ['desks'] }],
      ['config.created', { fields: [] }],
    ]);
  });

  it('should reactivate a retired desk with its last clerk', async () => {
    await root.post(CENTRES, { ...NORTH, key: 'south' });
    await mona.put('/api/v1/me/desk', { centre: 'south', desk: '2' });
    await root.patch(`${CENTRES}/south`, { desks: ['1'] }, etag(1));
    const refused = await mona.put('/api/v1/me/desk', { centre: 'south', desk: 'Hall' });
    expect(refused.body.code).toBe('desk.not_found');
    await root.patch(`${CENTRES}/south`, { desks: ['1', '2'] }, etag(2));
    expect((await mona.get('/api/v1/me/desk')).body.sitting).toMatchObject({ desk: '2' });
  });

  it('should prevent the removal of a queue that they serve', async () => {
    await root.post(CENTRES, { ...NORTH, key: 'east' });
    expect((await root.delete('/api/v1/admin/queues/billing')).body.code).toBe('queue.in_use');
  });

  it.each([
    [{ ...NORTH }, 409, 'centre.exists'],
    [{ ...NORTH, key: 'x', queues: [] }, 400, 'request.invalid'],
    [{ ...NORTH, key: 'x', queues: ['general', 'nowhere'] }, 400, 'request.invalid'],
    [{ ...NORTH, key: 'x', desks: ['1', '1'] }, 400, 'request.invalid'],
    [{ ...NORTH, key: 'x', letter: 'b' }, 400, 'request.invalid'],
    [{ ...NORTH, key: 'x', calendar: 'never-heard-of' }, 400, 'request.invalid'],
    [{ ...NORTH, key: 'x', version: 3 }, 400, 'request.invalid'],
  ])('should not be made of %j', async (body, status, code) => {
    const answer = await root.post(CENTRES, body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
