import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { FollowReports, ReceiveMail } from '#wasl/channels';
import { NotifyFollowers } from '#wasl/notifications';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { type ExternalMailServer, startExternalMailServer } from '../../../../test/support/mail-server.js';
import { Open311Client } from '../../../../test/support/open311-client.js';
import { hiddenFieldsOf } from '../../../../test/support/portal-app.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import { FakeTextGateway, GATEWAY_SECRET, signedHeaders } from '../../../../test/support/text-gateway.js';
import { createPortal } from '../create-portal.js';
import { FormThrottle } from '../forms/form-throttle.js';
import { TEXTS } from '../texts/index.js';

const WORDS = TEXTS.en.report;
const text = (en: string, ar: string) => ({ ar, en });

/** Api, worker and portal on one database: reports are filed over Open311 and followed on the portal. */
describe('following a public report', () => {
  let mail: ExternalMailServer;
  let gateway: FakeTextGateway;
  let system: TestSystem;
  let portal: NestExpressApplication;
  let app: Open311Client;
  let admin: Client;
  let agent: Client;
  let url: string;
  beforeAll(async () => {
    mail = await startExternalMailServer();
    gateway = await FakeTextGateway.start();
    const env = {
      SMTP_OUT_URL: mail.url,
      MESSAGING_URL: gateway.url,
      MESSAGING_SECRET: GATEWAY_SECRET,
      PORTAL_URL: 'https://portal.example',
    };
    system = await startSystem({ mona: {}, root: { role: 'administrator' } }, { worker: true, env });
    [agent, admin] = await Promise.all([system.signInAs('mona'), system.signInAs('root')]);
    await admin.post('/api/v1/admin/entities', { key: 'works', name: text('Works', 'الأشغال') });
    for (const [code, open311] of [
      ['light', 'realtime'],
      ['box', 'blackbox'],
    ]) {
      const service = { code, name: text('Street light', 'إنارة الشارع'), open311, entity: 'works' };
      const made = await admin.post('/api/v1/admin/services', {
        ...service,
        queue: 'general',
        kind: 'report',
      });
      expect(made.status).toBe(201);
    }
    const { key } = (await admin.post('/api/v1/admin/api-keys', { name: 'City app' })).body;
    app = new Open311Client(`${system.url}/open311`, 'json', key as string);
    portal = await createPortal(system.settings);
    await portal.listen(0, '127.0.0.1');
    portal.get(FormThrottle).delayIfTooFast = () => Promise.resolve();
    url = await portal.getUrl();
  });
  afterAll(async () => {
    await portal?.close();
    await system?.stop();
    await mail?.stop();
    await gateway?.stop();
  });

  // One test machine sends as many requests as a whole office.
  beforeEach(() => system.database.query('DELETE FROM rate_limit'));

  let counter = 0;
  const newAddress = () => `follower${++counter}@home.example`;
  const get = (path: string) => supertest(url).get(path);
  const post = (path: string, body: object = {}) => supertest(url).post(path).type('form').send(body);
  /** Another person reports over Open311. */
  const file = async (more: object = {}): Promise<string> => {
    const fields = {
      service_code: 'light',
      address_string: `Road ${++counter}, Manama`,
      description: `It is dark, call Salma 36001234 (${counter})`,
      first_name: 'Salma',
      email: `salma${counter}@home.example`,
      ...more,
    };
    return (await app.post('requests', fields)).rows[0]!.service_request_id!;
  };
  const ask = async (number: string, given: object, language = 'en') => {
    const page = await get(`/${language}/reports/${number}`).expect(200);
    return post(`/${language}/reports/${number}/follow`, {
      ...hiddenFieldsOf(page.text),
      go: 'next',
      ...given,
    });
  };
  const mailsTo = (address: string) => mail.received.filter(({ to }) => to[0] === address);
  const nthMail = (address: string, n: number) =>
    waitFor(() => mailsTo(address)[n - 1], { what: `mail ${n} to ${address}` });
  const linkIn = (words: string, use: string) =>
    new RegExp(`https://portal.example(/\\w+/reports/${use}/\\S+)`).exec(words)![1]!;
  const follow = async (number: string, email = newAddress(), language = 'en') => {
    await ask(number, { email }, language).then(({ status }) => expect(status).toBe(303));
    const confirm = linkIn((await nthMail(email, 1)).mail.text!, 'confirm');
    await post(confirm).expect(303);
    return { email, confirm };
  };
  const resolve = (number: string) =>
    agent.post(`/api/v1/tickets/${number}/resolve`, { note: 'A secret of ours', resolution: 'fixed' });
  const pend = async (number: string) => {
    const { body } = await agent.get(`/api/v1/tickets/${number}`);
    return agent.patch(
      `/api/v1/tickets/${number}`,
      { status: 'pending', pendingOn: 'entity' },
      { 'If-Match': `"${String(body.version)}"` },
    );
  };
  const followers = async (number: string) =>
    (await agent.get(`/api/v1/tickets/${number}/followers`)).body.followers;

  it('should notify followers of each new stage once, in their language, after confirmation', async () => {
    const number = await file();
    const { email, confirm } = await follow(number, newAddress(), 'ar');
    const asked = mailsTo(email)[0]!;
    expect(asked.mail.subject).toBe(`[#${number}] تأكيد متابعة البلاغ: إنارة الشارع`);
    expect(asked.mail.html).toContain('dir="rtl"');
    expect(asked.raw).not.toMatch(/^(References|In-Reply-To|List-Unsubscribe):/im);
    expect(asked.raw).not.toContain('Salma');
    expect(await followers(number)).toBe(1);
    await pend(number);
    const told = await nthMail(email, 2);
    expect(told.mail.subject).toContain('إنارة الشارع: البلاغ بانتظار');
    expect(told.mail.text).toContain(`https://portal.example/ar/reports/${number}`);
    const stop = linkIn(told.mail.text!, 'stop');
    expect(told.mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(told.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
    expect(told.raw.replace(/\r\n[ \t]+/g, ' ')).toContain(
      `List-Unsubscribe: <https://portal.example${stop}>`,
    );
    expect(told.from).toBe('postmaster@contact.example');
    expect(told.mail.replyTo?.text).toContain('no-reply@contact.example');
    await resolve(number);
    const last = await nthMail(email, 3);
    expect(last.mail.text).toContain('انتهى العمل على البلاغ');
    expect(last.raw + told.raw).not.toContain('secret of ours');
    await post(confirm).expect(303);
    await system.waitUntilIdle();
    expect(mailsTo(email)).toHaveLength(3);
    // Followers' mails are not among the ticket's own, and staff do not see who follows.
    expect(JSON.stringify((await agent.get(`/api/v1/tickets/${number}/mail`)).body)).not.toContain(email);
  });

  it('should start with a confirmation mail only; opening its link confirms nothing', async () => {
    const number = await file();
    const email = newAddress();
    await ask(number, { email: ` ${email.toUpperCase()} ` }).then(({ status }) => expect(status).toBe(303));
    const asked = await nthMail(email, 1);
    await pend(number);
    await get(linkIn(asked.mail.text!, 'confirm')).expect(200);
    await system.waitUntilIdle();
    await resolve(number);
    await system.waitUntilIdle();
    expect(mailsTo(email)).toHaveLength(1);
    expect(await followers(number)).toBe(0);
  });

  it('should not reveal whether an address follows, and limit unanswered confirmation mails', async () => {
    const email = newAddress();
    const numbers = await Promise.all(Array.from({ length: 5 }, () => file()));
    const answers = await Promise.all([...numbers, ...numbers].map((number) => ask(number, { email })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    await system.waitUntilIdle();
    await nthMail(email, 3);
    expect(mailsTo(email)).toHaveLength(3);
  });

  it('should stop at once by button or one-click unsubscribe, and be repeatable', async () => {
    const number = await file();
    const { email, confirm } = await follow(number);
    await pend(number);
    const stop = linkIn((await nthMail(email, 2)).mail.text!, 'stop');
    expect((await get(stop).expect(200)).text).toContain(WORDS.stop);
    expect(await followers(number)).toBe(1);
    for (let n = 0; n < 2; n++) {
      const page = await post(stop, { 'List-Unsubscribe': 'One-Click' }).expect(200);
      expect(page.text).toContain(WORDS.stoppedTitle);
      expect(page.headers['set-cookie']).toBeUndefined();
    }
    expect(await followers(number)).toBe(0);
    await resolve(number);
    await system.waitUntilIdle();
    expect(mailsTo(email)).toHaveLength(2);
    expect((await post(confirm).expect(404)).text).toContain(WORDS.goneTitle);
    // A confirmation link does not unsubscribe and the reverse; a modified link does neither.
    await post(stop.replace('/stop/', '/confirm/')).expect(404);
    await post(`${stop.slice(0, -1)}${stop.endsWith('A') ? 'B' : 'A'}`).expect(404);
    expect(await system.database.query('SELECT 1 FROM outgoing_mail WHERE recipient = $1', [email])).toEqual(
      [],
    );
  });

  it('should show the same data as Open311, and nothing of the requester', async () => {
    const number = await file({ address_string: 'Road 77, Riffa' });
    await agent.post(`/api/v1/tickets/${number}/messages`, { kind: 'public_reply', body: 'Dear Salma' });
    const page = await get(`/en/reports/${number}`).expect(200);
    for (const shown of ['Street light', 'Road 77, Riffa', number, WORDS.noFollowers, WORDS.steps.opened]) {
      expect(page.text).toContain(shown);
    }
    for (const hidden of ['Salma', '36001234', 'It is dark', 'home.example']) {
      expect(page.text).not.toContain(hidden);
    }
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['x-robots-tag']).toContain('noindex');
  });

  it.each([
    ['what was filed in a black box', () => file({ service_code: 'box' })],
    [
      'what came by another channel',
      async () => {
        const matter = { subject: 'x', description: 'y', service: 'light', requester: { name: 'Ali' } };
        return (await agent.post('/api/v1/tickets', matter)).body.number as string;
      },
    ],
    ['what does not exist', async () => '2648-1937-0521'],
  ])('should not be possible for %s', async (_what, make) => {
    const number =
      (await make()) ??
      (
        await system.database.query<{ number: string }>('SELECT number FROM ticket ORDER BY id DESC LIMIT 1')
      )[0]!.number;
    await get(`/en/reports/${number}`).expect(404);
    await post(`/en/reports/${number}/follow`, { email: newAddress(), go: 'next' }).expect(404);
  });

  it('should show errors at the field, keep typed text, and refuse cross-site forms', async () => {
    const number = await file();
    const page = await ask(number, { email: 'nobody@', phone: '17000000' });
    expect(page.status).toBe(422);
    expect(page.text).toContain(TEXTS.en.errors.email);
    expect(page.text).toContain(TEXTS.en.errors.phone);
    expect(page.text).toContain('value="nobody@"');
    expect((await ask(number, {})).text).toContain(TEXTS.en.errors.followContact);
    expect((await ask(number, { email: 'a@b.example', website: 'x' })).status).toBe(422);
    await post(`/en/reports/${number}/follow`, { email: 'a@b.example' })
      .set('Origin', 'http://evil.example')
      .expect(403);
    const other = await ask(number, { email: 'half', go: 'stay' }, 'ar');
    expect(other.text).toContain('value="half"');
  });

  it('should notify by text where a gateway is configured, until STOP', async () => {
    const number = await file();
    const phone = `+9733600${String(1000 + ++counter)}`;
    await ask(number, { phone }).then(({ status }) => expect(status).toBe(303));
    const asked = await waitFor(() => gateway.to(phone)[0], { what: 'a text' });
    await post(linkIn(asked.text, 'confirm')).expect(303);
    await pend(number);
    const told = await waitFor(() => gateway.to(phone)[1], { what: 'a second text' });
    expect(told.text).toContain(`/en/reports/${number}`);
    expect(await followers(number)).toBe(1);
    const body = JSON.stringify({
      type: 'message',
      id: 'in-1',
      medium: 'sms',
      from: phone,
      to: '80008001',
      text: 'STOP',
    });
    await system.anonymous.post('/api/v1/messaging/events', body, signedHeaders(body));
    expect(await followers(number)).toBe(0);
  });

  it('should move with a merge, and notify once per follower', async () => {
    const [one, two] = [await file(), await file()];
    const { email } = await follow(one);
    await ask(two, { email });
    await post(linkIn((await nthMail(email, 2)).mail.text!, 'confirm')).expect(303);
    const other = await follow(two);
    await agent.post(`/api/v1/tickets/${one}/merge`, { into: two });
    await system.waitUntilIdle();
    expect(await followers(two)).toBe(2);
    expect((await get(`/en/reports/${one}`).expect(200)).text).toContain(WORDS.followers(2));
    await pend(two);
    expect((await nthMail(email, 3)).mail.text).toContain(one);
    await nthMail(other.email, 2);
    await system.waitUntilIdle();
    expect(mailsTo(email)).toHaveLength(3);
    expect((await get(`/en/reports/${one}`)).text).toContain(WORDS.statuses.pending);
  });

  it('should notify many followers once each, also when the event is repeated', async () => {
    const number = await file();
    const digits = number.replaceAll('-', '');
    await system.database.query(
      `INSERT INTO report_follower (id, ticket_id, kind, address, language, asked_at, confirmed_at, told)
       SELECT gen_random_uuid(), t.id, 'email', 'crowd' || n || '@home.example', 'en', now(), now(), 'received'
         FROM ticket t, generate_series(1, 230) n WHERE t.number = $1`,
      [digits],
    );
    await resolve(number);
    const crowd = () => mail.received.filter(({ to }) => to[0]!.startsWith('crowd')).map(({ to }) => to[0]);
    await waitFor(() => crowd().length >= 230, { within: 120_000, what: '230 mails' });
    await system.waitUntilIdle();
    expect(new Set(crowd()).size).toBe(230);
    expect(crowd()).toHaveLength(230);
  });

  it('should stop for bouncing addresses, also when the bounce goes to the postmaster', async () => {
    const number = await file();
    const { email } = await follow(number);
    const { mail: asked, from } = mailsTo(email)[0]!;
    const report = [
      'From: MAILER-DAEMON@home.example',
      `To: ${from}`,
      'Subject: Undelivered',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.home.example',
      '',
      `Final-Recipient: rfc822; ${email}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${asked.messageId}`,
      '',
      '--b--',
      '',
    ].join('\r\n');
    await system.api
      .get(ReceiveMail, { strict: false })
      .receive({ from: '', recipients: [from] }, Buffer.from(report));
    expect(await followers(number)).toBe(0);
  });

  it('should postpone notices beyond the hourly limit, and send each once', async () => {
    const number = await file();
    const { email } = await follow(number);
    await system.database.query(
      `INSERT INTO outgoing_mail (id, event_id, purpose, message_id, recipient, subject, body_text, state, next_attempt_at,
         created_at)
       SELECT gen_random_uuid(), 'before ' || n, 'follow_stage', 'before ' || n, $1, '', '', 'sent', now(), now()
         FROM generate_series(1, 5) n`,
      [email],
    );
    await resolve(number);
    await system.waitUntilIdle();
    const sweep = () => system.api.get(NotifyFollowers, { strict: false }).notifyMissed();
    await system.database.query(
      `UPDATE ticket SET updated_at = now() - interval '2 minutes' WHERE number = $1`,
      [number.replaceAll('-', '')],
    );
    expect((await sweep()).mails).toEqual([]);
    await system.database.query(
      `UPDATE outgoing_mail SET created_at = now() - interval '2 hours' WHERE recipient = $1`,
      [email],
    );
    expect((await sweep()).mails).toHaveLength(1);
    expect((await sweep()).mails).toEqual([]);
    expect((await nthMail(email, 2)).mail.text).toContain('finished');
  });

  it('should delete followers when a report is closed, and unconfirmed ones after two days', async () => {
    const [closed, open] = [await file(), await file()];
    const { email } = await follow(closed);
    await ask(open, { email: 'silent@home.example' });
    await resolve(closed);
    await nthMail(email, 2);
    await agent.post(`/api/v1/tickets/${closed}/close`);
    const sweep = () => portal.get(FollowReports).deleteExpired();
    await sweep();
    expect(await followers(closed)).toBe(1);
    await system.database.query(
      `UPDATE ticket SET closed_at = now() - interval '15 days' WHERE number = $1`,
      [closed.replaceAll('-', '')],
    );
    await system.database.query(
      `UPDATE report_follower SET asked_at = now() - interval '3 days' WHERE address = 'silent@home.example'`,
    );
    await sweep();
    const left = await system.database.query(
      `SELECT 1 FROM report_follower WHERE address = ANY($1) UNION ALL SELECT 1 FROM outgoing_mail WHERE recipient = ANY($1)`,
      [[email, 'silent@home.example']],
    );
    expect(left).toEqual([]);
  });
});
