import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#wasl/contracts';
import { uuidv7 } from '#wasl/kernel';
import { MailSender, MailSweep, NotifyRequester, OutgoingMail } from '#wasl/notifications';
import { UnitOfWork } from '#wasl/platform';
import { waitFor } from '#wasl/testing';
import {
  Attachments,
  ChangeTicket,
  Messages,
  OpenTicket,
  type OpenTicketInput,
  PublicTickets,
  staffActor,
} from '#wasl/tickets';
import { NotifyOfEvents } from './notify-of-events.js';
import { type ExternalMailServer, startExternalMailServer } from '../../../test/support/mail-server.js';
import { type MailSystem, startMailSystem } from '../../../test/support/mail-system.js';

let system: MailSystem;
let server: ExternalMailServer;
const agent = uuidv7();

// One enclosing block, because hooks outside of it run only after the harness has dropped the databases.
describe('Mail that goes out', () => {
  beforeAll(async () => {
    server = await startExternalMailServer();
    system = await startMailSystem({ SMTP_OUT_URL: server.url, PORTAL_URL: 'https://portal.example' });
    await system.db.query(
      `INSERT INTO staff (id, email, name, role) VALUES ($1, 'a@demo.example', 'Agent', 'agent')`,
      [agent],
    );
  });
  afterAll(async () => {
    await system?.stop();
    await server?.stop();
  });
  beforeEach(() => {
    server.refuseWith = null;
    server.beforeAnswer = async () => undefined;
  });

  let counter = 0;
  const newAddress = () => `out${++counter}@home.example`;

  async function open(input: Partial<OpenTicketInput> = {}, email = newAddress()) {
    const ticket = await system.app.get(OpenTicket).open({
      subject: 'Street light',
      description: 'It is dark',
      channel: 'web',
      language: 'en',
      requester: { email, name: 'Person' },
      provenance: 'staff',
      ...input,
    });
    return { ...ticket, email, digits: ticket.number.replace(/-/g, '') };
  }

  const arrived = (to: string, what: (raw: string, text: string) => boolean = () => true) =>
    waitFor(() => server.received.find((one) => one.to[0] === to && what(one.raw, one.mail.text ?? '')), {
      what: `mail to ${to}`,
    });

  const answer = (digits: string, body: string, attachments: string[] = []) =>
    system.app.get(Messages).byStaff(digits, { kind: 'public_reply', body, attachments }, staffActor(agent));

  const stateOf = async (email: string) =>
    (
      await system.db.query<{
        id: string;
        state: string;
        attempts: number;
        last_error: string | null;
        wait: number;
      }>(
        `SELECT id, state, attempts, last_error, extract(epoch FROM next_attempt_at - created_at)::int AS wait
         FROM outgoing_mail WHERE recipient = $1 ORDER BY created_at`,
        [email],
      )
    ).at(-1);

  describe('An acknowledgement', () => {
    it('goes to the requester of any channel, with number, link, code and the time to expect', async () => {
      const { number, email, digits } = await open();
      const { mail, raw, from } = await arrived(email);
      expect(mail.subject).toBe(`[#${number}] Street light`);
      expect(mail.text).toContain(number);
      expect(mail.text).toContain(`https://portal.example/en/track/${number}`);
      expect(mail.text).toContain(await system.app.get(PublicTickets).trackingCode(digits));
      expect(mail.text).toMatch(/We expect to settle it by \w+,? \d+ \w+ \d{4}/);
      expect(mail.headers.get('auto-submitted')).toBe('auto-replied');
      expect(mail.headers.get('x-auto-response-suppress')).toBe('All');
      expect(mail.from!.value).toEqual([
        { name: 'National Contact Centre', address: 'general@contact.example' },
      ]);
      expect(mail.replyTo!.value[0]!.address).toMatch(
        new RegExp(`^general\\+${digits}\\.[a-z2-7]{24}@contact\\.example$`),
      );
      expect(from).toBe(mail.replyTo!.value[0]!.address);
      expect(raw).toMatch(/^Message-ID: <[a-z2-7]{32}@contact\.example>\r?$/m);
      expect(mail.html).toContain('lang="en" dir="ltr"');
    });

    it('in Arabic isolates the number in text and in HTML', async () => {
      const { number, email } = await open({ language: 'ar', subject: 'إنارة الشارع' });
      const { mail } = await arrived(email);
      expect(mail.subject).toBe(`[#${number}] إنارة الشارع`);
      expect(mail.text).toContain(`\u2066${number}\u2069`);
      expect(mail.text).toContain(`\nhttps://portal.example/ar/track/${number}\n`);
      expect(mail.html).toContain(`<bdi dir="ltr">${number}</bdi>`);
      expect(mail.html).toContain('lang="ar" dir="rtl"');
      expect(mail.from!.value[0]!.name).toBe('مركز الاتصال الوطني');
    });

    it('is never sent to an automatic sender, nor twice for one ticket', async () => {
      const machine = newAddress();
      await system.send(
        `From: ${machine}\nSubject: Newsletter\nList-Id: <news.example>\nMessage-ID: <${machine}>\n\nHello\n`,
        {
          from: machine,
          to: 'general@contact.example',
        },
      );
      const { email, digits } = await open();
      const [row] = await system.db.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [
        digits,
      ]);
      await arrived(email);
      const again = { id: '999999', type: 'ticket.created', data: { ticketId: row!.id } } as DomainEvent;
      const notify = system.app.get(NotifyRequester);
      expect(await Promise.all([notify.notify(again), notify.notify(again)])).toEqual([null, null]);
      expect(server.received.filter(({ to }) => to[0] === email)).toHaveLength(1);
      expect(server.received.filter(({ to }) => to[0] === machine)).toHaveLength(0);
    });

    it('goes to one address at most ten times an hour, even concurrently', async () => {
      const email = newAddress();
      await Promise.all(Array.from({ length: 25 }, () => open({}, email)));
      await waitFor(() => server.received.filter(({ to }) => to[0] === email).length >= 10, {
        what: 'ten mails',
      });
      await system.waitUntilIdle();
      const [row] = await system.db.query<{ n: string }>(
        'SELECT count(*) AS n FROM outgoing_mail WHERE recipient = $1',
        [email],
      );
      expect(Number(row!.n)).toBe(10);
    });
  });

  describe("An agent's reply", () => {
    it('is sent as written, in the thread, with its attachments, and not marked as automatic', async () => {
      const email = newAddress();
      const id = `<first.${counter}@home.example>`;
      await system.send(`From: ${email}\nSubject: Lamp\nMessage-ID: ${id}\n\nDark\n`, {
        from: email,
        to: 'billing@contact.example',
      });
      const acknowledgement = await arrived(email);
      const [ticket] = await system.db.query<{ number: string }>(
        'SELECT t.number FROM mail_thread m JOIN ticket t ON t.id = m.ticket_id WHERE m.message_id = $1',
        [id],
      );
      const file = await system.app
        .get(Attachments)
        .upload({ name: 'plan.txt', content: Buffer.from('here') }, agent);
      await answer(ticket!.number, '<b>We</b> repair it & soon', [file.id]);
      const { mail, raw } = await arrived(
        email,
        (text) => text.includes('In-Reply-To') && !text.includes('Auto-Submitted'),
      );
      expect(mail.inReplyTo).toBe(id);
      expect(mail.references).toEqual([id, acknowledgement.mail.messageId]);
      expect(mail.text).toContain('<b>We</b> repair it & soon');
      expect(mail.html).toContain('&lt;b&gt;We&lt;/b&gt; repair it &amp; soon');
      expect(mail.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
        ['plan.txt', 'here'],
      ]);
      expect(mail.from!.value[0]!.address).toBe('billing@contact.example');
      expect(raw).not.toMatch(/Auto-Submitted|X-Auto-Response-Suppress|Precedence/i);
    });

    it('that resolves the ticket says so, and a note among staff is not sent', async () => {
      const { email, digits } = await open();
      await system.app
        .get(Messages)
        .byStaff(digits, { kind: 'internal_note', body: 'secret' }, staffActor(agent));
      await system.app.get(ChangeTicket).resolve(digits, 'It is bright again', 'fixed', staffActor(agent));
      const { mail } = await arrived(email, (_raw, text) => text.includes('bright again'));
      expect(mail.text).toContain('We consider this settled');
      expect(server.received.some(({ mail: { text } }) => text?.includes('secret'))).toBe(false);
    });

    it('cannot be used to inject headers', async () => {
      const evil = 'x\r\nBcc: victim@elsewhere.example\r\n\r\nbody';
      const email = newAddress();
      await open({ subject: evil, requester: { email, name: evil } }, email);
      const { raw, mail } = await arrived(email);
      const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
      expect(head).not.toMatch(/^Bcc:/im);
      expect(mail.subject).toMatch(/^\[#[\d-]{14}\] x Bcc: victim@elsewhere\.example body$/);
    });
  });

  describe('A lost tracking code', () => {
    it('is sent to the requester', async () => {
      const { email, digits, number } = await open();
      const [row] = await system.db.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [
        digits,
      ]);
      await arrived(email);
      await system.app.get(UnitOfWork).run(async (tx) => {
        tx.emit('tracking.code_requested', { ticketId: row!.id, number, channel: 'email' });
      });
      await waitFor(() => server.received.filter(({ to }) => to[0] === email).length === 2, {
        what: 'the code',
      });
      const second = server.received.filter(({ to }) => to[0] === email)[1]!;
      expect(second.mail.text).toContain(await system.app.get(PublicTickets).trackingCode(digits));
    });
  });

  describe('Sending', () => {
    it('retries after a temporary failure, with the same Message-ID', async () => {
      server.refuseWith = 451;
      const { email } = await open();
      const waiting = await waitFor(
        async () => {
          const mail = await stateOf(email);
          return mail?.state === 'queued' && mail.attempts === 1 && mail;
        },
        { what: 'a first attempt' },
      );
      expect(waiting.wait).toBeGreaterThan(50);
      expect(waiting.last_error).toContain('451');
      server.refuseWith = null;
      await system.db.query('UPDATE outgoing_mail SET next_attempt_at = now() WHERE id = $1', [waiting.id]);
      expect(await system.app.get(MailSweep).requeueDue()).toBeGreaterThan(0);
      await arrived(email);
      await waitFor(async () => (await stateOf(email))?.state === 'sent', { what: 'the mail to be sent' });
    });

    it('stops after a permanent failure, notifies staff, and can be retried', async () => {
      server.refuseWith = 550;
      const { email, digits } = await open();
      const failed = await waitFor(
        async () => {
          const mail = await stateOf(email);
          return mail?.state === 'failed' && mail;
        },
        { what: 'the mail to fail' },
      );
      const outgoing = system.app.get(OutgoingMail);
      expect(await outgoing.ofTicket(digits)).toMatchObject([
        { id: failed.id, state: 'failed', purpose: 'acknowledgement', recipient: email },
      ]);
      const history = await system.db.query(
        `SELECT 1 FROM history h JOIN ticket t ON t.id = h.ticket_id WHERE t.number = $1 AND h.type = 'mail_failed'`,
        [digits],
      );
      expect(history).toHaveLength(1);
      server.refuseWith = null;
      await outgoing.retry(failed.id);
      await arrived(email);
      await waitFor(async () => (await stateOf(email))?.state === 'sent', { what: 'the mail to be sent' });
      await expect(outgoing.retry(failed.id)).rejects.toMatchObject({ code: 'mail.not_failed' });
    });

    it('is done by one sender at a time, and taken over when that one died', async () => {
      server.refuseWith = 451;
      const { email } = await open();
      const { id } = await waitFor(
        async () => {
          const mail = await stateOf(email);
          return mail?.attempts === 1 && mail.state === 'queued' && mail;
        },
        { what: 'a first attempt' },
      );
      server.refuseWith = null;
      server.beforeAnswer = () => new Promise((resolve) => setTimeout(resolve, 100));
      await system.db.query('UPDATE outgoing_mail SET next_attempt_at = now() WHERE id = $1', [id]);
      const sender = system.app.get(MailSender);
      await Promise.all([sender.send(id), sender.send(id), sender.send(id)]);
      expect(server.received.filter(({ to }) => to[0] === email)).toHaveLength(1);
      // Simulates a sender that was killed half a minute ago.
      await system.db.query(
        `UPDATE outgoing_mail SET state = 'sending', next_attempt_at = now() - interval '1 s' WHERE id = $1`,
        [id],
      );
      await system.app.get(MailSweep).requeueDue();
      await waitFor(() => server.received.filter(({ to }) => to[0] === email).length === 2, {
        what: 'the second sending',
      });
      const [first, second] = server.received.filter(({ to }) => to[0] === email);
      expect(first!.mail.messageId).toBe(second!.mail.messageId);
    });

    it('continues with the batch when one event fails', async () => {
      const { email, digits } = await open();
      const [row] = await system.db.query<{ id: string }>('SELECT id FROM ticket WHERE number = $1', [
        digits,
      ]);
      await arrived(email);
      const poison = {
        id: '888888',
        type: 'ticket.created',
        data: { ticketId: 'no number' },
      } as unknown as DomainEvent;
      const { id: messageId } = await answer(digits, 'Soon');
      const good = {
        id: '777777',
        type: 'message.added',
        data: { ticketId: row!.id, messageId, kind: 'public_reply' },
      } as unknown as DomainEvent;
      const processor = system.app.get(NotifyOfEvents, { strict: false });
      await processor.handle([poison, good]);
      await waitFor(
        () => server.received.some(({ to, mail }) => to[0] === email && mail.text!.startsWith('Soon')),
        {
          what: 'the reply',
        },
      );
      await expect(processor.handle([poison])).rejects.toThrow();
    });
  });
});
