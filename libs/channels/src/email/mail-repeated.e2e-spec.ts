import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IgnoredMail, QuarantinedMail } from '#wasl/channels';
import { InboundMail, mailText, newMessageId } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

const GENERAL = 'general@contact.example';
const BILLING = 'billing@contact.example';

describe('Two mails with one Message-ID', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  const opened = (subject: string) => desk.count('ticket WHERE subject = $1', [subject]);
  const ignored = async (messageId: string) => {
    const { data } = await system.app.get(IgnoredMail).list({ size: 100 });
    return data.filter((mail) => mail.messageId === messageId);
  };
  const html = (id: string, subject: string, words: string) =>
    mailText({
      id,
      subject,
      head: ['Content-Type: multipart/alternative; boundary=b'],
      body: `--b\nContent-Type: text/plain\n\nSee the HTML.\n--b\nContent-Type: text/html\n\n<p>${words}</p>\n--b--`,
    });

  it('are two tickets when only their HTML differs', async () => {
    const [id, subject] = [newMessageId(), 'Only HTML differs'];
    for (const words of ['Pump one', 'Pump two', 'Pump one'])
      await system.send(html(id, subject, words), { to: GENERAL });
    expect(await opened(subject)).toBe(2);
  });

  it('are one when only trace headers differ, and the repetition is listed with its recipients', async () => {
    const [id, subject] = [newMessageId(), 'Sent to two mailboxes'];
    const raw = mailText({ id, subject });
    await system.send(raw, { to: GENERAL });
    const trace = `Received: from a.example by b.example; Mon, 1 Jun 2026 00:00:00 +0000\nDelivered-To: ${BILLING}\nReturn-Path: <x@home.example>\n`;
    await system.send(`${trace}${raw}`, { to: BILLING });
    expect(await opened(subject)).toBe(1);
    expect(await ignored(id)).toMatchObject([
      { reason: 'mail.repeated', recipients: [BILLING], sender: 'person@home.example' },
    ]);
  });

  it('are each stored when they arrive at once, and repetitions of them once', async () => {
    const [id, subject] = [newMessageId(), 'At once'];
    const bodies = Array.from({ length: 6 }, (_, n) => `This is number ${n}`);
    await Promise.all(
      [...bodies, ...bodies].map((body) => system.send(mailText({ id, subject, body }), { to: GENERAL })),
    );
    expect(await opened(subject)).toBe(6);
    const repetitions = await desk.count(
      `repeated_mail r JOIN inbound_mail i ON i.id = r.mail_id
         JOIN ticket t ON t.id = i.ticket_id WHERE t.subject = $1`,
      [subject],
    );
    expect(repetitions).toBe(6);
  });

  it('are each quarantined when neither can be read and they arrive at once', async () => {
    const id = newMessageId();
    const broken = (n: number) => `Message-ID: ${id}\r\nSubject: nobody ${n}\r\n\r\nx\r\n`;
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => system.send(broken(n), { from: '', to: GENERAL })),
    );
    const { data } = await system.app.get(QuarantinedMail).list({ size: 100 });
    expect(data.filter(({ fault }) => fault === 'mail.no_sender')).toHaveLength(12);
  });

  it('are compared by their originals when an earlier version received the first', async () => {
    for (const stored of ['NULL', 'earlier'] as const) {
      const [id, subject] = [newMessageId(), `Received earlier ${stored}`];
      await system.send(html(id, subject, 'Pump one'), { to: GENERAL });
      await system.db.query(
        `UPDATE inbound_mail SET fingerprint = CASE WHEN $2 THEN NULL ELSE fingerprint END WHERE message_id = $1`,
        [id, stored === 'NULL'],
      );
      for (const words of ['Pump two', 'Pump one', 'Pump two'])
        await system.send(html(id, subject, words), { to: GENERAL });
      expect(await opened(subject)).toBe(2);
    }
  });

  it('leave a thread that both can be answered in', async () => {
    const id = newMessageId();
    const [first, second] = ['one@home.example', 'two@home.example'];
    for (const from of [first, second])
      await system.send(mailText({ id, from, body: `By ${from}` }), { to: GENERAL, from });
    for (const from of [first, second]) {
      const reply = newMessageId();
      const head = [`In-Reply-To: ${id}`];
      await system.send(mailText({ id: reply, from, head, body: 'And more' }), { to: GENERAL, from });
      expect((await desk.ticketOfMail(reply)).description).toBe(`By ${from}`);
    }
  });
});
