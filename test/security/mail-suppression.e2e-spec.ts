import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailAddresses, ReceiveMail } from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import { waitFor } from '#wasl/testing';
import { InboundMail, mailText, newMessageId } from '../support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../support/mail-system.js';

const GENERAL = 'general@contact.example';
const STRANGER = 'stranger@evil.example';

describe('Mail of others cannot be suppressed', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  let people = 0;
  const person = () => `citizen${++people}@home.example`;
  const acknowledged = async () => {
    const from = person();
    const { ticket } = await desk.openTicket({ from }, undefined, from);
    const id = await desk.acknowledgementOf(ticket.id);
    const sent = await waitFor(
      async () => (await system.outgoing()).find(({ mail }) => mail.messageId === id),
      { within: 30_000, what: 'the acknowledgement to leave' },
    );
    return { from, ticket, id, raw: sent.raw, replyTo: sent.mail.replyTo!.value[0]!.address! };
  };
  const markIn = (raw: string) => /^X-Wasl: (\S+)/m.exec(raw)![1]!;
  const received = (from: string) =>
    system.db.query<{ state: string; ticket: string | null }>(
      'SELECT state, ticket_id AS ticket FROM inbound_mail WHERE sender = $1 ORDER BY received_at',
      [from],
    );

  it('by a forged or copied loop header', async () => {
    const ours = await acknowledged();
    for (const mark of ['aaaaaaaaaaaaaaaa', markIn(ours.raw)]) {
      const from = person();
      await system.send(mailText({ from, head: [`X-Wasl: ${mark}`] }), { to: GENERAL, from });
      expect(await received(from)).toEqual([{ state: 'accepted', ticket: expect.any(String) }]);
    }
  });

  it('while our own returning mail is recognised, with loop header or without', async () => {
    const ours = await acknowledged();
    const before = await desk.count('ticket');
    for (const raw of [ours.raw, ours.raw.replace(/^X-Wasl:.*\r?\n/m, '')])
      expect(await system.send(raw, { to: GENERAL, from: ours.from })).toMatch(/^250 /);
    expect(await desk.count('ticket')).toBe(before);
    expect(await desk.count(`inbound_mail WHERE message_id = $1 AND state = 'ignored'`, [ours.id])).toBe(1);
  });

  it('by sending their Message-ID first: both mails are stored, each once', async () => {
    const [id, victim] = [newMessageId(), person()];
    await system.send(mailText({ id, from: STRANGER, body: 'first' }), { to: GENERAL, from: STRANGER });
    const honest = mailText({ id, from: victim, body: 'The honest one' });
    for (let again = 0; again < 3; again++) await system.send(honest, { to: GENERAL, from: victim });
    const [stored, ...more] = await received(victim);
    expect(stored).toMatchObject({ state: 'accepted' });
    expect(more).toEqual([]);
    expect(await desk.count('ticket WHERE description = $1', ['The honest one'])).toBe(1);
  });

  it('by sending it concurrently', async () => {
    const id = newMessageId();
    const senders = Array.from({ length: 12 }, person);
    await Promise.all(
      senders.map((from) => system.send(mailText({ id, from, body: `by ${from}` }), { to: GENERAL, from })),
    );
    for (const from of senders) expect(await received(from)).toMatchObject([{ state: 'accepted' }]);
  });

  it('by using the Message-ID of one of our mails', async () => {
    const ours = await acknowledged();
    const from = person();
    await system.send(mailText({ id: ours.id, from, body: 'A matter of mine' }), { to: GENERAL, from });
    expect(await received(from)).toMatchObject([{ state: 'accepted' }]);
    expect(await desk.count('ticket WHERE description = $1', ['A matter of mine'])).toBe(1);
  });

  it('by an unparsable mail with their Message-ID, nor the reverse', async () => {
    const [id, victim] = [newMessageId(), person()];
    const broken = `Message-ID: ${id}\r\nSubject: nobody\r\n\r\nx\r\n`;
    await system.send(broken, { from: '', to: GENERAL });
    await system.send(mailText({ id, from: victim }), { to: GENERAL, from: victim });
    expect(await received(victim)).toMatchObject([{ state: 'accepted' }]);
    await system.send(broken.replace('nobody', 'another'), { from: '', to: GENERAL });
    await system.send(broken.replace('nobody', 'another'), { from: '', to: GENERAL });
    const kept = await desk.count(
      `inbound_mail WHERE state = 'quarantined' AND convert_from(raw, 'UTF8') LIKE $1`,
      [`%${id}%`],
    );
    expect(kept).toBe(2);
  });

  it('by writing in the name of our own address: the mail is quarantined, not answered', async () => {
    const envelope = person();
    await system.send(mailText({ from: GENERAL, body: 'From within' }), { to: GENERAL, from: envelope });
    const rows = await system.db.query<{ state: string; fault: string }>(
      `SELECT state, fault FROM inbound_mail WHERE sender = $1 AND convert_from(raw, 'UTF8') LIKE '%From within%'`,
      [GENERAL],
    );
    expect(rows).toEqual([{ state: 'quarantined', fault: 'mail.from_our_address' }]);
    expect(await desk.count('outgoing_mail WHERE recipient = ANY ($1)', [[GENERAL, envelope]])).toBe(0);
  });

  it('by the reply address of one ticket with the number of another', async () => {
    const [one, other] = [await acknowledged(), await acknowledged()];
    const from = person();
    const mixed = one.replyTo.replace(one.ticket.number, other.ticket.number);
    await system.send(mailText({ from, body: 'To a mixed address' }), { to: mixed, from });
    expect(await desk.messagesOf(other.ticket.id)).toEqual([]);
    expect(await desk.count('ticket WHERE description = $1', ['To a mixed address'])).toBe(1);
  });
});

describe('A delivery report (DSN)', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  const bounce = (failed: string, original: string) =>
    mailText({
      from: 'MAILER-DAEMON@home.example',
      subject: 'Undelivered Mail Returned to Sender',
      head: ['Content-Type: multipart/report; report-type=delivery-status; boundary=r'],
      body: `--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; home.example\n\nFinal-Recipient: rfc822; ${failed}\nAction: failed\nStatus: 5.1.1\n--r\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${original}\n--r--`,
    });
  const isMarked = async (address: string) =>
    (await desk.count(`address_reach WHERE value = $1 AND undeliverable_at IS NOT NULL`, [address])) === 1;
  /** A ticket with two mail participants, whose reply addresses each has seen. */
  const twoTold = async (n: number) => {
    const [victim, other] = [`victim${n}@home.example`, `other${n}@evil.example`];
    const { ticket } = await desk.openTicket({ from: victim }, undefined, victim);
    const original = await desk.acknowledgementOf(ticket.id);
    await system.db.query(
      `INSERT INTO outgoing_mail (id, event_id, purpose, ticket_id, message_id, recipient, subject, body_text, state,
         next_attempt_at, created_at)
       SELECT $1::uuid, 'x' || $1::uuid::text, 'reply', $2, '<x' || $1::uuid::text || '@contact.example>', $3, 'x', 'x', 'sent', now(), now()`,
      [uuidv7(), ticket.id, other],
    );
    const addresses = system.app.get(MailAddresses);
    const given = (to: string | null) => addresses.replyAddress('general', ticket.number, to);
    return { victim, other, original, given };
  };

  it('marks an address as failed when sent to the return address that we used for it', async () => {
    const { victim, original, given } = await twoTold(1);
    await system.send(bounce(victim, original), { from: '', to: given(victim) });
    expect(await isMarked(victim)).toBe(true);
  });

  it('is ignored with another participant’s return address', async () => {
    const { victim, other, original, given } = await twoTold(2);
    for (const to of [given(other), given(null), GENERAL]) {
      await system.send(bounce(victim, original), { from: '', to });
      await system.send(bounce(victim, '<guess@contact.example>'), { from: '', to });
    }
    expect(await isMarked(victim)).toBe(false);
  });

  it('is not suppressed by a forged one with its Message-ID', async () => {
    const { victim, original, given } = await twoTold(3);
    const id = newMessageId();
    const withId = (raw: string) => raw.replace(/^Message-ID: .*$/m, `Message-ID: ${id}`);
    await system.send(withId(bounce('nobody@evil.example', '<x@evil.example>')), { from: '', to: GENERAL });
    await system.send(withId(bounce(victim, original)), { from: '', to: given(victim) });
    expect(await isMarked(victim)).toBe(true);
  });

  it('does not let other mail to the return address pass unchecked', async () => {
    const { victim, given } = await twoTold(4);
    const raw = Buffer.from(mailText({ from: STRANGER, body: 'hello' }));
    const envelope = { from: STRANGER, recipients: [given(victim)] };
    expect(await system.app.get(ReceiveMail).receive(envelope, raw)).toMatchObject({ outcome: 'held' });
    expect(await system.app.get(ReceiveMail).receive(envelope, raw)).toMatchObject({ outcome: 'duplicate' });
  });
});
