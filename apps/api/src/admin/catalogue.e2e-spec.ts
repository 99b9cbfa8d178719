import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const NAME = { ar: 'هيئة الطرق', en: 'Roads Authority' };
const QUESTION = {
  code: 'KIND',
  variable: true,
  datatype: 'singlevaluelist',
  required: true,
  description: { ar: 'ما النوع؟', en: 'Which kind?' },
  datatypeDescription: { ar: '', en: '' },
  values: [{ key: 'a', name: { ar: 'أ', en: 'A' } }],
};
const SERVICE = { code: 'kerb', entity: 'roads', queue: 'general', name: { ar: 'الرصيف', en: 'Kerb' } };
const etag = (version: number) => ({ 'if-match': `"${version}"` });

describe('administration of the service catalogue', () => {
  let system: TestSystem;
  let admin: Client;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, root: { role: 'administrator' } });
    admin = await system.signInAs('root');
    await admin.post('/api/v1/admin/entities', { key: 'roads', name: NAME });
  });
  afterAll(() => system.stop());

  it('should create, change and retire an entity', async () => {
    const made = await admin.post('/api/v1/admin/entities', { key: 'parks', name: NAME });
    expect(made).toMatchObject({ status: 201, body: { key: 'parks', name: NAME, active: true, version: 1 } });
    expect((await admin.post('/api/v1/admin/entities', { key: 'parks', name: NAME })).body.code).toBe(
      'entity.exists',
    );
    const path = '/api/v1/admin/entities/parks';
    expect((await admin.patch(path, { active: false })).body.code).toBe('version.required');
    expect((await admin.patch(path, { active: false }, etag(1))).body).toMatchObject({
      active: false,
      version: 2,
      name: NAME,
    });
    expect((await admin.patch(path, { active: true }, etag(1))).status).toBe(412);
    expect((await admin.get(path)).body.version).toBe(2);
    expect((await admin.get('/api/v1/admin/entities?page[size]=1')).body).toMatchObject({
      data: [{ key: 'parks' }],
      meta: { hasMore: true },
    });
    expect((await admin.get('/api/v1/admin/entities/none')).status).toBe(404);
  });

  it('should keep entities as a tree, with contacts and hours', async () => {
    const make = (key: string, fields: object) =>
      admin.post('/api/v1/admin/entities', { key, name: NAME, ...fields });
    const energy = await make('energy', { kind: 'ministry', phone: '80001810', calendar: 'country' });
    expect(energy.body).toMatchObject({
      kind: 'ministry',
      parent: null,
      phone: '80001810',
      calendar: 'country',
    });
    const water = await make('water', { kind: 'authority', parent: 'energy', email: 'ops@water.example' });
    expect(water.body).toMatchObject({ kind: 'authority', parent: 'energy', email: 'ops@water.example' });
    const faultOf = (answer: { body: Record<string, unknown> }) =>
      (answer.body.errors as { path: string; code: string }[] | undefined)?.[0] ?? answer.body.code;
    const change = (key: string, patch: object, version = 1) =>
      admin.patch(`/api/v1/admin/entities/${key}`, patch, etag(version));
    expect(faultOf(await make('lost', { parent: 'nowhere' }))).toMatchObject({
      path: 'parent',
      code: 'not_found',
    });
    expect(faultOf(await make('lost', { calendar: 'none' }))).toMatchObject({
      path: 'calendar',
      code: 'calendar_unknown',
    });
    expect(faultOf(await make('lost', { kind: 'party' }))).toMatchObject({ path: 'kind', code: 'choice' });
    expect(faultOf(await change('energy', { parent: 'water' }))).toMatchObject({ code: 'entity_circle' });
    expect(faultOf(await change('energy', { active: false }))).toBe('entity.has_parts');
    expect((await change('water', { parent: null, calendar: '' })).body).toMatchObject({ parent: null });
    expect((await change('energy', { active: false, calendar: '' })).body).toMatchObject({
      calendar: null,
    });
    expect(faultOf(await change('water', { parent: 'energy' }, 2))).toMatchObject({ code: 'entity_closed' });
  });

  it('should never store a circle that two changes close together', async () => {
    for (const key of ['left', 'right']) await admin.post('/api/v1/admin/entities', { key, name: NAME });
    const answers = await Promise.all([
      admin.patch('/api/v1/admin/entities/left', { parent: 'right' }, etag(1)),
      admin.patch('/api/v1/admin/entities/right', { parent: 'left' }, etag(1)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('should create a service with defaults, and change only given fields', async () => {
    const made = await admin.post('/api/v1/admin/services', SERVICE);
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      ...SERVICE,
      description: { ar: '', en: '' },
      group: { ar: '', en: '' },
      keywords: '',
      kind: 'request',
      firstResponseMinutes: 480,
      resolutionMinutes: 2400,
      proof: 'none',
      open311: null,
      attributes: [],
      position: 0,
      restricted: false,
      readerGroups: [],
      active: true,
      version: 1,
    });
    const path = '/api/v1/admin/services/kerb';
    const changed = await admin.patch(
      path,
      { open311: 'realtime', attributes: [QUESTION], kind: 'report' },
      etag(1),
    );
    expect(changed.body).toMatchObject({
      open311: 'realtime',
      attributes: [QUESTION],
      kind: 'report',
      version: 2,
    });
    expect((await admin.patch(path, { open311: null }, etag(2))).body).toMatchObject({
      open311: null,
      kind: 'report',
    });
    expect((await admin.patch(path, { active: false }, etag(3))).body.active).toBe(false);
    expect((await system.anonymous.get('/api/v1/public/services')).body.data).toEqual([]);
    const list = (await admin.get('/api/v1/admin/services')).body.data as object[];
    expect(list).toContainEqual(expect.objectContaining({ code: 'kerb', active: false }));
    expect((await admin.post('/api/v1/admin/services', SERVICE)).body.code).toBe('service.exists');
  });

  it.each([
    [{ entity: 'none' }, 'entity', 'not_found'],
    [{ entity: undefined }, 'entity', 'required'],
    [{ entity: null }, 'entity', 'string'],
    [{ queue: undefined }, 'queue', 'required'],
    [{ name: undefined }, 'name', 'required'],
    [{ name: null }, 'name', 'object'],
    [{ name: { ar: 'اسم' } }, 'name.en', 'required'],
    [{ queue: 'none' }, 'queue', 'not_found'],
    [{ code: 'Not a code' }, 'code', 'format'],
    [{ open311: 'sometimes' }, 'open311', 'choice'],
    [{ attributes: [{ ...QUESTION, datatype: 'colour' }] }, 'attributes.0.datatype', 'choice'],
    [{ attributes: [QUESTION, QUESTION] }, 'attributes.1.code', 'repeated'],
    [{ attributes: [{ ...QUESTION, values: [] }] }, 'attributes.0.values', 'required'],
    [{ attributes: [{ ...QUESTION, datatype: 'string' }] }, 'attributes.0.values', 'unknown'],
    [{ attributes: [{ ...QUESTION, secret: 1 }] }, 'attributes.0.secret', 'unknown'],
    [{ version: 7 }, 'version', 'unknown'],
    // nobody could read what is filed with it
    [{ restricted: true }, 'readerGroups', 'required'],
  ])('should refuse %j', async (wrong, path, code) => {
    const { status, body } = await admin.post('/api/v1/admin/services', {
      ...SERVICE,
      code: 'other',
      ...wrong,
    });
    expect(status).toBe(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ path, code }));
  });

  it('should be refused to agents', async () => {
    const agent = await system.signInAs('mona');
    expect((await agent.get('/api/v1/admin/services')).status).toBe(403);
    expect((await agent.post('/api/v1/admin/entities', { key: 'x', name: NAME })).status).toBe(403);
  });
});
