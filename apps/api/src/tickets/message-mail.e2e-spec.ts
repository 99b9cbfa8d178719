import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReceiveMail } from '#wasl/channels';
import type { Client } from '../../../../test/support/client.js';
import { html, lines, mail, multipart, part, PNG, text } from '../../../../test/mails/build.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const PICTURE = part(
  ['Content-Type: image/png', 'Content-ID: <lamp@x>', 'Content-Transfer-Encoding: base64'],
  PNG.toString('base64'),
);
const HTML = html(
  [
    '<style>body{background:url(https://spy.example/1)}</style><script>document.title="x"</script>',
    '<p dir="rtl" style="color:red" onclick="x()">مظلم</p><img src="cid:lamp@x"><img src="https://spy.example/2.png" alt="logo">',
    '<svg onload="x()"></svg><iframe src="https://spy.example"></iframe><a href="javascript:x()">a</a>',
  ].join(''),
);

describe('the mail behind a message', () => {
  let system: TestSystem;
  let agent: Client;
  let administrator: Client;
  beforeAll(async () => {
    system = await startSystem({ mona: {}, badr: { role: 'administrator' } });
    agent = await system.signInAs('mona');
    administrator = await system.signInAs('badr');
  });
  afterAll(() => system.stop());

  async function receive(raw: Buffer, to = 'general@contact.example'): Promise<string> {
    const envelope = { from: 'person@home.example', recipients: [to] };
    const { ticketId } = await system.api.get(ReceiveMail, { strict: false }).receive(envelope, raw);
    const [row] = await system.database.query<{ number: string }>('SELECT number FROM ticket WHERE id = $1', [
      ticketId,
    ]);
    return row!.number;
  }

  async function page(client: Client, path: string) {
    const { status, body, headers } = await client.get(path);
    return { status, headers, text: body.text as string };
  }

  it('should be shown with the message: sender, parse errors, and quoted ranges', async () => {
    const first = mail('opening mail', { body: 'It is dark.\r\n\r\n-- \r\nPerson\r\n' });
    const number = await receive(first.raw);
    const reply = mail('reply mail', {
      subject: `Re: [#${number.replace(/(\d{4})(?=\d)/g, '$1-')}] Street light`,
      head: ['Content-Type: text/plain'],
      body: Buffer.from(
        'Still dark: \u0645\u0638\u0644\u0645\r\n\r\nOn Monday, Centre wrote:\r\n> Soon.\r\n',
      ),
    });
    expect(await receive(reply.raw)).toBe(number);
    const { body } = await agent.get(`/api/v1/tickets/${number}/messages`);
    expect(body).toMatchObject({
      openingFolds: [{ kind: 'signature', from: 13, to: 23 }],
      openingMail: { sender: 'person@home.example', html: false, automatic: false, faults: [] },
    });
    const [message] = body.data as [{ body: string; folds: { from: number }[] }];
    expect(message).toMatchObject({ mail: { faults: ['charset.missing'] }, folds: [{ kind: 'quoted' }] });
    expect(message.body.slice(message.folds[0]!.from)).toBe('On Monday, Centre wrote:\n> Soon.');
  });

  it('should be downloaded unchanged, small or large', async () => {
    for (const size of [10, 200_000]) {
      const { raw } = mail(`original ${size}`, {
        body: 'x'
          .repeat(70)
          .concat('\r\n')
          .repeat(size / 10),
      });
      const number = await receive(raw);
      const {
        status,
        headers,
        text: bytes,
      } = await page(agent, `/api/v1/tickets/${number}/messages/opening/original`);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toContain('attachment');
      expect(headers.get('content-security-policy')).toContain('sandbox');
      expect(bytes).toBe(raw.toString());
    }
  });

  it('should be shown as sanitised HTML with inline images, without scripts or remote content', async () => {
    const { raw } = mail('laid out', {
      head: ['Content-Type: multipart/related; boundary=b'],
      body: multipart('b', [HTML, PICTURE]),
    });
    const number = await receive(raw);
    const shown = await page(agent, `/api/v1/tickets/${number}/messages/opening/page`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('<p dir="rtl">مظلم</p>');
    expect(shown.text).toContain(`src="data:image/png;base64,${PNG.toString('base64')}"`);
    expect(shown.text).toContain('alt="logo"');
    expect(shown.text.replace(/<style>.*?<\/style>/, '')).not.toMatch(
      /spy\.example|script|style|svg|iframe|onclick/,
    );
    expect(shown.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups.*default-src 'none'.*img-src data:;/,
    );
    expect(shown.headers.get('x-blocked-images')).toBe('1');
    const asked = await page(agent, `/api/v1/tickets/${number}/messages/opening/page?images=remote`);
    expect(asked.text).toContain('src="https://spy.example/2.png"');
    expect(asked.headers.get('content-security-policy')).toContain('img-src data: https: http:');
  });

  it('should answer 404 without HTML part, and for an unknown mail', async () => {
    const number = await receive(mail('no page', {}).raw);
    const none = await agent.get(`/api/v1/tickets/${number}/messages/opening/page`);
    expect([none.status, none.body.code]).toEqual([422, 'mail.no_page']);
    for (const id of ['nonsense', '00000000-0000-0000-0000-000000000000']) {
      const wrong = await agent.get(`/api/v1/tickets/${number}/messages/${id}/original`);
      expect([wrong.status, wrong.body.code]).toEqual([404, 'mail.not_found']);
    }
  });

  it('should be listed with parse errors to administrators only', async () => {
    const { raw } = mail('faulty', {
      head: ['Content-Type: multipart/mixed; boundary=b'],
      body: Buffer.concat([multipart('b', [text('It is dark.')], { closed: false }), lines('')]),
    });
    const number = await receive(raw);
    const { body } = await administrator.get('/api/v1/admin/mail/faulty');
    const [newest] = body.data as { id: string }[];
    expect(newest).toMatchObject({
      messageId: '<faulty@home.example>',
      sender: 'person@home.example',
      faults: ['structure.unclosed'],
      ticket: number.replace(/(\d{4})(?=\d)/g, '$1-'),
      size: raw.length,
    });
    const original = await page(administrator, `/api/v1/admin/mail/${newest!.id}/original`);
    expect(original.text).toBe(raw.toString());
    expect((await agent.get('/api/v1/admin/mail/faulty')).status).toBe(403);
    expect((await agent.get(`/api/v1/admin/mail/${newest!.id}/original`)).status).toBe(403);
  });
});
