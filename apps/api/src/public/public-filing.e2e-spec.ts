import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type PublicApi, startPublicApi } from '../../../../test/support/public-api.js';
import { PNG } from '../../../../test/support/public-fixtures.js';

const MATTER = {
  kind: 'report',
  subject: 'انقطاع المياه',
  description: 'منذ أمس',
  service: 'water-leak',
  language: 'ar',
  requester: { name: 'مريم', phone: '٣٦٠٠١٢٣٤', audience: 'citizen' },
};

describe('filing over the public interface', () => {
  let api: PublicApi;
  beforeAll(async () => {
    api = await startPublicApi();
  });
  afterAll(() => api.close());

  const file = (body: object, key?: string) => {
    const request = api.client.post('/api/v1/public/tickets');
    return (key ? request.set('Idempotency-Key', key) : request).send(body);
  };
  const upload = (name: string, content: Buffer) =>
    api.client.post('/api/v1/public/attachments').attach('file', content, name);
  const count = async (table: string) =>
    (await api.database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

  it('names the services in the language asked for', async () => {
    const arabic = await api.client.get('/api/v1/public/services?lang=ar').expect(200);
    expect(arabic.body.data[0]).toMatchObject({
      code: 'water-leak',
      name: 'تسرّب المياه',
      kind: 'report',
      entity: { key: 'water', name: 'هيئة الماء' },
    });
    const english = await api.client.get('/api/v1/public/services').set('Accept-Language', 'en-GB');
    expect(english.body.data.map((service: { name: string }) => service.name)).toEqual([
      'Water leak',
      'Water bill',
    ]);
  });

  it('gives number, tracking code, expected day and the page to follow it', async () => {
    const { body } = await file(MATTER).expect(201);
    expect(Object.keys(body).sort()).toEqual(['expectedAt', 'number', 'trackUrl', 'trackingCode']);
    expect(body.number).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect(body.trackingCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(Date.parse(body.expectedAt)).toBeGreaterThan(Date.now());
    expect(body.trackUrl).toBe(`http://portal.example/ar/track/${body.number}`);
    const [row] = await api.database.query<object>(
      `SELECT t.channel, t.kind, t.language, a.value AS phone, (SELECT count(*)::int FROM work w WHERE w.ticket_id = t.id) AS work
         FROM ticket t JOIN requester_address a USING (requester_id) WHERE t.number = $1`,
      [body.number.replaceAll('-', '')],
    );
    expect(row).toEqual({ channel: 'web', kind: 'report', language: 'ar', phone: '+97336001234', work: 1 });
  });

  it('stores no personal data of an anonymous requester', async () => {
    const before = await count('requester_address');
    const requester = { audience: 'anonymous', name: 'Someone', email: 'someone@example.com' };
    await file({ ...MATTER, requester }).expect(201);
    expect(await count('requester_address')).toBe(before);
    expect(await api.database.query(`SELECT 1 FROM requester WHERE name = 'Someone'`)).toEqual([]);
  });

  it('needs no contact address: number and code are enough', async () => {
    await file({ ...MATTER, requester: { audience: 'visitor' } }).expect(201);
  });

  it('gives the same answer for the same key and body, and 409 for another body', async () => {
    const first = await file(MATTER, 'k-1').expect(201);
    const before = await count('ticket');
    expect((await file(MATTER, 'k-1').expect(201)).body).toEqual(first.body);
    const { body } = await file({ ...MATTER, subject: 'Other' }, 'k-1').expect(409);
    expect(body.code).toBe('idempotency.mismatch');
    expect(await count('ticket')).toBe(before);
  });

  it('creates one ticket for twenty concurrent requests with one key', async () => {
    const before = await count('ticket');
    const answers = await Promise.all(Array.from({ length: 20 }, () => file(MATTER, 'k-race')));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(await count('ticket')).toBe(before + 1);
  });

  it.each([
    ['a language nobody here speaks', { language: 'xx' }, 'language', 'choice'],
    ['a service that is not offered', { service: 'moon' }, 'service', 'not_found'],
    [
      'a telephone number that is none',
      { requester: { audience: 'citizen', phone: '12' } },
      'requester.phone',
      'phone',
    ],
    ['a privileged field', { priority: 'urgent' }, 'priority', 'unknown'],
    ['an audience of its own', { requester: { audience: 'king' } }, 'requester.audience', 'choice'],
    [
      'an upload that never was',
      { attachments: ['00000000-0000-7000-8000-000000000000.x'] },
      'attachments',
      'not_found',
    ],
    ['no subject', { subject: ' ' }, 'subject', 'required'],
  ])('refuses %s', async (_what, part, path, code) => {
    const { body } = await file({ ...MATTER, ...part }).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ path, code })]);
  });

  it('binds an upload to one ticket, once', async () => {
    const { body: uploaded } = await upload('صورة\u202egpj.png', PNG).expect(201);
    expect(uploaded).toMatchObject({ name: 'صورةgpj.png', size: PNG.length, type: 'image/png' });
    await file({ ...MATTER, attachments: [uploaded.id] }).expect(201);
    const again = await file({ ...MATTER, attachments: [uploaded.id] }).expect(400);
    expect(again.body.errors[0].path).toBe('attachments');
  });

  it('accepts an upload only with its signed id', async () => {
    const { body: uploaded } = await upload('a.png', PNG).expect(201);
    const [id, mac] = uploaded.id.split('.');
    for (const forged of [id, `${id}.`, `${id}.${'A'.repeat(mac.length)}`]) {
      await file({ ...MATTER, attachments: [forged] }).expect(400);
    }
  });

  it('refuses executable files, and a request without a file', async () => {
    const { body } = await upload(
      'photo.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ).expect(415);
    expect(body.code).toBe('attachment.refused');
    expect((await api.client.post('/api/v1/public/attachments')).body.code).toBe('attachment.missing');
  });
});
