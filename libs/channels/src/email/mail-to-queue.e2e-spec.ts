import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InboundMail, mailText, newMessageId } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

describe('Mail to a queue', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  it('becomes a ticket of that queue, of its sender, in its language', async () => {
    const id = newMessageId();
    const said = await system.send(
      mailText({
        id,
        from: '"ليلى" <Laila@Home.Example>',
        subject: '=?utf-8?B?2KXZhtin2LHYqQ==?=',
        body: 'الشارع مظلم منذ أسبوع',
      }),
      { to: 'Billing@CONTACT.example', from: 'laila@home.example' },
    );
    expect(said).toMatch(/^250 /);
    const ticket = await desk.ticketOfMail(id);
    expect(ticket).toMatchObject({
      queue: 'billing',
      channel: 'email',
      language: 'ar',
      subject: 'إنارة',
      status: 'new',
    });
    expect(ticket.description).toBe('الشارع مظلم منذ أسبوع');
    const [address] = await system.db.query<{ value: string; name: string }>(
      `SELECT a.value, r.name FROM requester r JOIN requester_address a ON a.requester_id = r.id WHERE r.id = $1`,
      [ticket.requester_id],
    );
    expect(address).toEqual({ value: 'laila@home.example', name: 'ليلى' });
  });

  it('gets a subject even without one, and a text even with only HTML', async () => {
    const { ticket } = await desk.openTicket({
      subject: '',
      head: ['Content-Type: text/html; charset=utf-8'],
      body: '<style>p{}</style><p>First &amp; foremost</p><p>second<script>alert(1)</script></p>',
    });
    expect(ticket.subject).toBe('(no subject)');
    expect(ticket.description).toBe('First & foremost\n\nsecond');
  });

  it.each([
    ['empty', 'إنارة الشارع', ['Content-Type: text/plain'], '(لا نص في هذه الرسالة)'],
    ['empty', 'Street light', ['Content-Type: text/html'], '(This mail has no text)'],
    [
      'encrypted',
      'Street light',
      ['Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m'],
      '(This mail is encrypted; its text cannot be read)',
    ],
  ])('that is %s says so in its language: %s', async (_kind, subject, head, text) => {
    const { ticket } = await desk.openTicket({ from: 'silent@home.example', subject, head, body: '' });
    expect(ticket).toMatchObject({ subject, description: text });
    const [reference] = await system.db.query<{ id: string }>(
      'SELECT message_id AS id FROM mail_thread WHERE ticket_id = $1',
      [ticket.id],
    );
    const reply = mailText({
      from: 'silent@home.example',
      subject,
      head: [...head, `In-Reply-To: ${reference!.id}`],
      body: '',
    });
    await system.send(reply, { to: 'general@contact.example' });
    expect((await desk.messagesOf(ticket.id)).at(-1)).toMatchObject({ body: text });
  });

  it('names a requester who had no name, and does not change a name', async () => {
    const nameOf = async (draft: { from: string; head?: string[] }) => {
      const { ticket } = await desk.openTicket(draft);
      const [row] = await system.db.query<{ name: string | null }>(
        'SELECT r.name FROM requester r JOIN ticket t ON t.requester_id = r.id WHERE t.id = $1',
        [ticket.id],
      );
      return row!.name;
    };
    expect(await nameOf({ from: 'newcomer@home.example' })).toBeNull();
    expect(await nameOf({ from: 'newcomer@home.example (Nora New)' })).toBe('Nora New');
    expect(await nameOf({ from: 'Other <newcomer@home.example>' })).toBe('Nora New');
  });

  it('is refused at RCPT when there is no such address, and never relayed', async () => {
    for (const to of [
      'nobody@contact.example',
      'general@elsewhere.example',
      'general@contact.example.evil.example',
    ]) {
      await expect(system.send(mailText(), { to })).rejects.toMatchObject({ responseCode: 550 });
    }
  });

  it('is one ticket when it is repeated, sent to two of our addresses, or delivered concurrently', async () => {
    const id = newMessageId();
    const raw = mailText({ id });
    const to = ['general@contact.example', 'billing@contact.example'];
    const answers = await Promise.all([
      system.send(raw, { to }),
      ...Array.from({ length: 10 }, (_, i) => system.send(raw, { to: to[i % 2]! })),
    ]);
    answers.push(await system.send(raw, { to: to[1]! }));
    expect(answers.every((answer) => answer.startsWith('250 '))).toBe(true);
    expect(await desk.count('mail_thread WHERE message_id = $1', [id])).toBe(1);
    const { id: ticketId, requester_id } = await desk.ticketOfMail(id);
    expect(await desk.count('ticket WHERE requester_id = $1 AND id >= $2', [requester_id, ticketId])).toBe(1);
  });

  it('without a Message-ID is recognised by its content', async () => {
    const raw = mailText({ id: null, from: 'noid@home.example', body: 'No id' });
    await system.send(raw, { to: 'general@contact.example' });
    await system.send(raw, { to: 'general@contact.example' });
    expect(await desk.count(`ticket WHERE description = 'No id'`)).toBe(1);
  });

  it('has its attachments stored once each, under clean names', async () => {
    const { ticket } = await desk.openTicket({
      head: ['Content-Type: multipart/mixed; boundary=b'],
      body: [
        '--b',
        'Content-Type: text/plain',
        '',
        'See picture',
        '--b',
        'Content-Type: application/pdf; name="../../x.pdf"',
        'Content-Disposition: attachment; filename="../../x.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('hello').toString('base64'),
        '--b--',
      ].join('\n'),
    });
    const files = await system.db.query('SELECT name, size, type FROM attachment WHERE ticket_id = $1', [
      ticket.id,
    ]);
    expect(files).toEqual([{ name: 'x.pdf', size: 5, type: 'application/octet-stream' }]);
  });
});
