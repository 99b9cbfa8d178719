import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QuarantinedMail } from '#wasl/channels';
import { waitFor } from '#wasl/testing';
import { formatNumber, InboundMail, mailText } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';
import { MailReader } from './reading/mail-reader.service.js';

describe('Special mail', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  it('of our own that comes back is dropped and recorded', async () => {
    const { ticket } = await desk.openTicket({ from: 'echo@home.example' });
    await desk.acknowledgementOf(ticket.id);
    const own = await waitFor(
      async () =>
        (await system.outgoing()).find(({ mail }) => mail.subject?.includes(formatNumber(ticket.number))),
      { what: 'the acknowledgement to leave' },
    );
    const before = await desk.count('ticket');
    expect(await system.send(own.raw, { to: 'general@contact.example' })).toMatch(/^250 /);
    // A mail system on the way may have removed our mark; the Message-ID is still ours.
    expect(
      await system.send(
        own.raw.replace(/^X-Wasl:.*\r?\n/m, '').replace(/^From:.*\r?\n/m, 'From: x@home.example\r\n'),
        {
          to: 'general@contact.example',
        },
      ),
    ).toMatch(/^250 /);
    expect(await desk.count('ticket')).toBe(before);
    expect(
      await desk.count(`inbound_mail WHERE message_id = $1 AND state = 'ignored'`, [own.mail.messageId]),
    ).toBe(1);
  });

  it('that is a delivery report marks the address and is noted on its ticket', async () => {
    const { ticket } = await desk.openTicket({ from: 'gone@home.example' }, undefined, 'gone@home.example');
    const original = await desk.acknowledgementOf(ticket.id);
    const before = await desk.count('ticket');
    const report = mailText({
      from: 'MAILER-DAEMON@home.example',
      subject: 'Undelivered Mail Returned to Sender',
      head: ['Content-Type: multipart/report; report-type=delivery-status; boundary=r'],
      body: [
        '--r',
        'Content-Type: text/plain',
        '',
        'Sorry.',
        '--r',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; home.example',
        '',
        'Final-Recipient: rfc822; gone@home.example',
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 no such user',
        '--r',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${original}`,
        'Subject: x',
        '--r--',
      ].join('\n'),
    });
    expect(await system.send(report, { from: '', to: 'general@contact.example' })).toMatch(/^250 /);
    expect(await desk.count('ticket')).toBe(before);
    expect(
      await desk.count(`address_reach WHERE value = 'gone@home.example' AND undeliverable_at IS NOT NULL`),
    ).toBe(1);
    const note = (await desk.messagesOf(ticket.id)).at(-1)!;
    expect(note.kind).toBe('internal_note');
    expect(note.body).toContain('5.1.1 smtp; 550 no such user');
    // A new mail from the address shows that it can be reached again.
    await desk.openTicket({ from: 'gone@home.example' }, undefined, 'gone@home.example');
    expect(
      await desk.count(`address_reach WHERE value = 'gone@home.example' AND undeliverable_at IS NULL`),
    ).toBe(1);
  });

  it('that cannot be processed is quarantined, and can be retried or ignored', async () => {
    const quarantined = system.app.get(QuarantinedMail);
    const broken = 'Subject: nobody sent this\r\n\r\nHello\r\n';
    expect(await system.send(broken, { from: '', to: 'general@contact.example' })).toMatch(/^250 /);
    expect(await system.send(broken, { from: '', to: 'general@contact.example' })).toMatch(/^250 /);
    const { data } = await quarantined.list({ size: 10 });
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({ fault: 'mail.no_sender', recipients: ['general@contact.example'] });
    expect((await quarantined.raw(data[0]!.id)).toString()).toBe(broken);
    expect(await quarantined.retry(data[0]!.id)).toMatchObject({ outcome: 'quarantined' });
    // Simulates that the cause has been fixed in the meantime.
    await system.db.query(`UPDATE inbound_mail SET envelope_from = 'found@home.example' WHERE id = $1`, [
      data[0]!.id,
    ]);
    expect(await quarantined.retry(data[0]!.id)).toMatchObject({ outcome: 'opened' });
    await expect(quarantined.ignore(data[0]!.id)).rejects.toMatchObject({ code: 'mail.settled' });
    expect((await quarantined.list({ size: 10 })).data).toEqual([]);
  });

  it('that takes too long to read is quarantined whole, once', async () => {
    const { limits } = system.app.get(MailReader);
    const large = mailText({ subject: 'Large', body: 'It is dark.\r\n'.repeat(400_000) });
    const usual = limits.ms;
    limits.ms = 1;
    try {
      expect(await system.send(large, { to: 'general@contact.example' })).toMatch(/^250 /);
      expect(await system.send(large, { to: 'general@contact.example' })).toMatch(/^250 /);
    } finally {
      limits.ms = usual;
    }
    const { data } = await system.app.get(QuarantinedMail).list({ size: 10 });
    expect(data).toMatchObject([{ fault: 'mail.too_complex' }]);
    const kept = (await system.app.get(QuarantinedMail).raw(data[0]!.id)).toString();
    expect(kept.replace(/\r\n/g, '\n') === large.replace(/\r\n/g, '\n')).toBe(true);
    expect(await system.app.get(QuarantinedMail).retry(data[0]!.id)).toMatchObject({ outcome: 'opened' });
    await desk.openTicket();
  });

  it('with a thousand parts or deeply nested tags does not block others', async () => {
    const parts = Array.from({ length: 1000 }, () => '--p\nContent-Type: text/plain\n\nx').join('\n');
    const bomb = mailText({ head: ['Content-Type: multipart/mixed; boundary=p'], body: `${parts}\n--p--` });
    const deep = mailText({ head: ['Content-Type: text/html'], body: `${'<b>'.repeat(200_000)}deep` });
    const started = Date.now();
    await Promise.all([
      system.send(bomb, { to: 'general@contact.example' }),
      system.send(deep, { to: 'general@contact.example' }),
      desk.openTicket(),
    ]);
    expect(Date.now() - started).toBeLessThan(30_000);
    const rows = await system.db.query<{ faults: string[] }>(
      `SELECT faults FROM inbound_mail WHERE faults <> '{}' ORDER BY received_at DESC`,
    );
    expect(rows.map((row) => row.faults)).toContainEqual(['limit.parts']);
  });
});
