import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '#wasl/kernel';
import { SlaRules } from '#wasl/sla';
import { hiddenFieldsOf, type Portal, startPortal } from '../../../../test/support/portal-app.js';
import { modulesOf, readQr } from '../../../../test/support/read-qr.js';

const PATH = '/en/kiosk/main';

describe('the kiosk of a service centre', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startPortal();
    const id = uuidv7();
    await portal.database.query(
      `INSERT INTO centre (id, key, name_ar, name_en, letter) VALUES ($1, 'main', 'مركز الخدمة', 'Service centre', 'B')`,
      [id],
    );
    await portal.database.query(
      `INSERT INTO centre_queue (centre_id, queue_id, position) SELECT $1, id, 1 FROM queue`,
      [id],
    );
  });
  afterAll(() => portal.close());

  const send = async (more: object, path = PATH) => {
    const form = hiddenFieldsOf((await portal.client.get(path).expect(200)).text);
    return portal.client
      .post(path)
      .type('form')
      .send({ ...form, website: '', go: 'draw', ...more });
  };
  const visits = () =>
    portal.database.query<Record<string, string | null>>(
      `SELECT v.call_number, v.state, t.channel, t.subject, t.language, s.code, r.name, r.audience
         FROM counter_visit v JOIN ticket t ON t.id = v.ticket_id JOIN requester r ON r.id = t.requester_id
         LEFT JOIN service s ON s.id = t.service_id ORDER BY v.came_at DESC`,
    );

  it('should give a call-up number and a ticket number', async () => {
    const { status, text } = await send({
      message: 'My bill is too high',
      service: 'water-bill',
      name: 'Noor',
    });
    expect(status).toBe(200);
    expect(text).toContain('B-001');
    const number = /\d{4}-\d{4}-\d{4}/.exec(text)![0];
    const [visit] = await visits();
    expect(visit).toEqual({
      call_number: 'B-001',
      state: 'waiting',
      channel: 'counter',
      subject: 'My bill is too high',
      language: 'en',
      code: 'water-bill',
      name: 'Noor',
      audience: 'citizen',
    });
    const [, size] = /viewBox="0 0 (\d+)/.exec(text)!;
    const [, path] = /<path d="([^"]+)"/.exec(text)!;
    const link = new URL(readQr(modulesOf({ size: Number(size), path: path! })));
    expect([link.origin, link.pathname, link.search]).toEqual([
      'http://portal.example',
      '/en/track',
      `?number=${number}`,
    ]);
    const code = link.hash.replace('#code=', '');
    expect(text).toContain(code);
    const opened = await portal.client.post('/en/track').type('form').send({ number, code });
    expect(opened.status).toBe(303);
  });

  it('should leave no data on the machine, and return to the start by itself', async () => {
    const answer = await send({ message: 'Nothing of this stays' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers.refresh).toBe(`60; url=${PATH}`);
    expect(answer.text).not.toContain('<script');
    const start = await portal.client.get(PATH);
    expect(start.headers).toMatchObject({ 'cache-control': 'no-store', refresh: `300; url=${PATH}` });
    expect(start.headers['set-cookie']).toBeUndefined();
    expect(start.text).not.toContain('Nothing of this stays');
  });

  it('should show the number again only from its own page', async () => {
    const { text } = await send({ message: 'I write slowly' });
    const [number] = /\d{4}-\d{4}-\d{4}/.exec(text)!;
    const { mark } = hiddenFieldsOf(text);
    const longer = (value: string) => portal.client.post(`${PATH}/longer`).type('form').send({ mark: value });
    const shown = await longer(mark!);
    expect([shown.status, shown.headers.refresh]).toEqual([200, `120; url=${PATH}`]);
    expect(shown.text).toContain(number);
    const forged = await longer(mark!.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10)));
    expect([forged.status, forged.headers.location]).toEqual([303, PATH]);
  });

  it('should give one number for a repeated submission', async () => {
    const form = hiddenFieldsOf((await portal.client.get(PATH)).text);
    const body = { ...form, website: '', go: 'draw', message: 'Sent twice' };
    const both = await Promise.all([0, 1].map(() => portal.client.post(PATH).type('form').send(body)));
    const numbers = both.map(({ text }) => /B-\d{3}/.exec(text)![0]);
    expect(new Set(numbers).size).toBe(1);
    expect(portal.held.length).toBeGreaterThan(0);
    const other = await portal.client
      .post(PATH)
      .type('form')
      .send({ ...body, message: 'Another matter' });
    expect(other.status).toBe(422);
  });

  it('should keep typed text after a validation error or language switch', async () => {
    const wrong = await send({ message: 'About my meter', phone: '12' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('About my meter');
    expect(wrong.text).toContain('id="phone-error"');
    const arabic = await send({ message: 'About my meter', go: 'stay' });
    expect(arabic.text).toContain('About my meter');
    const count = (await visits()).length;
    expect((await send({ message: ' ' })).status).toBe(422);
    expect((await send({ message: 'spam', website: 'http://spam.example' })).status).toBe(422);
    expect((await send({ message: 'forged', token: 'x.1.y' })).status).toBe(422);
    expect((await visits()).length).toBe(count);
  });

  it('should accept a service that is not served here, in the centre’s first queue', async () => {
    await send({ message: 'About a passport', service: 'passport' });
    expect((await visits())[0]).toMatchObject({
      subject: 'About a passport',
      code: null,
      audience: 'anonymous',
    });
  });

  it('should use Arabic under the Arabic path', async () => {
    const { text } = await send({ message: 'أين أجدد رخصتي؟' }, '/ar/kiosk/main');
    expect(text).toContain('<html lang="ar" dir="rtl"');
    expect((await visits())[0]).toMatchObject({ language: 'ar', subject: 'أين أجدد رخصتي؟' });
  });

  it('should give no number while the centre is closed, and show when it opens', async () => {
    await portal.database.query(
      `INSERT INTO calendar (key, name_ar, name_en, hours, public_holidays) VALUES ('seldom', 'ن', 's', $1, false)`,
      [JSON.stringify({ [seldom()]: [['08:00', '12:00']] })],
    );
    await portal.database.query(
      `INSERT INTO centre (id, key, name_ar, name_en, calendar) VALUES ($1, 'shut', 'مركز', 'Centre', 'seldom')`,
      [uuidv7()],
    );
    await portal.app.get(SlaRules).read();
    const { text } = await portal.client.get('/en/kiosk/shut').expect(200);
    expect(text).toContain('closed now');
    expect(text).toContain('<time');
    expect(text).not.toContain('<textarea');
  });

  it('should answer 404 for an unknown centre', async () => {
    await portal.client.get('/en/kiosk/nowhere').expect(404);
    await portal.client.post('/en/kiosk/nowhere').type('form').send({ go: 'draw' }).expect(404);
  });
});

/** Calendar hours for a weekday other than today, so that the centre is closed now. */
const seldom = () =>
  new Date(Date.now() + 3 * 86_400_000).toLocaleDateString('en', { weekday: 'short' }).toLowerCase();
