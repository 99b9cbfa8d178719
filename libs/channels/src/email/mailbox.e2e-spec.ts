import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ImapFlow } from 'imapflow';
import { MailboxHealth, QuarantinedMail } from '#wasl/channels';
import { runAsOwner, describeWithPrograms, programPath, waitFor } from '#wasl/testing';
import { Dovecot } from '../../../../test/support/dovecot.js';
import { InboundMail, mailText, newMessageId } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

const PATIENCE = { within: 40_000 };
const raw = (...draft: Parameters<typeof mailText>) => mailText(...draft).replace(/\n/g, '\r\n');

describeWithPrograms(['dovecot'], 'A mailbox', () => {
  let dovecot: Dovecot;
  let reader: ImapFlow;
  let system: MailSystem;
  let desk: InboundMail;
  const old = { read: newMessageId(), unread: newMessageId() };

  const append = (mail: string, flags: string[] = []) => reader.append('INBOX', mail, flags);
  const flagsOf = async (messageId: string): Promise<string[]> => {
    const lock = await reader.getMailboxLock('INBOX');
    try {
      const found = await reader.search({ header: { 'message-id': messageId } });
      const mail = await reader.fetchOne(String((found || [])[0]), { flags: true });
      return mail ? [...(mail.flags ?? [])] : [];
    } finally {
      lock.release();
    }
  };
  const opened = (id: string) =>
    waitFor(() => desk.ticketOfMail(id), { ...PATIENCE, what: `a ticket of ${id}` });
  const deliver = async (...draft: Parameters<typeof mailText>) => {
    const id = draft[0]?.id ?? newMessageId();
    await append(raw({ ...draft[0], id }));
    return id;
  };

  beforeAll(async () => {
    dovecot = await Dovecot.start(programPath('dovecot')!);
    reader = await dovecot.open();
    await append(raw({ id: old.read }), ['\\Seen']);
    await append(raw({ id: old.unread, subject: 'Waiting since long' }));
    system = await startMailSystem({ IMAP_URL: dovecot.url() });
    desk = new InboundMail(system);
  });
  afterAll(async () => {
    await system?.stop();
    await reader?.logout().catch(() => undefined);
    await dovecot?.stop();
  });

  it('that was in use is taken over: unread mail becomes tickets, the rest is left alone', async () => {
    const ticket = await opened(old.unread);
    expect(ticket).toMatchObject({ subject: 'Waiting since long', channel: 'email', queue: 'general' });
    expect(await desk.ticketOfMail(old.read)).toBeUndefined();
    await waitFor(async () => (await flagsOf(old.unread)).includes('\\Seen'), {
      ...PATIENCE,
      what: 'the mail to be marked as read',
    });
  });

  it('reports new mail at once, and each mail goes to the queue that it names in any header', async () => {
    const started = Date.now();
    const delivered = newMessageId();
    await append(
      raw({
        id: delivered,
        head: ['Delivered-To: billing@contact.example', 'Return-Path: <person@home.example>'],
      }),
    );
    // Its To names general, but where it was delivered takes precedence.
    expect((await opened(delivered)).queue).toBe('billing');
    const copied = await deliver({ head: ['Cc: "Bills" <BILLING@contact.example>'] });
    expect((await opened(copied)).queue).toBe('general');
    const id = newMessageId();
    await append(raw({ id }).replace('general@contact.example', 'someone@elsewhere.example'));
    expect((await opened(id)).queue).toBe('general');
    // Three arrivals, each of which the one before has waited for, take two polls of 20 s where none is reported by IDLE.
    expect(Date.now() - started).toBeLessThan(38_000);
  });

  it('brings replies to their tickets, by the signed address too', async () => {
    const { ticket } = await desk.openTicket();
    const id = newMessageId();
    await append(
      raw({ id, from: 'other@home.example' }).replace('general@contact.example', desk.signedAddress(ticket)),
    );
    expect((await opened(id)).id).toBe(ticket.id);
  });

  it('creates no duplicates: mail already received by SMTP or stored twice is one ticket', async () => {
    const { id } = await desk.openTicket();
    await append(raw({ id }));
    const twice = newMessageId();
    await append(raw({ id: twice }));
    await append(raw({ id: twice }));
    const last = await deliver();
    await opened(last);
    expect(await desk.count('inbound_mail WHERE message_id = ANY($1)', [[id, twice]])).toBe(2);
    expect(
      await desk.count(
        'ticket t WHERE EXISTS (SELECT 1 FROM mail_thread m WHERE m.ticket_id = t.id AND m.message_id = ANY($1))',
        [[id, twice]],
      ),
    ).toBe(2);
  });

  it('with a mail without a sender quarantines it and continues', async () => {
    await append('Message-ID: <nobody@home.example>\r\nSubject: nobody sent this\r\n\r\nHello\r\n');
    const next = await deliver();
    await opened(next);
    const { data } = await system.app.get(QuarantinedMail).list({ size: 10 });
    expect(data).toMatchObject([{ fault: 'mail.no_sender', messageId: '<nobody@home.example>' }]);
    await waitFor(async () => (await flagsOf('<nobody@home.example>')).includes('\\Flagged'), {
      ...PATIENCE,
      what: 'the mail to be flagged',
    });
  });

  it('with a mail that cannot be stored retries three times, quarantines it, and continues', async () => {
    await runAsOwner(
      system.databaseUrl,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.subject = 'Poison' THEN RAISE EXCEPTION 'cannot' USING ERRCODE = '55000'; END IF; RETURN NEW; END $$`,
      'CREATE TRIGGER refuse BEFORE INSERT ON ticket FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    const poison = await deliver({ subject: 'Poison' });
    const next = await deliver();
    await opened(next);
    await runAsOwner(system.databaseUrl, 'DROP TRIGGER refuse ON ticket');
    const quarantined = system.app.get(QuarantinedMail);
    const { data } = await quarantined.list({ size: 10 });
    expect(data[0]).toMatchObject({ messageId: poison, fault: 'cannot' });
    expect(await quarantined.retry(data[0]!.id)).toMatchObject({ outcome: 'opened' });
  });

  it('is collected again by a new connection after its server was down, and administrators see both states', async () => {
    const health = system.app.get(MailboxHealth);
    expect(await health.read()).toMatchObject({ state: 'connected', fault: null });
    await dovecot.kill();
    await waitFor(async () => (await health.read())?.state === 'lost', {
      ...PATIENCE,
      what: 'the loss to show',
    });
    await dovecot.run();
    reader = await dovecot.open();
    const id = await deliver();
    await opened(id);
    await waitFor(async () => (await health.read())?.state === 'connected', {
      ...PATIENCE,
      what: 'the connection to show',
    });
  });

  it('with a new UIDVALIDITY is read again without duplicates', async () => {
    const before = await desk.count('ticket');
    await system.db.query('UPDATE mailbox SET uid_validity = uid_validity - 1');
    const id = await deliver();
    await opened(id);
    expect(await desk.count('ticket')).toBe(before + 1);
    expect(await desk.ticketOfMail(old.read)).toBeUndefined();
  });
});
