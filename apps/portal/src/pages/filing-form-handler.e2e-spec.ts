import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BlobStore, blobStoreUnavailable } from '#wasl/tickets';
import { hiddenFieldsOf, type Portal, startPortal } from '../../../../test/support/portal-app.js';
import { PNG } from '../../../../test/support/public-fixtures.js';
import { TEXTS } from '../texts/index.js';

const ANSWERS = {
  service: 'water-leak',
  kind: 'report',
  subject: 'Leak <b>here</b>',
  description: 'Since\nmorning',
  address: 'Road 23',
  audience: 'citizen',
  name: 'Maryam',
  phone: '36001234',
};

describe('filing a ticket on the portal', () => {
  let portal: Portal;
  let agent: ReturnType<Portal['agent']>;
  let token: string;
  /** when the page with the form was asked for */
  let askedAt: number;
  beforeAll(async () => {
    portal = await startPortal();
  });
  afterAll(() => portal.close());
  beforeEach(async () => {
    agent = portal.agent();
    askedAt = Date.now();
    const page = await agent.get('/en/new?service=water-leak').expect(200);
    token = hiddenFieldsOf(page.text).token!;
  });

  const post = (body: object, path = '/en/new') =>
    agent
      .post(path)
      .type('form')
      .send({ token, ...body });
  const send = (answers: object = {}) => post({ ...ANSWERS, step: 'check', go: 'send', ...answers });
  const tickets = async () =>
    (await portal.database.query<{ n: number }>('SELECT count(*)::int AS n FROM ticket'))[0]!.n;

  it('goes page by page, carrying all answers, to a receipt', async () => {
    const place = await post({ ...ANSWERS, step: 'matter', go: 'next' }).expect(200);
    expect(hiddenFieldsOf(place.text)).toMatchObject({ step: 'place', subject: 'Leak <b>here</b>', token });
    const you = await post({ ...hiddenFieldsOf(place.text), address: 'Road 23', go: 'next' }).expect(200);
    const check = await post({
      ...hiddenFieldsOf(you.text),
      audience: 'citizen',
      phone: '٣٦٠٠١٢٣٤',
      go: 'next',
    }).expect(200);
    expect(check.text).toContain('Leak &lt;b&gt;here&lt;/b&gt;');
    expect(check.text).not.toContain('<b>here');
    const sent = await post({ ...hiddenFieldsOf(check.text), go: 'send' }).expect(303);
    const receipt = await agent.get(sent.headers.location!).expect(200);
    expect(receipt.text).toMatch(/class="key">\d{4}-\d{4}-\d{4}</);
    expect(receipt.text).toMatch(/class="key">[0-9A-Z]{8}</);
    expect(receipt.headers['cache-control']).toBe('no-store');
    const [row] = await portal.database.query<object>(
      `SELECT subject, description, address, channel, language, (SELECT count(*)::int FROM work WHERE ticket_id = ticket.id) AS work,
              (SELECT count(*)::int FROM interaction WHERE ticket_id = ticket.id) AS interactions
         FROM ticket ORDER BY created_at DESC LIMIT 1`,
    );
    expect(row).toEqual({
      subject: 'Leak <b>here</b>',
      description: 'Since\nmorning',
      address: 'Road 23',
      channel: 'web',
      language: 'en',
      work: 1,
      interactions: 1,
    });
  });

  it('shows the receipt only to the browser that filed', async () => {
    const sent = await send().expect(303);
    const stranger = await portal.client.get(sent.headers.location!).expect(303);
    expect(stranger.headers.location).toBe('/en/track');
  });

  it('shows errors at the top and at the field, and keeps typed text', async () => {
    const page = await post({
      step: 'matter',
      go: 'next',
      kind: 'report',
      subject: '',
      description: 'a "quoted" <text>',
    }).expect(422);
    expect(page.text).toContain('<title>Error: ');
    expect(page.text).toMatch(/id="errors" role="alert" tabindex="-1" autofocus=""/i);
    expect(page.text).toContain('<a href="#subject">');
    expect(page.text).toMatch(
      /id="subject"[^>]*aria-invalid="true"[^>]*aria-describedby="subject-hint subject-error"/,
    );
    expect(page.text).toContain('a &quot;quoted&quot; &lt;text&gt;</textarea>');
  });

  it('keeps typed text when the language changes', async () => {
    const page = await post({ ...ANSWERS, step: 'matter', go: 'stay', subject: 'نصف' }, '/ar/new').expect(
      200,
    );
    expect(page.text).toContain('<html lang="ar" dir="rtl">');
    expect(page.text).toMatch(/name="subject"[^>]*value="نصف"/);
    expect(hiddenFieldsOf(page.text)).toMatchObject({
      step: 'matter',
      address: 'Road 23',
      phone: '36001234',
      token,
    });
  });

  it('creates one ticket for many concurrent submissions', async () => {
    const before = await tickets();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send()));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await tickets()).toBe(before + 1);
  });

  it('asks for confirmation before a changed form opens a second ticket', async () => {
    await send().expect(303);
    const page = await send({ subject: 'Changed' }).expect(422);
    expect(page.text).toContain(TEXTS.en.errors.alreadySent);
    const fresh = hiddenFieldsOf(page.text);
    expect(fresh.token).not.toBe(token);
    await agent
      .post('/en/new')
      .type('form')
      .send({ ...fresh, go: 'send' })
      .expect(303);
  });

  it('keeps all input when the form token is expired or invalid', async () => {
    const page = await send({ token: 'made.up.token' }).expect(422);
    expect(page.text).toContain(TEXTS.en.errors.expired);
    await agent
      .post('/en/new')
      .type('form')
      .send({ ...hiddenFieldsOf(page.text), go: 'send' })
      .expect(303);
  });

  it('refuses a filled honeypot, and tells people what to do', async () => {
    const before = await tickets();
    const page = await send({ website: 'http://spam.example' }).expect(422);
    expect(page.text).toContain(TEXTS.en.errors.honeypot);
    expect(page.text).not.toContain('class="trap"');
    expect(await tickets()).toBe(before);
  });

  it('delays submissions that are faster than a person', async () => {
    portal.held.length = 0;
    await send().expect(303);
    // The age of the form.
    expect(portal.held).toEqual([expect.any(Number)]);
    expect(portal.held[0]).toBeLessThanOrEqual(Date.now() - askedAt);
  });

  it('returns to the page with an error on submission', async () => {
    const page = await send({ phone: '', email: '' }).expect(422);
    expect(hiddenFieldsOf(page.text)).toMatchObject({
      step: 'you',
      returning: '1',
      subject: 'Leak <b>here</b>',
    });
  });

  it('keeps valid files, refuses invalid ones, and attaches the remaining ones', async () => {
    const page = await agent
      .post('/en/new')
      .field({ token, ...ANSWERS, step: 'place', go: 'next' })
      .attach('files', PNG, 'one.png')
      .attach('files', Buffer.from('<script>'), 'two.html')
      .attach('files', PNG, 'three.png')
      .attach('files', Buffer.alloc(11 * 1024 * 1024), 'huge.png')
      .expect(422);
    expect(page.text).toContain(TEXTS.en.errors.fileRefused('two.html').replace(/&/g, '&amp;'));
    expect(page.text).toContain(TEXTS.en.errors.fileTooLarge('huge.png', 10));
    const held = [...page.text.matchAll(/name="held" value="([^"]+)"/g)].map(([, value]) => value);
    expect(held.map((value) => value!.split('|')[2])).toEqual(['one.png', 'three.png']);
    const less = await post({ ...ANSWERS, step: 'place', go: 'remove:0', held }).expect(200);
    const left = [...less.text.matchAll(/name="held" value="([^"]+)"/g)].map(([, value]) => value);
    expect(left).toEqual([held[1]]);
    await send({ held: left }).expect(303);
    const rows = await portal.database.query('SELECT name FROM attachment WHERE ticket_id IS NOT NULL');
    expect(rows).toEqual([{ name: 'three.png' }]);
  });

  it('explains why a file was refused, and keeps all typed text', async () => {
    const broken = Buffer.concat([
      PNG.subarray(0, 33),
      Buffer.from('00ffffff49444154', 'hex'),
      Buffer.alloc(200, 7),
    ]);
    const unread = await agent
      .post('/en/new')
      .field({ token, ...ANSWERS, step: 'place', go: 'next' })
      .attach('files', broken, 'broken.png')
      .expect(422);
    expect(unread.text).toContain(TEXTS.en.errors.fileUnreadable('broken.png'));
    jest
      .spyOn(portal.app.get(BlobStore), 'put')
      .mockRejectedValueOnce(blobStoreUnavailable(new Error('away')));
    const away = await agent
      .post('/en/new')
      .field({ token, ...ANSWERS, step: 'place', go: 'next' })
      .attach('files', PNG, 'one.png')
      .expect(422);
    expect(away.text).toContain(TEXTS.en.errors.filesAway);
    expect(hiddenFieldsOf(away.text)).toMatchObject({
      subject: 'Leak <b>here</b>',
      description: 'Since\nmorning',
    });
  });

  it('asks for expired files again', async () => {
    const page = await send({ held: '00000000-0000-7000-8000-000000000000.abc|1|old.png' }).expect(422);
    expect(page.text).toContain(TEXTS.en.errors.fileGone);
  });

  it('accepts forms only from its own pages', async () => {
    const before = await tickets();
    await send().set('Origin', 'http://evil.example').expect(403);
    await send().set('Sec-Fetch-Site', 'cross-site').expect(403);
    expect(await tickets()).toBe(before);
    await send().set('Origin', 'http://portal.example').expect(303);
  });

  it('answers an oversized form with a page', async () => {
    const page = await post({ description: 'x'.repeat(300_000) }).expect(413);
    expect(page.text).toContain(TEXTS.en.problems.tooLarge[0]);
  });
});
