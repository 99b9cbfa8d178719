import { uuidv7 } from '#wasl/kernel';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { type Format, Open311Client, type Row } from '../../../../test/support/open311-client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const W3C = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
const PLACE = { lat: '26.2285', long: '50.5860', address_string: 'Road 2825, Manama' };
const REQUEST_FIELDS = [
  'service_request_id',
  'status',
  'status_notes',
  'service_name',
  'service_code',
  'description',
  'agency_responsible',
  'service_notice',
  'requested_datetime',
  'updated_datetime',
  'expected_datetime',
  'address',
  'address_id',
  'zipcode',
  'lat',
  'long',
  'media_url',
];

describe('Open311', () => {
  let system: TestSystem;
  let agent: Client;
  let admin: Client;
  let key: string;

  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, root: { role: 'administrator' } },
      { worker: true, env: { OPEN311_TEST_URL: 'https://test.example/' } },
    );
    [agent, admin] = await Promise.all([system.signInAs('mona'), system.signInAs('root')]);
    await seedServices(admin);
    key = (await admin.post('/api/v1/admin/api-keys', { name: 'City app' })).body.key as string;
  });
  afterAll(() => system.stop());

  const client = (format: Format = 'json') => new Open311Client(`${system.url}/open311`, format, key);
  const report = (more: Record<string, string | string[]> = {}) => ({
    service_code: 'street-light',
    ...PLACE,
    'attribute[LAMPS]': '2',
    description: `Dark ${uuidv7()}`,
    ...more,
  });
  const file = async (more: Record<string, string | string[]> = {}): Promise<string> =>
    (await client().post('requests', report(more))).rows[0]!.service_request_id!;

  describe('with pictures in a multipart form', () => {
    const PNG = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const send = async (
      files: [string, Buffer, string][],
      more: Record<string, string> = {},
      format = 'json',
    ) => {
      const form = new FormData();
      const fields = { api_key: key, ...report(), ...more };
      for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
      for (const [field, content, name] of files)
        form.append(field, new Blob([new Uint8Array(content)]), name);
      const response = await fetch(`${system.url}/open311/v2/requests.${format}`, {
        method: 'POST',
        body: form,
      });
      return { status: response.status, text: await response.text() };
    };
    const filesOf = async (number: string) =>
      await system.database.query<{ name: string; type: string }>(
        `SELECT a.name, a.type FROM attachment a JOIN ticket t ON t.id = a.ticket_id WHERE t.number = $1 ORDER BY a.id`,
        [number.replaceAll('-', '')],
      );
    const numberIn = (text: string) => (JSON.parse(text) as Row[])[0]!.service_request_id!;

    it('should attach them to the ticket, once', async () => {
      const same = { description: 'Lamp with picture' };
      const first = await send(
        [
          ['media', PNG, 'صورة.png'],
          ['media[]', PNG, 'two.png'],
        ],
        same,
      );
      expect(first.status).toBe(200);
      const number = numberIn(first.text);
      expect(await filesOf(number)).toEqual([
        { name: 'صورة.png', type: 'image/png' },
        { name: 'two.png', type: 'image/png' },
      ]);
      const again = await send(
        [
          ['media', PNG, 'صورة.png'],
          ['media[]', PNG, 'two.png'],
        ],
        same,
      );
      expect(numberIn(again.text)).toBe(number);
      expect(await filesOf(number)).toHaveLength(2);
      const without = await send([], same);
      expect(numberIn(without.text)).not.toBe(number);
      const shown = await client().get(`requests/${number}`);
      expect(shown.rows[0]!.media_url ?? null).toBeNull();
    });

    it('should refuse what is no picture, too large, too many, or of no key, in the format asked', async () => {
      const count = async () =>
        (await system.database.query<{ n: number }>('SELECT count(*)::int AS n FROM attachment'))[0]!.n;
      const before = await count();
      const page = Buffer.from('<html><script>alert(1)</script></html>');
      expect((await send([['media', page, 'a.png']])).status).toBe(400);
      expect(
        (await send([['media', Buffer.concat([PNG, Buffer.alloc(11 * 2 ** 20)]), 'a.png']])).status,
      ).toBe(413);
      const many = Array.from({ length: 6 }, (_, n): [string, Buffer, string] => ['media', PNG, `${n}.png`]);
      const answer = await send(many, {}, 'xml');
      expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(/<error>.*media/s)]);
      expect((await send([['media', PNG, 'a.png']], { api_key: 'wrong' })).status).toBe(403);
      expect((await send([['media', PNG, 'a.png']], { 'attribute[LAMPS]': 'many' })).text).toMatch(
        /attribute\[LAMPS\]/,
      );
      expect((await send([['other', PNG, 'a.png']])).status).toBe(200);
      expect(await count()).toBe(before);
      const broken = await fetch(`${system.url}/open311/v2/requests.json`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data' },
        body: 'x',
      });
      expect(broken.status).toBe(400);
      const cut = await fetch(`${system.url}/open311/v2/requests.json`, {
        method: 'POST',
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
        body: '--b\r\ncontent-disposition: form-data; name="media"; filename="a.png"\r\n\r\nhalf',
      });
      expect(cut.status).toBe(400);
    });
  });

  describe.each(['xml', 'json'] as const)('with a client written from the specification, in %s', (format) => {
    it('should be discovered, list services, accept a request and show it until closed', async () => {
      const app = client(format);
      const found = await app.discover();
      const endpoint = found.endpoints.find((one) => /GeoReport_v2/.test(one.specification))!;
      expect(endpoint.formats).toContain(format === 'xml' ? 'text/xml' : 'application/json');
      expect(endpoint.url).toMatch(/\/open311\/v2$/);
      expect(found.endpoints.slice(1)).toMatchObject([
        { url: 'https://test.example/open311/v2', type: 'test', specification: endpoint.specification },
      ]);

      const services = (await app.get('services')).rows;
      for (const service of services) {
        expect(Object.keys(service).sort()).toEqual(
          ['description', 'group', 'keywords', 'metadata', 'service_code', 'service_name', 'type'].sort(),
        );
        expect(['realtime', 'batch', 'blackbox']).toContain(service.type);
        expect(['true', 'false']).toContain(String(service.metadata));
      }
      const light = services.find((service) => service.service_name === 'Street light')!;
      expect(light).toMatchObject({ keywords: 'lamp, light', group: 'Roads' });

      const definition = await app.definition(light.service_code!);
      expect(definition.service_code).toBe(light.service_code);
      expect(definition.attributes.map(({ order, datatype }) => [String(order), datatype])).toEqual([
        ['1', 'number'],
        ['2', 'singlevaluelist'],
        ['3', 'multivaluelist'],
        ['4', 'string'],
      ]);
      expect(definition.attributes[1]!.values).toEqual([
        { key: 'yellow', name: 'Yellow' },
        { key: 'white', name: 'White' },
      ]);

      const made = await app.post(
        'requests',
        report({ 'attribute[COLOUR]': 'white', 'attribute[WHEN][]': ['dusk', 'night'], account_id: 'u-1' }),
      );
      expect(made).toMatchObject({ status: 200, contentType: CONTENT_TYPE[format] });
      expect(Object.keys(made.rows[0]!)).toEqual(['service_request_id', 'service_notice', 'account_id']);
      const id = made.rows[0]!.service_request_id!;

      const [open] = (await app.get(`requests/${id}`)).rows as [Row];
      expect(Object.keys(open)).toEqual(REQUEST_FIELDS);
      expect(open).toMatchObject({
        service_request_id: id,
        status: 'open',
        service_code: 'street-light',
        service_name: 'Street light',
        agency_responsible: 'Works',
        address: PLACE.address_string,
      });
      for (const field of ['requested_datetime', 'updated_datetime', 'expected_datetime']) {
        expect(open[field]).toMatch(W3C);
      }
      expect([Number(open.lat), Number(open.long)]).toEqual([26.2285, 50.586]);

      const told = await agent.post(`/api/v1/tickets/${id}/resolve`, {
        note: 'The lamp was changed.',
        resolution: 'fixed',
      });
      expect(told.status).toBe(200);
      const [closed] = (await app.get('requests', { service_request_id: id })).rows as [Row];
      expect(closed).toMatchObject({ status: 'closed', status_notes: 'The lamp was changed.' });
      const updates = await waitFor(
        async () => {
          const { rows } = await app.get('servicerequestupdates');
          const own = rows.filter((row) => row.service_request_id === id);
          return own.length > 0 && own;
        },
        { what: 'the update' },
      );
      expect(updates).toEqual([
        expect.objectContaining({ status: 'closed', description: 'The lamp was changed.' }),
      ]);
    });

    it('should report errors in the same format', async () => {
      const app = client(format);
      const errors: [Promise<{ status: number; rows: Row[]; contentType: string }>, number, RegExp][] = [
        [app.get('services/none'), 404, /service/],
        [app.get('requests/9999-9999-9999'), 404, /request/],
        [app.get('tokens/none'), 404, /token/],
        [app.get('elsewhere'), 404, /nothing/],
        [app.get('requests', { status: 'lost' }), 400, /status/],
        [app.post('requests', { ...report(), api_key: 'wrong' }), 403, /api_key/],
        [app.post('requests', { ...report(), api_key: '' }), 403, /api_key/],
        [app.post('requests', { ...report(), service_code: '' }), 400, /service_code/],
        [app.post('requests', { ...report(), service_code: 'none' }), 404, /service/],
        [app.post('requests', { ...report(), service_code: 'private' }), 404, /service/],
        [app.post('requests', { ...report(), 'attribute[LAMPS]': '' }), 400, /attribute\[LAMPS\]/],
        [app.post('requests', { ...report(), 'attribute[COLOUR]': 'green' }), 400, /attribute\[COLOUR\]/],
        [app.post('requests', { ...report(), lat: '91' }), 400, /lat/],
        [app.post('requests', { ...report(), long: '' }), 400, /long/],
        [app.post('requests', { ...report(), lat: '', long: '', address_string: '' }), 400, /address_string/],
        [app.post('requests', { ...report(), description: 'x'.repeat(4_001) }), 400, /description/],
        [app.post('requests', { ...report(), media_url: 'javascript:alert(1)' }), 400, /media_url/],
        [app.post('requests', { ...report(), email: 'nobody' }), 400, /email/],
      ];
      for (const [answer, status, text] of errors) {
        const { status: given, rows, contentType } = await answer;
        expect([given, rows[0]!.code, contentType]).toEqual([status, String(status), CONTENT_TYPE[format]]);
        expect(rows.map((row) => row.description).join()).toMatch(text);
      }
    });
  });

  it('should send exactly the specified XML and JSON', async () => {
    const xml = await fetch(`${system.url}/open311/v2/services.xml`);
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    expect(xml.headers.get('access-control-allow-origin')).toBe('*');
    const text = await xml.text();
    expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<services><service><service_code>/);
    const json = await fetch(`${system.url}/open311/v2/services.json`);
    expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await json.json()).toContainEqual(
      expect.objectContaining({ service_code: 'street-light', metadata: true, type: 'realtime' }),
    );
  });

  it('should answer in the language asked for', async () => {
    const names = async (query: string, header?: string) =>
      (
        (await (
          await fetch(`${system.url}/open311/v2/services.json${query}`, {
            headers: header ? { 'accept-language': header } : {},
          })
        ).json()) as Row[]
      ).map((row) => row.service_name);
    expect(await names('?lang=ar')).toContain('إنارة الشارع');
    expect(await names('', 'ar-BH')).toContain('إنارة الشارع');
    expect(await names('?lang=en', 'ar')).toContain('Street light');
    const wrong = await client().get('services/none', { lang: 'ar' });
    expect(wrong.rows[0]!.description).toMatch(/خدمة/);
  });

  it('should create a complete ticket in the queue and with the SLA of its service', async () => {
    const id = await file({
      first_name: 'Salma',
      last_name: 'Khatib',
      email: 'Salma@Example.com',
      phone: '36001234',
      media_url: 'https://pictures.example/1.jpg',
      'attribute[COLOUR]': 'white',
      description: 'The lamp flickers',
    });
    const { body } = await agent.get(`/api/v1/tickets/${id}`);
    expect(body).toMatchObject({
      channel: 'open311',
      service: 'street-light',
      queue: 'general',
      kind: 'report',
      subject: 'Street light: Road 2825, Manama',
      requester: { name: 'Salma Khatib', email: 'salma@example.com', phone: '+97336001234' },
      location: { lat: 26.2285, long: 50.586, address: 'Road 2825, Manama' },
    });
    expect(body.description).toBe(
      'The lamp flickers\n\nHow many lamps?: 2\nWhich colour?: White\nPicture or file: https://pictures.example/1.jpg',
    );
  });

  it('should show no data of the requester', async () => {
    const id = await file({
      first_name: 'Salma',
      last_name: 'Khatib',
      email: 'salma2@example.com',
      phone: '36005678',
      device_id: 'device-7',
      'attribute[NOTE]': 'flat 12 of Salma',
      description: 'I am Salma Khatib, call 3600 5678 or salma2@example.com',
    });
    await agent.post(`/api/v1/tickets/${id}/messages`, {
      kind: 'public_reply',
      body: 'Dear Salma, we call +973 36005678',
    });
    await agent.post(`/api/v1/tickets/${id}/messages`, { kind: 'internal_note', body: 'secret note' });
    await system.waitUntilIdle();
    for (const format of ['xml', 'json'] as const) {
      const shown =
        (await client(format).get(`requests/${id}`, { extensions: 'true' })).text +
        (await client(format).get('requests', { extensions: 'true' })).text +
        (await client(format).get('servicerequestupdates')).text;
      expect(shown).toContain(id);
      expect(shown).not.toMatch(/salma|khatib|36005678|3600 5678|device-7|flat 12|secret note/i);
    }
  });

  it('should never list confidential tickets, nor those of hidden services', async () => {
    const byPhone = await agent.post('/api/v1/tickets', {
      subject: 'Lamp before my house',
      description: 'My neighbour drinks',
      service: 'street-light',
      channel: 'phone',
      requester: { phone: '36009999' },
      location: { address: 'My home' },
    });
    const moved = await file();
    const { version } = (await agent.get(`/api/v1/tickets/${moved}`)).body;
    await agent.patch(
      `/api/v1/tickets/${moved}`,
      { service: 'private' },
      { 'if-match': `"${String(version)}"` },
    );
    const { text } = await client().get('requests');
    expect(text).not.toContain(byPhone.body.number as string);
    expect(text).not.toContain(moved);
    for (const id of [byPhone.body.number as string, moved]) {
      expect((await client().get(`requests/${id}`)).status).toBe(404);
      expect(
        (await client().post('servicerequestupdates', { service_request_id: id, description: 'x' })).status,
      ).toBe(404);
    }
  });

  it('should return a token for a batch service, and nothing for a blackbox service', async () => {
    const batch = (await client().post('requests', { ...report(), service_code: 'batch' })).rows[0]!;
    expect(Object.keys(batch)).toEqual(['token', 'service_notice', 'account_id']);
    const [known] = (await client('xml').get(`tokens/${batch.token!}`)).rows as [Row];
    expect(known.token).toBe(batch.token);
    expect((await client().get(`requests/${known.service_request_id!}`)).rows).toHaveLength(1);

    const box = (await client().post('requests', { ...report(), service_code: 'box' })).rows[0]!;
    expect(Object.keys(box)).toEqual(['service_notice', 'account_id']);
    expect((await client().get('requests', { service_code: 'box' })).rows).toEqual([]);
  });

  it('should create one ticket for a repeated request, also concurrently', async () => {
    const again = report({ device_id: 'd-1' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => client().post('requests', again)));
    answers.push(await client('xml').post('requests', again));
    expect(new Set(answers.map(({ rows }) => rows[0]!.service_request_id)).size).toBe(1);
    const other = await client().post('requests', { ...again, device_id: 'd-2' });
    expect(other.rows[0]!.service_request_id).not.toBe(answers[0]!.rows[0]!.service_request_id);
    await system.database.query(`UPDATE open311_filing SET filed_at = filed_at - interval '11 minutes'`);
    const later = await client().post('requests', again);
    expect(later.rows[0]!.service_request_id).not.toBe(answers[0]!.rows[0]!.service_request_id);
  });

  it('should find requests by service, state, time and id, by pages', async () => {
    const ids = [await file(), await file(), await file()];
    await agent.post(`/api/v1/tickets/${ids[0]!}/resolve`, { note: 'Done' });
    const idsOf = async (query: Record<string, string>) =>
      (await client().get('requests', query)).rows.map((row) => row.service_request_id!);
    expect((await idsOf({})).slice(0, 3)).toEqual([...ids].reverse());
    expect(await idsOf({ status: 'closed' })).toContain(ids[0]);
    expect(await idsOf({ status: 'open' })).not.toContain(ids[0]);
    expect(await idsOf({ service_code: 'batch' })).not.toContain(ids[0]);
    expect(await idsOf({ page: '2', page_size: '1' })).toEqual([ids[1]]);
    expect(await idsOf({ end_date: '2020-01-01T00:00:00Z' })).toEqual([]);
    // A formatted ticket number is accepted; ids override all other filters.
    const spoken = ids[1]!.replaceAll('-', '');
    expect(await idsOf({ service_request_id: `${ids[0]!},${spoken}`, status: 'open' })).toEqual([
      ids[1],
      ids[0],
    ]);
    expect((await client().get(`requests/${ids[0]!},${ids[2]!}`)).rows).toHaveLength(2);
    const [extended] = (await client().get(`requests/${ids[0]!}`, { extensions: 'true' })).rows as [Row];
    expect(extended.extended_attributes).toMatchObject({ detailed_status: 'resolved' });
  });

  it('should omit requests older than ninety days', async () => {
    const id = await file();
    await system.database.query(
      `UPDATE open311_request SET filed_at = now() - interval '91 days'
        WHERE ticket_id = (SELECT id FROM ticket WHERE number = $1)`,
      [id.replaceAll('-', '')],
    );
    const listed = async (query = {}) => (await client().get('requests', query)).text.includes(id);
    expect(await listed()).toBe(false);
    expect(await listed({ start_date: '2020-01-01T00:00:00Z' })).toBe(false);
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString();
    expect(await listed({ start_date: day(95), end_date: day(85) })).toBe(true);
  });

  it('should accept updates once, and reopen a resolved request', async () => {
    const id = await file();
    const update = {
      service_request_id: id,
      update_id: 'u-77',
      description: 'Still dark',
      first_name: 'Neighbour',
      email: 'n@example.com',
    };
    const first = await client('xml').post('servicerequestupdates', update);
    expect(first).toMatchObject({ status: 200, rows: [{ update_id: expect.any(String) }] });
    expect((await client().post('servicerequestupdates', update)).rows).toEqual(first.rows);
    const messages = (await agent.get(`/api/v1/tickets/${id}/messages`)).body.data as {
      kind: string;
      body: string;
    }[];
    expect(messages.map(({ kind, body }) => [kind, body])).toEqual([
      ['requester_message', 'Still dark'],
      ['internal_note', 'The update was sent by: Neighbour, n@example.com'],
    ]);
    await agent.post(`/api/v1/tickets/${id}/resolve`, { note: 'Done' });
    await client().post('servicerequestupdates', {
      service_request_id: id,
      status: 'CLOSED',
      description: 'Thanks',
    });
    expect((await agent.get(`/api/v1/tickets/${id}`)).body.status).toBe('resolved');
    await client().post('servicerequestupdates', {
      service_request_id: id,
      status: 'OPEN',
      description: 'Dark again',
    });
    expect((await agent.get(`/api/v1/tickets/${id}`)).body.status).toBe('open');
    await system.waitUntilIdle();
    const shown = (await client().get('servicerequestupdates')).rows.filter(
      (row) => row.service_request_id === id,
    );
    expect(shown.map(({ status, description }) => [status, description])).toEqual([
      ['open', 'Dark again'],
      ['closed', 'Done'],
      ['open', 'Still dark'],
    ]);
    expect((await client().post('servicerequestupdates', { service_request_id: id })).status).toBe(400);
    expect((await client().post('servicerequestupdates', { ...update, api_key: 'no' })).status).toBe(403);
  });

  it('should refuse bodies that are not forms or too large, in its own format', async () => {
    const post = (body: string, type: string) =>
      fetch(`${system.url}/open311/v2/requests.json`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });
    for (const [body, type, status] of [
      ['{}', 'application/json', 400],
      ['x'.repeat(300_000), 'application/x-www-form-urlencoded', 413],
    ] as const) {
      const answer = await post(body, type);
      expect([answer.status, ((await answer.json()) as Row[])[0]!.code]).toEqual([status, String(status)]);
    }
  });

  it('should refuse a revoked key, and record the last use of a key', async () => {
    const made = await admin.post('/api/v1/admin/api-keys', { name: 'Old app' });
    const old = new Open311Client(`${system.url}/open311`, 'json', made.body.key as string);
    expect((await old.post('requests', report())).status).toBe(200);
    const listed = (await admin.get('/api/v1/admin/api-keys')).body.data as Record<string, unknown>[];
    expect(listed[0]).toMatchObject({
      name: 'Old app',
      createdBy: 'root',
      lastUsedAt: expect.any(String),
      revokedAt: null,
    });
    expect(JSON.stringify(listed)).not.toContain(made.body.key as string);
    expect((await admin.delete(`/api/v1/admin/api-keys/${made.body.id as string}`)).status).toBe(204);
    expect((await old.post('requests', report())).status).toBe(403);
    expect((await agent.get('/api/v1/admin/api-keys')).status).toBe(403);
  });
});

const CONTENT_TYPE = { xml: 'text/xml; charset=utf-8', json: 'application/json; charset=utf-8' };

const text = (en: string, ar = en) => ({ ar, en });
const asked = (code: string, datatype: string, question: string, more: object = {}) => ({
  code,
  variable: true,
  datatype,
  required: false,
  description: text(question),
  datatypeDescription: text(''),
  values: [],
  ...more,
});
const choices = (...names: string[]) => names.map((name) => ({ key: name.toLowerCase(), name: text(name) }));

async function seedServices(admin: Client): Promise<void> {
  await admin.post('/api/v1/admin/entities', { key: 'works', name: text('Works', 'الأشغال') });
  const common = { entity: 'works', queue: 'general', kind: 'report', group: text('Roads', 'الطرق') };
  const attributes = [
    asked('LAMPS', 'number', 'How many lamps?', { required: true }),
    asked('COLOUR', 'singlevaluelist', 'Which colour?', { values: choices('Yellow', 'White') }),
    asked('WHEN', 'multivaluelist', 'When?', { values: choices('Dusk', 'Night') }),
    asked('NOTE', 'string', 'Anything else?'),
  ];
  for (const service of [
    {
      code: 'street-light',
      name: text('Street light', 'إنارة الشارع'),
      open311: 'realtime',
      keywords: 'lamp light',
      attributes,
    },
    { code: 'batch', name: text('Batch'), open311: 'batch' },
    { code: 'box', name: text('Box'), open311: 'blackbox' },
    { code: 'private', name: text('Private') },
  ]) {
    const made = await admin.post('/api/v1/admin/services', { ...common, ...service });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  }
}
