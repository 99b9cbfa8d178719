import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const CANNED = '/api/v1/admin/canned-replies';
const etag = (version: number) => ({ 'if-match': `"${version}"` });
const RECEIVED = {
  key: 'on-the-way',
  title: { ar: 'الفريق في الطريق', en: 'Crew on the way' },
  texts: [
    {
      language: 'ar',
      text: 'عزيزي {{requesterName}}،\r\nتذكرتكم {{ticketNumber}} لدى {{queueName}}.\n{{agentName}}',
    },
    {
      language: 'en',
      text: 'Dear {{requesterName}},\nticket {{ticketNumber}} is with {{queueName}}.\n{{agentName}}',
    },
  ],
};

describe('canned replies', () => {
  let system: TestSystem;
  let root: Client;
  let mona: Client;
  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, root: { role: 'administrator' } },
      { worker: true, env: { COUNTRY: 'lb' } },
    );
    [root, mona] = [await system.signInAs('root'), await system.signInAs('mona')];
    await system.database.query(
      `UPDATE queue SET name_ar = 'الخدمات', name_en = 'Services' WHERE key = 'general'`,
    );
  });
  afterAll(() => system.stop());

  const open = async (language: string, name: string | null, queue = 'general') => {
    const requester = {
      phone: '+9613123456',
      ...(name && { name, phone: undefined, email: `${name}@home.example` }),
    };
    const { body } = await mona.post('/api/v1/tickets', {
      subject: 'Lamp',
      description: 'Dark',
      language,
      queue,
      requester,
    });
    return body.number as string;
  };
  const ready = async (number: string) => {
    const { status, body } = await mona.get(`/api/v1/tickets/${number}/canned-replies`);
    expect(status).toBe(200);
    return body.data as { key: string; language: string; text: string }[];
  };

  it('should be created, and offered to agents in the requester’s language with placeholders filled in', async () => {
    const made = await root.post(CANNED, RECEIVED);
    expect(made).toMatchObject({
      status: 201,
      body: { key: 'on-the-way', queue: null, active: true, version: 1 },
    });
    const arabic = await open('ar', 'khalid');
    expect(await ready(arabic)).toEqual([
      {
        key: 'on-the-way',
        title: RECEIVED.title,
        language: 'ar',
        text: `عزيزي \u2068khalid\u2069،\nتذكرتكم \u2066${arabic}\u2069 لدى الخدمات.\n\u2068mona\u2069`,
      },
    ]);
    const english = await open('en', null);
    expect((await ready(english))[0]).toMatchObject({
      language: 'en',
      text: `ticket ${english} is with Services.\nmona`,
    });
    // No French text here: the country's first language is used.
    expect((await ready(await open('fr', 'rima')))[0]!.language).toBe('ar');
  });

  it('should be offered only where they apply, and no longer once retired', async () => {
    const words = {
      title: { ar: 'فاتورة', en: 'Bill' },
      texts: [{ language: 'en', text: 'Your bill is right.' }],
    };
    await root.post(CANNED, { ...words, key: 'bill', queue: 'billing' });
    const [general, billing] = [await open('ar', 'ali'), await open('ar', 'sara', 'billing')];
    expect((await ready(general)).map(({ key }) => key)).toEqual(['on-the-way']);
    // With an English text only, it is offered in English.
    expect(await ready(billing)).toContainEqual(expect.objectContaining({ key: 'bill', language: 'en' }));
    const changed = await root.patch(`${CANNED}/bill`, { queue: null }, etag(1));
    expect(changed.body).toMatchObject({ queue: null, version: 2, texts: words.texts });
    expect((await ready(general)).map(({ key }) => key)).toEqual(['bill', 'on-the-way']);
    const retired = await root.patch(`${CANNED}/bill`, { active: false }, etag(2));
    expect(retired.body).toMatchObject({ active: false, version: 3 });
    expect((await ready(general)).map(({ key }) => key)).toEqual(['on-the-way']);
    expect((await root.patch(`${CANNED}/bill`, { active: true }, etag(1))).status).toBe(412);
    expect((await root.get(`${CANNED}/bill`)).body).toMatchObject({ active: false, version: 3 });
  });

  it('should be listed page by page, with their languages and placeholders', async () => {
    const { body } = await root.get(`${CANNED}?page[size]=1`);
    expect(body).toMatchObject({
      data: [{ key: 'bill' }],
      meta: { hasMore: true },
      languages: ['ar', 'fr', 'en'],
    });
    const { after } = body.meta as { after: string };
    expect((await root.get(`${CANNED}?page[after]=${after}`)).body).toMatchObject({
      data: [{ key: 'on-the-way' }],
    });
    expect((body.placeholders as { name: string }[]).map(({ name }) => name)).toContain('requesterName');
  });

  it('should be previewed before they are saved', async () => {
    const { body } = await root.post(`${CANNED}/preview`, {
      language: 'ar',
      text: 'تذكرتكم {{ticketNumber}}',
    });
    expect(body).toEqual({ text: 'تذكرتكم \u20662648-1937-0521\u2069', direction: 'rtl' });
    const wrong = await root.post(`${CANNED}/preview`, { language: 'ar', text: '{{trackingCode}}' });
    expect(wrong.body.errors).toMatchObject([{ path: 'text', code: 'placeholder_unknown' }]);
  });

  it.each([
    [{ ...RECEIVED, key: 'x', texts: [] }, 'texts', 'required'],
    [{ ...RECEIVED, key: 'x', texts: [{ language: 'de', text: 'Hallo' }] }, 'texts.0.language', 'choice'],
    [
      { ...RECEIVED, key: 'x', texts: [{ language: 'en', text: '{{nothing}}' }] },
      'texts.0.text',
      'placeholder_unknown',
    ],
    [{ ...RECEIVED, key: 'x', queue: 'none' }, 'queue', 'not_found'],
    [{ ...RECEIVED, key: 'x', title: { en: 'Only English' } }, 'title.ar', 'required'],
    [{ ...RECEIVED, key: 'x', version: 3 }, 'version', 'unknown'],
  ])('should not be made of %j', async (body, path, code) => {
    const answer = await root.post(CANNED, body);
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { path: string }[]).map((fault) => fault.path)).toContain(path);
    if (code !== 'required')
      expect(answer.body.errors).toContainEqual(expect.objectContaining({ path, code }));
  });

  it('should refuse duplicates and agents, and be audited', async () => {
    expect((await root.post(CANNED, RECEIVED)).body.code).toBe('canned_reply.exists');
    expect((await root.get(`${CANNED}/none`)).body.code).toBe('canned_reply.not_found');
    expect((await mona.get(CANNED)).status).toBe(403);
    expect((await mona.post(CANNED, RECEIVED)).status).toBe(403);
    await system.waitUntilIdle();
    const audit = (await root.get('/api/v1/admin/audit?targetKind=template')).body.data as {
      action: string;
    }[];
    expect(audit.map(({ action }) => action)).toEqual([
      'config.retired',
      'config.changed',
      'config.created',
      'config.created',
    ]);
  });
});
