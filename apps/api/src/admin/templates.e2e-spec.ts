import { waitFor } from '#wasl/testing';
import { TrackingCodes } from '#wasl/tickets';
import { Client } from '../../../../test/support/client.js';
import { type ExternalMailServer, startExternalMailServer } from '../../../../test/support/mail-server.js';
import { PASSWORD } from '../../../../test/support/seed-contact-centre.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { FakeTextGateway, GATEWAY_SECRET } from '../../../../test/support/text-gateway.js';

const TEMPLATES = '/api/v1/admin/templates';
const ARABIC = `${TEMPLATES}/acknowledgement/mail/ar`;
const etag = (version: number) => ({ 'if-match': `"${version}"` });
const WORDS = {
  subject: 'تذكرتكم {{ticketNumber}}: {{subject}}',
  body: 'مرحبًا {{requesterName}}،\n\nرقمكم {{ticketNumber}} ورمزكم {{trackingCode}}.\n{{trackLink}}',
};

describe('administration of message templates', () => {
  let mail: ExternalMailServer;
  let gateway: FakeTextGateway;
  let system: TestSystem;
  let root: Client;
  let mona: Client;
  beforeAll(async () => {
    [mail, gateway] = [await startExternalMailServer(), await FakeTextGateway.start()];
    system = await startSystem(
      { mona: {}, root: { role: 'administrator' } },
      {
        worker: true,
        env: {
          COUNTRY: 'lb',
          SMTP_OUT_URL: mail.url,
          PORTAL_URL: 'https://portal.example',
          MESSAGING_URL: gateway.url,
          MESSAGING_SECRET: GATEWAY_SECRET,
        },
      },
    );
    [root, mona] = [await system.signInAs('root'), await system.signInAs('mona')];
  });
  afterAll(async () => {
    await system?.stop();
    await Promise.all([mail?.stop(), gateway?.stop()]);
  });

  let counter = 0;
  async function file(language: string, name: string | null = 'خالد') {
    const email = `requester${++counter}@home.example`;
    // Filed by an agent: unconfirmed addresses of public filings are not sent these texts.
    const filed = await mona.post('/api/v1/tickets', {
      channel: 'phone',
      kind: 'complaint',
      subject: '<b>إنارة</b>',
      description: 'المصباح لا يعمل',
      language,
      requester: { email, audience: 'citizen', ...(name && { name }) },
    });
    expect(filed.status).toBe(201);
    const number = filed.body.number as string;
    const code = await system.api.get(TrackingCodes).of(number.replaceAll('-', ''));
    return { email, number, code };
  }
  const arrivedAt = (email: string) =>
    waitFor(() => mail.received.find(({ to }) => to[0] === email), {
      what: `mail to ${email}`,
    });
  const versionOf = async (path: string) => (await root.get(path)).body.version as number;

  it('should be listed by notice, medium and language, with built-in texts and placeholders', async () => {
    const { status, body } = await root.get(TEMPLATES);
    expect(status).toBe(200);
    const list = body.data as Record<string, unknown>[];
    expect(new Set(list.map(({ language }) => language))).toEqual(new Set(['ar', 'fr', 'en']));
    expect(
      list.find(
        ({ kind, medium, language }) => kind === 'acknowledgement' && medium === 'text' && language === 'en',
      ),
    ).toMatchObject({
      builtIn: { subject: null, body: expect.stringContaining('{{trackingCode}}') as string },
      override: null,
      saidIn: 'en',
      version: 0,
      updatedAt: null,
    });
    const french = list.find(
      ({ kind, medium, language }) => kind === 'reply' && medium === 'mail' && language === 'fr',
    );
    expect(french).toMatchObject({ builtIn: null, override: null, saidIn: 'ar' });
    expect(french!.placeholders).toContainEqual({
      name: 'ticketNumber',
      meaning: { ar: 'رقم التذكرة', en: 'The ticket’s number' },
      example: { ar: '2648-1937-0521', en: '2648-1937-0521' },
      inSubject: true,
      required: true,
      mayBeEmpty: false,
    });
  });

  it('should be used in real mail, with values escaped and numbers in reading order', async () => {
    const saved = await root.put(ARABIC, WORDS, etag(0));
    expect(saved).toMatchObject({ status: 200, body: { override: WORDS, version: 1, saidIn: 'ar' } });
    const { email, number, code } = await file('ar');
    const { mail: received, raw } = await arrivedAt(email);
    expect(received.subject).toBe(`[#${number}] تذكرتكم ${number}: <b>إنارة</b>`);
    expect(received.text).toBe(
      `مرحبًا \u2068خالد\u2069،\n\nرقمكم \u2066${number}\u2069 ورمزكم \u2066${code}\u2069.\n\nhttps://portal.example/ar/track/${number}\n`,
    );
    expect(received.html).toContain(`<bdi dir="ltr">${number}</bdi>`);
    expect(received.html).toContain('lang="ar" dir="rtl"');
    expect(raw).toMatch(/^Auto-Submitted: auto-replied\r?$/m);
    // Without a name the greeting is left out; the other language keeps its built-in text.
    const nameless = await file('ar', null);
    expect((await arrivedAt(nameless.email)).mail.text).toMatch(/^رقمكم/);
    const english = await file('en');
    expect((await arrivedAt(english.email)).mail.text).toMatch(/^Hello,\n\nwe have received your message/);
  });

  it('should take effect in every process when saved, and end when restored', async () => {
    const elsewhere = await system.startApi();
    await system.startWorker();
    const other = await Client.signIn(elsewhere, system.people.root!.email, PASSWORD);
    for (const round of [1, 2, 3]) {
      const body = `الجولة ${round}: {{ticketNumber}} {{trackingCode}}\n{{trackLink}}`;
      const by = round % 2 ? other : root;
      const saved = await by.put(ARABIC, { ...WORDS, body }, etag(await versionOf(ARABIC)));
      expect(saved.status).toBe(200);
      const filed = await Promise.all([file('ar'), file('ar'), file('ar')]);
      for (const { email } of filed) expect((await arrivedAt(email)).mail.text).toContain(`الجولة ${round}:`);
    }
    const version = await versionOf(ARABIC);
    expect((await other.delete(ARABIC, etag(version))).status).toBe(204);
    const { email } = await file('ar');
    expect((await arrivedAt(email)).mail.text).toMatch(/^تحية طيبة،/);
    expect((await root.get(ARABIC)).body).toMatchObject({ override: null, version: version + 1 });
    expect((await root.delete(ARABIC, etag(version + 1))).body.code).toBe('template.not_overridden');
  });

  it('should support a country language without built-in texts, and fall back to other languages in order', async () => {
    const before = await file('fr');
    expect((await arrivedAt(before.email)).mail.text).toMatch(/^تحية طيبة،/);
    const path = `${TEMPLATES}/acknowledgement/mail/fr`;
    const body =
      'Bonjour {{requesterName}},\n\n{{ticketNumber}}, code {{trackingCode}}, avant le {{expectedBy}}.\n\n{{ticketNumber}} {{trackingCode}}\n{{trackLink}}\n{{sender}}';
    expect((await root.put(path, { subject: '{{subject}}', body }, etag(0))).status).toBe(200);
    const { email, number } = await file('fr', 'Rima');
    const { mail: received } = await arrivedAt(email);
    expect(received.text).toMatch(/^Bonjour Rima,\n/);
    expect(received.text).toMatch(/avant le \w+ \d+ \p{L}+ \d{4}/u);
    expect(received.text).toContain(`https://portal.example/en/track/${number}`);
    expect(received.html).toContain('lang="fr" dir="ltr"');
    expect(received.from!.value[0]!.name).toBe('National Contact Centre');
  });

  it('should be used in SMS, too', async () => {
    const body = 'رقمكم {{ticketNumber}} ورمزكم {{trackingCode}}\n{{trackLink}}';
    expect((await root.put(`${TEMPLATES}/acknowledgement/text/ar`, { body }, etag(0))).status).toBe(200);
    const phone = '+96171234567';
    // Filed by an agent: unconfirmed addresses of public filings are not sent these texts.
    const filed = await mona.post('/api/v1/tickets', {
      channel: 'phone',
      kind: 'complaint',
      subject: 'إنارة',
      description: 'المصباح لا يعمل',
      language: 'ar',
      requester: { phone, audience: 'citizen' },
    });
    const number = filed.body.number as string;
    const code = await system.api.get(TrackingCodes).of(number.replaceAll('-', ''));
    const text = await waitFor(() => gateway.to(phone)[0], { what: 'the text' });
    expect(text.text).toBe(
      `رقمكم \u2066${number}\u2069 ورمزكم \u2066${code}\u2069\nhttps://portal.example/ar/track/${number}`,
    );
  });

  it.each([
    [{ ...WORDS, subject: 'a\r\nBcc: victim@elsewhere.example' }, 'subject', 'line_break'],
    [{ ...WORDS, subject: 'x'.repeat(201) }, 'subject', 'longer_than'],
    [{ body: WORDS.body }, 'subject', 'required'],
    [{ ...WORDS, body: 'مرحبًا' }, 'body', 'placeholder_missing'],
    [{ ...WORDS, body: `${WORDS.body}\n{{price}}` }, 'body', 'placeholder_unknown'],
    [{ ...WORDS, body: `${WORDS.body} {{trackLink}}` }, 'body', 'link_alone'],
    [{ ...WORDS, body: `${WORDS.body}\u0001` }, 'body', 'control_character'],
    [{ ...WORDS, kind: 'reply' }, 'kind', 'unknown'],
  ])('should be refused when they are wrong: %j', async (words, path, code) => {
    const version = await versionOf(ARABIC);
    for (const answer of [
      await root.put(ARABIC, words, etag(version)),
      await root.post(`${ARABIC}/preview`, words),
      await root.post(`${ARABIC}/test`, words),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toContainEqual(expect.objectContaining({ path, code }));
    }
    expect(await versionOf(ARABIC)).toBe(version);
  });

  it('should explain validation errors in the language of the caller', async () => {
    const wrong = { ...WORDS, body: `${WORDS.body}\n{{price}}` };
    const { body } = await root.call('POST', `${ARABIC}/preview`, wrong, { 'accept-language': 'ar' });
    expect(body.errors).toEqual([
      { path: 'body', code: 'placeholder_unknown', message: 'لا توجد خانة باسم «price» هنا.' },
    ]);
  });

  it('should not overwrite a concurrent change, also when both are the first', async () => {
    const path = `${TEMPLATES}/resolved/mail/en`;
    const body = '{{answer}}\n{{ticketNumber}}\n{{trackLink}}';
    const both = await Promise.all(
      ['one', 'two'].map((subject) => root.put(path, { subject, body }, etag(0))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await root.put(path, { subject: 'x', body }, etag(0))).status).toBe(412);
    expect((await root.put(path, { subject: 'x', body })).body.code).toBe('version.required');
  });

  it('should be previewed before they are saved, with the number of SMS parts', async () => {
    const mailed = await root.post(`${ARABIC}/preview`, WORDS);
    expect(mailed.body).toMatchObject({
      subject: 'تذكرتكم 2648-1937-0521: إنارة الشارع لا تعمل',
      text: expect.stringContaining('رقمكم \u20662648-1937-0521\u2069') as string,
      html: expect.stringContaining('<bdi>خالد العلي</bdi>') as string,
      direction: 'rtl',
      segments: null,
    });
    const body = 'Ticket {{ticketNumber}}, code {{trackingCode}}\n{{trackLink}}';
    const texted = await root.post(`${TEMPLATES}/acknowledgement/text/en/preview`, { body });
    expect(texted.body).toEqual({
      subject: null,
      text: 'Ticket 2648-1937-0521, code K7QX2M9P\nhttps://portal.example/en/track/2648-1937-0521',
      html: null,
      direction: 'ltr',
      segments: 1,
    });
  });

  it('should be sent to the caller as a test through the mail server, within a limit', async () => {
    const to = system.people.root!.email;
    const tests = () => mail.received.filter((one) => one.to[0] === to);
    expect((await root.post(`${ARABIC}/test`, WORDS)).status).toBe(202);
    const first = await arrivedAt(to);
    expect(first.mail.subject).toBe('[#2648-1937-0521] تذكرتكم 2648-1937-0521: إنارة الشارع لا تعمل');
    expect(first.mail.text).toContain('مرحبًا \u2068خالد العلي\u2069،');
    const stop = { body: '{{sender}}: وداعًا' };
    expect((await root.post(`${TEMPLATES}/texts_stopped/text/ar/test`, stop)).status).toBe(202);
    await waitFor(() => tests().some(({ mail: { text } }) => text === 'مركز الاتصال الوطني: وداعًا\n'), {
      what: 'the text by mail',
    });
    const many = await Promise.all(Array.from({ length: 25 }, () => root.post(`${ARABIC}/test`, WORDS)));
    expect(many.filter(({ status }) => status === 202)).toHaveLength(18);
    expect(many.find(({ status }) => status !== 202)).toMatchObject({
      status: 429,
      body: { code: 'rate.limited' },
    });
  });

  it('should be audited, without their text', async () => {
    await system.waitUntilIdle();
    const { body } = await root.get('/api/v1/admin/audit?targetKind=template&page[size]=100');
    const notes = (body.data as { action: string; target: { id: string }; detail: object }[]).filter((note) =>
      JSON.stringify(note).includes('acknowledgement/mail/ar'),
    );
    expect(notes.map(({ action }) => action).reverse()).toEqual([
      'config.created',
      'config.changed',
      'config.changed',
      'config.changed',
      'config.removed',
    ]);
    expect(JSON.stringify(notes)).not.toContain('مرحبًا');
  });

  it.each(['nothing/mail/ar', 'texts_stopped/mail/ar', 'reply/mail/de', 'constructor/mail/ar'])(
    'should not be found under %s',
    async (name) => {
      expect((await root.get(`${TEMPLATES}/${name}`)).body.code).toBe('template.not_found');
      expect((await root.put(`${TEMPLATES}/${name}`, WORDS, etag(0))).status).toBe(404);
    },
  );

  it('should be refused to agents', async () => {
    expect((await mona.get(TEMPLATES)).status).toBe(403);
    expect((await mona.put(ARABIC, WORDS, etag(0))).status).toBe(403);
  });
});
