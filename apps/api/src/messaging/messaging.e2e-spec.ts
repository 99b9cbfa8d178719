import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '#wasl/testing';
import type { Client } from '../../../../test/support/client.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';
import {
  FakeTextGateway,
  GATEWAY_SECRET,
  signedHeaders,
  type AcceptedText,
} from '../../../../test/support/text-gateway.js';

let gateway: FakeTextGateway;
let system: TestSystem;
let agent: Client;
let counter = 0;

const newNumber = () => `+97333${String(100000 + ++counter)}`;

describe('Texts by SMS and WhatsApp', () => {
  beforeAll(async () => {
    gateway = await FakeTextGateway.start();
    system = await startSystem(
      { agent: {}, admin: { role: 'administrator' } },
      {
        worker: true,
        env: {
          MESSAGING_URL: gateway.url,
          MESSAGING_SECRET: GATEWAY_SECRET,
          PORTAL_URL: 'https://portal.example',
        },
      },
    );
    agent = await system.signInAs('agent');
  });
  afterAll(async () => {
    await system?.stop();
    await gateway?.stop();
  });
  beforeEach(() => {
    gateway.answer = null;
    gateway.beforeAnswer = async () => undefined;
  });

  async function tell(event: object, headers?: Record<string, string>) {
    const body = JSON.stringify(event);
    return system.anonymous.post('/api/v1/messaging/events', body, headers ?? signedHeaders(body));
  }
  const message = (from: string, text: string, more: object = {}) => ({
    type: 'message',
    id: `in-${++counter}`,
    medium: 'sms',
    from,
    to: '80008001',
    text,
    ...more,
  });
  const ticketsOf = (number: string) =>
    system.database.query<{
      id: string;
      number: string;
      subject: string;
      channel: string;
      language: string;
      status: string;
      tags: string[];
    }>(
      `SELECT t.id, t.number, t.subject, t.channel, t.language, t.status, t.tags FROM ticket t
         JOIN requester_address a ON a.requester_id = t.requester_id
        WHERE a.kind = 'phone' AND a.value = $1 ORDER BY t.id`,
      [number],
    );
  const messagesOf = (ticketId: string) =>
    system.database.query<{ kind: string; body: string }>(
      'SELECT kind, body FROM message WHERE ticket_id = $1 ORDER BY id',
      [ticketId],
    );
  const textTo = (number: string, what: (text: AcceptedText) => boolean = () => true) =>
    waitFor(() => gateway.to(number).find(what), { what: `a text to ${number}` });
  const lastRow = async (number: string) =>
    (
      await system.database.query<{
        id: string;
        state: string;
        attempts: number;
        last_error: string | null;
        wait: number;
        segments: number;
      }>(
        `SELECT id, state, attempts, last_error, segments, extract(epoch FROM next_attempt_at - now())::int AS wait
           FROM outgoing_text WHERE recipient = $1 ORDER BY created_at DESC, id DESC LIMIT 1`,
        [number],
      )
    )[0];
  const stateBecomes = (number: string, state: string) =>
    waitFor(async () => ((await lastRow(number))?.state === state ? lastRow(number) : undefined), {
      what: `a text to ${number} to be ${state}`,
    });
  const reply = (number: string, body: string) =>
    agent.post(`/api/v1/tickets/${number}/messages`, { kind: 'public_reply', body });

  describe('The gateway webhook', () => {
    it.each([
      ['unsigned', {}, 'messaging.signature_wrong'],
      ['signed with another secret', { secret: 'another secret of somebody' }, 'messaging.signature_wrong'],
      ['signed six minutes ago', { at: Date.now() - 360_000 }, 'messaging.too_old'],
      ['signed six minutes ahead', { at: Date.now() + 360_000 }, 'messaging.too_old'],
    ])('refuses what is %s', async (what, options, code) => {
      const event = message(newNumber(), 'hello');
      const headers = what === 'unsigned' ? {} : signedHeaders(JSON.stringify(event), options);
      const answer = await tell(event, headers);
      expect([answer.status, answer.body['code']]).toEqual([401, code]);
      expect(await ticketsOf(event.from)).toEqual([]);
    });

    it('refuses a body that does not match its signature', async () => {
      const event = message(newNumber(), 'hello');
      const headers = signedHeaders(JSON.stringify(event));
      expect((await tell({ ...event, text: 'changed' }, headers)).status).toBe(401);
    });

    it('reports every invalid field, and ignores unknown ones', async () => {
      const wrong = await tell({ type: 'message', id: 'x', medium: 'pigeon', extra: 1 });
      expect(wrong.status).toBe(400);
      expect((wrong.body['errors'] as { path: string }[]).map(({ path }) => path)).toEqual([
        'medium',
        'from',
      ]);
      const body = '{"type":';
      expect((await tell({}, signedHeaders(body))).status).toBe(401);
    });
  });

  describe('An incoming text', () => {
    it('opens a ticket of its sender, in its language, and is acknowledged with number, code and link', async () => {
      const from = newNumber();
      const answer = await tell(message(from, 'الشارع مظلم منذ ثلاثة أيام\nقرب المدرسة'));
      expect([answer.status, answer.body]).toEqual([200, { outcome: 'opened' }]);
      const [ticket] = await ticketsOf(from);
      expect(ticket).toMatchObject({ channel: 'mobile', language: 'ar', tags: ['sms'], status: 'new' });
      expect(ticket!.subject).toBe('الشارع مظلم منذ ثلاثة أيام قرب المدرسة');
      const { text, medium } = await textTo(from);
      const grouped = ticket!.number.replace(/(\d{4})(?=\d)/g, '$1-');
      expect(medium).toBe('sms');
      expect(text).toContain(`\u2066${grouped}\u2069`);
      expect(text).toContain(`\nhttps://portal.example/ar/track/${grouped}`);
      expect(text).toMatch(/رمز المتابعة \u2066[0-9A-Z]{8}\u2069/);
      const [interaction] = await system.database.query<{ channel: string }>(
        'SELECT channel FROM interaction WHERE ticket_id = $1',
        [ticket!.id],
      );
      expect(interaction!.channel).toBe('mobile');
    });

    it('is stored once, however often it is delivered', async () => {
      const event = message(newNumber(), 'Water leak');
      const answers = await Promise.all(Array.from({ length: 8 }, () => tell(event)));
      expect(answers.map((answer) => answer.body['outcome']).sort()).toEqual([
        ...Array<string>(7).fill('duplicate'),
        'opened',
      ]);
      expect(await ticketsOf(event.from)).toHaveLength(1);
    });

    it('joins its sender’s conversation, so that ten at once make one ticket', async () => {
      const from = newNumber();
      await Promise.all(Array.from({ length: 10 }, (_, n) => tell(message(from, `Part ${n}`))));
      const tickets = await ticketsOf(from);
      expect(tickets).toHaveLength(1);
      expect(await messagesOf(tickets[0]!.id)).toHaveLength(9);
    });

    it('joins the ticket whose number it contains, if the sender owns it', async () => {
      const from = newNumber();
      const stranger = newNumber();
      await tell(message(from, 'Water leak'));
      const [first] = await ticketsOf(from);
      const grouped = first!.number.replace(/(\d{4})(?=\d)/g, '$1 ');
      expect((await tell(message(stranger, `About ${grouped}`))).body['outcome']).toBe('opened');
      expect((await tell(message(from, `About ${grouped}: still wet`))).body['outcome']).toBe('joined');
      expect((await messagesOf(first!.id)).map(({ body }) => body)).toEqual([`About ${grouped}: still wet`]);
    });

    it('reopens a resolved ticket, and opens a follow-up of a closed one', async () => {
      const from = newNumber();
      await tell(message(from, 'Water leak'));
      const [first] = await ticketsOf(from);
      await agent.post(`/api/v1/tickets/${first!.number}/resolve`, { note: 'Mended' });
      expect((await tell(message(from, 'Still leaking'))).body['outcome']).toBe('joined');
      expect((await ticketsOf(from))[0]!.status).toBe('open');
      await agent.post(`/api/v1/tickets/${first!.number}/close`);
      expect((await tell(message(from, `Again ${first!.number}`))).body['outcome']).toBe('opened');
      const tickets = await ticketsOf(from);
      expect(tickets).toHaveLength(2);
      expect(tickets[1]!.tags).toContain(`follows-${first!.number.replace(/(\d{4})(?=\d)/g, '$1-')}`);
    });

    it('stores its photos', async () => {
      const from = newNumber();
      const png =
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
      await tell(
        message(from, '', {
          medium: 'whatsapp',
          name: 'Person',
          files: [{ name: 'hole.png', content: png }],
        }),
      );
      const [ticket] = await ticketsOf(from);
      const { body } = await agent.get(`/api/v1/tickets/${ticket!.number}/messages`);
      expect(body['openingAttachments']).toMatchObject([{ name: 'hole.png', type: 'image/png' }]);
    });

    it('is ignored when it is empty or its sender cannot be answered', async () => {
      expect((await tell(message('BANK', 'Your code is 1234'))).body['outcome']).toBe('ignored');
      expect((await tell(message(newNumber(), '  '))).body['outcome']).toBe('ignored');
    });
  });

  describe('Outgoing texts', () => {
    it('answer on the medium on which the requester wrote', async () => {
      const from = newNumber();
      await tell(message(from, 'Good morning, my street is dark', { medium: 'whatsapp' }));
      const [ticket] = await ticketsOf(from);
      await reply(ticket!.number, 'A team is on its way.');
      const answer = await textTo(from, ({ text }) => text.includes('on its way'));
      expect(answer.medium).toBe('whatsapp');
      expect(answer.text).toContain('https://portal.example/en/track/');
    });

    it('are sent to requesters with only a mobile number; not to landlines, nor to those with email', async () => {
      const mobile = newNumber();
      const withMail = newNumber();
      const file = (requester: object) =>
        agent.post('/api/v1/tickets', { subject: 'Lamp', description: 'Dark', language: 'en', requester });
      await file({ phone: '+97317000123' });
      await file({ phone: withMail, email: 'has@mail.example' });
      await file({ phone: mobile });
      await textTo(mobile);
      await system.waitUntilIdle();
      expect(gateway.to('+97317000123')).toEqual([]);
      expect(gateway.to(withMail)).toEqual([]);
    });

    it('send a lost tracking code when it was requested by telephone number', async () => {
      const phone = newNumber();
      const { body } = await agent.post('/api/v1/tickets', {
        subject: 'Lamp',
        description: 'Dark',
        language: 'en',
        requester: { phone, email: `p${counter}@home.example` },
      });
      await system.anonymous.post('/api/v1/public/track/code', { number: body['number'], contact: phone });
      expect((await textTo(phone)).text).toMatch(
        /The tracking code of ticket \d{4}-\d{4}-\d{4} is [0-9A-Z]{8}\./,
      );
    });

    it('shorten a long answer to a few SMS, with a link to the full text', async () => {
      const from = newNumber();
      await tell(message(from, 'My street is dark'));
      const [ticket] = await ticketsOf(from);
      await reply(ticket!.number, 'Word '.repeat(400));
      const { text } = await textTo(from, (one) => one.text.includes('Word'));
      expect(text.length).toBeLessThan(500);
      expect(text).toContain('...\nThe whole answer:\nhttps://portal.example/en/track/');
      expect((await lastRow(from))!.segments).toBeLessThanOrEqual(4);
    });

    it('stop after STOP with one confirmation, and resume after START', async () => {
      const from = newNumber();
      await tell(message(from, 'My street is dark'));
      const [ticket] = await ticketsOf(from);
      await textTo(from);
      expect((await tell(message(from, ' Stop. '))).body['outcome']).toBe('stopped');
      await textTo(from, ({ text }) => text.includes('no more texts'));
      await reply(ticket!.number, 'Silence now');
      await system.waitUntilIdle();
      expect((await tell(message(from, 'START'))).body['outcome']).toBe('resumed');
      await textTo(from, ({ text }) => text.includes('again'));
      await reply(ticket!.number, 'Heard again');
      await textTo(from, ({ text }) => text.includes('Heard again'));
      expect(gateway.to(from).filter(({ text }) => text.includes('Silence'))).toEqual([]);
      expect(await ticketsOf(from)).toHaveLength(1);
    });

    it('are limited to six automatic ones an hour per number', async () => {
      const phone = newNumber();
      for (let n = 0; n < 9; n++)
        await agent.post('/api/v1/tickets', {
          subject: `S${n}`,
          description: 'D',
          language: 'en',
          requester: { phone },
        });
      await system.waitUntilIdle();
      await waitFor(() => gateway.to(phone).length >= 6, { what: 'six texts' });
      const [{ n }] = (await system.database.query<{ n: number }>(
        'SELECT count(*)::int AS n FROM outgoing_text WHERE recipient = $1',
        [phone],
      )) as [{ n: number }];
      expect(n).toBe(6);
    });
  });

  describe('Texts about merged tickets', () => {
    const open = async (requester: object) => {
      const { body } = await agent.post('/api/v1/tickets', {
        subject: 'Lamp',
        description: 'Dark',
        language: 'en',
        requester,
      });
      return body['number'] as string;
    };
    const merge = async (number: string, into: string) =>
      expect((await agent.post(`/api/v1/tickets/${number}/merge`, { into })).status).toBe(200);
    const bodiesOf = async (number: string) =>
      (
        (await agent.get(`/api/v1/tickets/${number}/messages`)).body['data'] as {
          body: string;
          kind: string;
        }[]
      ).map(({ body }) => body);
    const grouped = (number: string) => number.replace(/(\d{4})(?=\d)/g, '$1-');
    /** A person who sent a text, and the number of their ticket. */
    const whoWrote = async (medium: 'sms' | 'whatsapp') => {
      const from = newNumber();
      await tell(message(from, 'My street is dark', { medium }));
      const [ticket] = await ticketsOf(from);
      await textTo(from);
      return { from, number: grouped(ticket!.number) };
    };

    it('reach the surviving ticket, with its number or without, and return after unmerging', async () => {
      const { from, number } = await whoWrote('sms');
      const survivor = await open({ email: 'neighbour@one.example' });
      await merge(number, survivor);
      expect((await tell(message(from, 'Still dark'))).body['outcome']).toBe('joined');
      expect((await tell(message(from, `About ${number}: very dark`))).body['outcome']).toBe('joined');
      expect(await bodiesOf(survivor)).toEqual(['Still dark', `About ${number}: very dark`]);
      expect(await ticketsOf(from)).toHaveLength(1);

      await agent.post(`/api/v1/tickets/${number}/unmerge`);
      await tell(message(from, 'On my own'));
      expect(await bodiesOf(number)).toEqual(['On my own']);
      expect(await bodiesOf(survivor)).toHaveLength(2);
    });

    it('are not ambiguous when the sender owns two of the merged tickets', async () => {
      const phone = newNumber();
      const requester = { phone, email: `p${counter}@one.example` };
      const [one, two] = [await open(requester), await open(requester)];
      await merge(one, two);
      expect((await tell(message(phone, 'Any news?'))).body['outcome']).toBe('joined');
      expect(await bodiesOf(two)).toEqual(['Any news?']);
      expect(await ticketsOf(phone)).toHaveLength(2);
    });

    it('are answered once to each requester, on their medium and under their number', async () => {
      const [bySms, byWhatsApp] = [await whoWrote('sms'), await whoWrote('whatsapp')];
      const byMail = await open({ email: 'mail@one.example' });
      const again = await open({ phone: bySms.from });
      await merge(bySms.number, byMail);
      await merge(byWhatsApp.number, byMail);
      await merge(again, byMail);
      await reply(byMail, 'A team is on its way.');
      const isAnswer = ({ text }: AcceptedText) => text.includes('on its way');
      const [sms, whatsapp] = [await textTo(bySms.from, isAnswer), await textTo(byWhatsApp.from, isAnswer)];
      expect([sms.medium, whatsapp.medium]).toEqual(['sms', 'whatsapp']);
      expect(whatsapp.text).toContain(`/track/${byWhatsApp.number}`);
      expect(sms.text).toContain(`/track/${again}`);
      const mail = await waitFor(
        async () => {
          const rows = await system.database.query<{ recipient: string; subject: string }>(
            `SELECT recipient, subject FROM outgoing_mail WHERE purpose = 'reply' AND body_text LIKE '%on its way%'`,
          );
          return rows.length > 0 ? rows : undefined;
        },
        { what: 'the mail' },
      );
      expect(mail).toMatchObject([
        { recipient: 'mail@one.example', subject: expect.stringContaining(byMail) },
      ]);
      expect(gateway.to(bySms.from).filter(isAnswer)).toHaveLength(1);
      const { body } = await agent.get(`/api/v1/tickets/${byMail}/texts`);
      const replies = (body['data'] as { purpose: string; recipient: string }[]).filter(
        ({ purpose }) => purpose === 'reply',
      );
      expect(replies.map(({ recipient }) => recipient).sort()).toEqual([bySms.from, byWhatsApp.from].sort());
    });

    it('are answered by WhatsApp when the requester used it on the merged ticket, even with an email known', async () => {
      const { from, number } = await whoWrote('whatsapp');
      const survivor = await open({ phone: from, email: `p${counter}@one.example` });
      await merge(number, survivor);
      await reply(survivor, 'We are looking into it.');
      const answer = await textTo(from, ({ text }) => text.includes('looking into it'));
      expect([answer.medium, answer.text.includes(`/track/${survivor}`)]).toEqual(['whatsapp', true]);
    });

    it('report a failed delivery on the surviving ticket', async () => {
      const { from, number } = await whoWrote('sms');
      const survivor = await open({ email: 'fails@one.example' });
      await merge(number, survivor);
      gateway.answer = { status: 422, body: { error: 'no such subscriber' } };
      await agent.connect();
      await agent.subscribe(`ticket:${survivor}`);
      await reply(survivor, 'Does this arrive?');
      await stateBecomes(from, 'failed');
      const notice = await agent.waitForEvent(
        'notice',
        ({ data }) => data.kind === 'text.failed' && data.number === survivor,
      );
      agent.close();
      expect(notice.room).toBe(`ticket:${survivor}`);
    });

    it('open a follow-up ticket when the surviving one is closed', async () => {
      const { from, number } = await whoWrote('sms');
      const survivor = await open({ email: 'closed@one.example' });
      await merge(number, survivor);
      await agent.post(`/api/v1/tickets/${survivor}/resolve`, { note: 'Mended' });
      await agent.post(`/api/v1/tickets/${survivor}/close`);
      expect((await tell(message(from, `About ${number}: dark again`))).body['outcome']).toBe('opened');
      expect((await ticketsOf(from)).at(-1)!.tags).toContain(`follows-${number}`);
    });
  });

  describe('Delivery of a text', () => {
    async function told(): Promise<{ from: string; number: string; first: AcceptedText }> {
      const from = newNumber();
      await tell(message(from, 'My street is dark'));
      const [ticket] = await ticketsOf(from);
      const first = await textTo(from);
      await stateBecomes(from, 'sent');
      return { from, number: ticket!.number, first };
    }

    it('is shown on the ticket, whatever the order of receipts', async () => {
      const { from, number, first } = await told();
      const receipt = (state: string) => tell({ type: 'receipt', id: first.providerId, state });
      await receipt('read');
      await receipt('sent');
      expect((await receipt('failed')).body).toEqual({ outcome: 'noted' });
      const { body } = await agent.get(`/api/v1/tickets/${number}/texts`);
      expect(body['data']).toMatchObject([
        { state: 'delivered', recipient: from, purpose: 'acknowledgement', medium: 'sms', lastError: null },
      ]);
      expect((await tell({ type: 'receipt', id: 'nobody knows', state: 'delivered' })).body).toEqual({
        outcome: 'unknown',
      });
    });

    it('accepts a receipt that arrives before the gateway’s own answer', async () => {
      const from = newNumber();
      gateway.beforeAnswer = async ({ id }) =>
        void (await tell({ type: 'receipt', reference: id, state: 'delivered' }));
      await tell(message(from, 'My street is dark'));
      await textTo(from);
      await stateBecomes(from, 'delivered');
    });

    it('is marked as failed by a receipt, shown to staff, and can be retried by hand', async () => {
      const { from, number, first } = await told();
      await agent.connect();
      await agent.subscribe(`ticket:${number.replace(/(\d{4})(?=\d)/g, '$1-')}`);
      await tell({ type: 'receipt', id: first.providerId, state: 'failed', error: 'no such\r\nsubscriber' });
      await agent.waitForEvent('notice', ({ data }) => data.kind === 'text.failed');
      agent.close();
      const row = await stateBecomes(from, 'failed');
      expect(row!.last_error).toBe('no such subscriber');
      const { body } = await agent.get(`/api/v1/tickets/${number}/history`);
      expect((body['data'] as { type: string }[]).map(({ type }) => type)).toContain('text_failed');
      expect((await agent.post(`/api/v1/texts/${row!.id}/retry`)).status).toBe(204);
      await stateBecomes(from, 'sent');
      const again = await agent.post(`/api/v1/texts/${row!.id}/retry`);
      expect([again.status, again.body['code']]).toEqual([409, 'text.not_failed']);
    });

    it('is suspended for an unreachable number, until a text arrives from it', async () => {
      const { from, number, first } = await told();
      await tell({ type: 'receipt', id: first.providerId, state: 'failed', unreachable: true });
      await reply(number, 'Nobody reads this');
      await system.waitUntilIdle();
      await tell(message(from, 'I am here'));
      await reply(number, 'Good to hear you');
      await textTo(from, ({ text }) => text.includes('Good to hear you'));
      expect(gateway.to(from).filter(({ text }) => text.includes('Nobody'))).toEqual([]);
    });

    it('is retried while the gateway has a temporary error', async () => {
      gateway.answer = { status: 503, headers: { 'retry-after': '120' } };
      const from = newNumber();
      await tell(message(from, 'My street is dark'));
      const row = await waitFor(
        async () => {
          const found = await lastRow(from);
          return found?.state === 'queued' && found.attempts === 1 ? found : undefined;
        },
        { what: 'a text put off' },
      );
      expect(row.last_error).toBe('gateway answered 503');
      expect(row.wait).toBeGreaterThan(60);
      gateway.answer = null;
      await system.database.query('UPDATE outgoing_text SET next_attempt_at = now() WHERE id = $1', [row.id]);
      await stateBecomes(from, 'sent');
      expect(gateway.to(from)).toHaveLength(1);
    });

    it('fails at once on a permanent refusal', async () => {
      gateway.answer = { status: 422, body: { error: 'not a mobile number' } };
      const from = newNumber();
      await tell(message(from, 'My street is dark'));
      const row = await stateBecomes(from, 'failed');
      expect([row!.attempts, row!.last_error]).toEqual([1, 'gateway answered 422: not a mobile number']);
    });
  });
});
