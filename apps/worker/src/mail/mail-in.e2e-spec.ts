import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AsyncLocalStorage } from 'node:async_hooks';
import { connect } from 'node:net';
import pg from 'pg';
import { MailAddresses, QuarantinedMail, ReceiveMail } from '#wasl/channels';
import { type RunningSettings, SETTINGS } from '#wasl/platform';
import { waitFor } from '#wasl/testing';
import { Attachments, ChangeTicket, SYSTEM } from '#wasl/tickets';
import { MailIntake } from './mail-intake.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

let system: MailSystem;

// One block around all: hooks outside of any run only after the harness has dropped the databases.
describe('Mail that comes in', () => {
  beforeAll(async () => {
    system = await startMailSystem();
  });
  afterAll(() => system?.stop());

  let counter = 0;
  const newId = () => `<m${++counter}.${process.pid}@home.example>`;

  interface Draft {
    id?: string | null;
    from?: string;
    subject?: string;
    head?: string[];
    body?: string;
  }

  function mail({
    id = newId(),
    from = 'Person <person@home.example>',
    subject = 'Street light',
    head = [],
    body = 'It is dark.',
  }: Draft = {}) {
    const lines = [
      `From: ${from}`,
      'To: general@contact.example',
      `Subject: ${subject}`,
      ...(id ? [`Message-ID: ${id}`] : []),
      ...head,
      ...(head.some((line) => /^content-type/i.test(line))
        ? []
        : ['Content-Type: text/plain; charset=utf-8']),
    ];
    return `${lines.join('\n')}\n\n${body}\n`;
  }

  interface Ticket {
    id: string;
    number: string;
    subject: string;
    description: string;
    channel: string;
    language: string;
    status: string;
    tags: string[];
    queue: string;
    requester_id: string;
  }

  async function ticketOfMail(messageId: string): Promise<Ticket> {
    const [row] = await system.db.query<Ticket>(
      `SELECT t.*, q.key AS queue FROM mail_thread m JOIN ticket t ON t.id = m.ticket_id JOIN queue q ON q.id = t.queue_id
      WHERE m.message_id = $1`,
      [messageId],
    );
    return row!;
  }

  const messagesOf = (ticketId: string) =>
    system.db.query<{ id: string; kind: string; body: string; body_html: string | null }>(
      'SELECT * FROM message WHERE ticket_id = $1 ORDER BY id',
      [ticketId],
    );

  const count = async (what: string, values: unknown[] = []) =>
    Number((await system.db.query<{ n: string }>(`SELECT count(*) AS n FROM ${what}`, values))[0]!.n);

  async function openOne(draft: Draft = {}, to = 'general@contact.example', from?: string) {
    const id = newId();
    await system.send(mail({ ...draft, id }), { to, from });
    return { id, ticket: await ticketOfMail(id) };
  }

  /** The Message-ID of the acknowledgement, which a mail program would refer to. */
  async function acknowledgementOf(ticketId: string): Promise<string> {
    return waitFor(
      async () => {
        const [row] = await system.db.query<{ message_id: string }>(
          `SELECT message_id FROM outgoing_mail WHERE ticket_id = $1 AND purpose = 'acknowledgement'`,
          [ticketId],
        );
        return row?.message_id;
      },
      { what: 'an acknowledgement' },
    );
  }

  const group = (number: string) => `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`;

  describe('Mail to a queue', () => {
    it('becomes a ticket of that queue, of its sender, in its language', async () => {
      const id = newId();
      const said = await system.send(
        mail({
          id,
          from: '"ليلى" <Laila@Home.Example>',
          subject: '=?utf-8?B?2KXZhtin2LHYqQ==?=',
          body: 'الشارع مظلم منذ أسبوع',
        }),
        { to: 'Billing@CONTACT.example', from: 'laila@home.example' },
      );
      expect(said).toMatch(/^250 /);
      const ticket = await ticketOfMail(id);
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

    it('has a title even when it has no subject, and a text even when it has only HTML', async () => {
      const { ticket } = await openOne({
        subject: '',
        head: ['Content-Type: text/html; charset=utf-8'],
        body: '<style>p{}</style><p>First &amp; foremost</p><p>second<script>alert(1)</script></p>',
      });
      expect(ticket.subject).toBe('(no subject)');
      expect(ticket.description).toBe('First & foremost\n\nsecond');
    });

    it('is refused at RCPT when there is no such address, and never relayed', async () => {
      for (const to of [
        'nobody@contact.example',
        'general@elsewhere.example',
        'general@contact.example.evil.example',
      ]) {
        await expect(system.send(mail(), { to })).rejects.toMatchObject({ responseCode: 550 });
      }
    });

    it('is told the size limit, and refused beyond it', async () => {
      const hello = await ehlo(system.app.get(MailIntake).port);
      expect(hello).toContain('SIZE 26214400');
      expect(hello).not.toMatch(/AUTH|STARTTLS/);
      const large = mail({ body: 'x'.repeat(70).concat('\n').repeat(390_000) });
      await expect(system.send(large, { to: 'general@contact.example' })).rejects.toMatchObject({
        responseCode: 552,
      });
    });

    it('is one ticket when it comes again, to two of our addresses, or many times at once', async () => {
      const id = newId();
      const raw = mail({ id });
      const to = ['general@contact.example', 'billing@contact.example'];
      const answers = await Promise.all([
        system.send(raw, { to }),
        ...Array.from({ length: 10 }, (_, i) => system.send(raw, { to: to[i % 2]! })),
      ]);
      answers.push(await system.send(raw, { to: to[1]! }));
      expect(answers.every((answer) => answer.startsWith('250 '))).toBe(true);
      expect(await count('mail_thread WHERE message_id = $1', [id])).toBe(1);
      const { id: ticketId, requester_id } = await ticketOfMail(id);
      expect(await count('ticket WHERE requester_id = $1 AND id >= $2', [requester_id, ticketId])).toBe(1);
    });

    it('without a Message-ID is known again by its content', async () => {
      const raw = mail({ id: null, from: 'noid@home.example', body: 'No id' });
      await system.send(raw, { to: 'general@contact.example' });
      await system.send(raw, { to: 'general@contact.example' });
      expect(await count(`ticket WHERE description = 'No id'`)).toBe(1);
    });

    it('brings its files, once each, under clean names', async () => {
      const { ticket } = await openOne({
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

  describe('A reply', () => {
    it('joins its ticket by In-Reply-To when the requester wrote it, and its HTML is kept inert', async () => {
      const { ticket } = await openOne();
      const acknowledgement = await acknowledgementOf(ticket.id);
      const reply = newId();
      await system.send(
        mail({
          id: reply,
          subject: 'Re: whatever',
          head: [`In-Reply-To: ${acknowledgement}`, 'Content-Type: text/html'],
          body: '<p onclick="x()">Still dark<img src="http://spy.example/1.gif"><a href="javascript:x()">y</a></p>',
        }),
        { to: 'general@contact.example' },
      );
      expect((await ticketOfMail(reply)).id).toBe(ticket.id);
      const [message] = await messagesOf(ticket.id);
      expect(message).toMatchObject({ kind: 'requester_message', body: 'Still darky' });
      expect(message!.body_html).toBe('<p>Still dark<a rel="noopener noreferrer nofollow">y</a></p>');
    });

    it('by References alone opens nothing to a stranger', async () => {
      const { id, ticket } = await openOne();
      const acknowledgement = await acknowledgementOf(ticket.id);
      const stranger = newId();
      await system.send(
        mail({ id: stranger, from: 'stranger@evil.example', head: [`References: ${id} ${acknowledgement}`] }),
        { to: 'general@contact.example', from: 'stranger@evil.example' },
      );
      expect((await ticketOfMail(stranger)).id).not.toBe(ticket.id);
    });

    it('to the signed address joins whoever wrote it, and says who did', async () => {
      const { ticket } = await openOne();
      const address = system.app.get(MailAddresses).forReplies('general', ticket.number);
      const colleague = newId();
      await system.send(mail({ id: colleague, from: 'Colleague <c@work.example>', body: 'I saw it too' }), {
        to: address.toUpperCase(),
        from: 'c@work.example',
      });
      expect((await ticketOfMail(colleague)).id).toBe(ticket.id);
      expect((await messagesOf(ticket.id)).at(-1)!.body).toBe(
        'From: Colleague <c@work.example>\n\nI saw it too',
      );
    });

    it('to an address with a wrong signature is mail to the queue', async () => {
      const { ticket } = await openOne();
      const forged = newId();
      await system.send(mail({ id: forged, from: 'x@evil.example' }), {
        to: `general+${ticket.number}.aaaaaaaaaaaaaaaa@contact.example`,
        from: 'x@evil.example',
      });
      expect((await ticketOfMail(forged)).id).not.toBe(ticket.id);
    });

    it('with the number in its subject joins from the requester, and not from anybody else', async () => {
      const { ticket } = await openOne();
      const subject = `Re: [#${group(ticket.number)}] Street light`;
      const own = newId();
      await system.send(mail({ id: own, subject }), { to: 'billing@contact.example' });
      expect((await ticketOfMail(own)).id).toBe(ticket.id);
      const other = newId();
      await system.send(mail({ id: other, subject, from: 'x@evil.example' }), {
        to: 'general@contact.example',
      });
      const opened = await ticketOfMail(other);
      expect(opened.id).not.toBe(ticket.id);
      expect(opened.subject).toBe('Re: Street light');
    });

    it('to a closed ticket opens a new one that names the old', async () => {
      const { ticket } = await openOne();
      await system.app.get(ChangeTicket).close(ticket.number, SYSTEM);
      const late = newId();
      await system.send(mail({ id: late, subject: `Re: [#${group(ticket.number)}] Street light` }), {
        to: 'general@contact.example',
      });
      const opened = await ticketOfMail(late);
      expect(opened.id).not.toBe(ticket.id);
      expect(opened.tags).toEqual([`follows-${group(ticket.number)}`]);
      expect((await messagesOf(opened.id))[0]).toMatchObject({ kind: 'internal_note' });
    });

    it('that a machine wrote joins, but does not wake what is settled', async () => {
      const from = 'away@home.example';
      const { ticket } = await openOne({ from });
      const acknowledgement = await acknowledgementOf(ticket.id);
      const head = ['Auto-Submitted: auto-replied', `In-Reply-To: ${acknowledgement}`];
      await system.send(mail({ from, head, body: 'On leave' }), { to: 'general@contact.example' });
      expect((await messagesOf(ticket.id)).at(-1)).toMatchObject({
        kind: 'requester_message',
        body: 'On leave',
      });
      await system.app.get(ChangeTicket).resolve(ticket.number, 'Done', 'answered', SYSTEM);
      await system.send(mail({ from, head, body: 'Still on leave' }), { to: 'general@contact.example' });
      expect((await messagesOf(ticket.id)).at(-1)).toMatchObject({ kind: 'internal_note' });
      const [after] = await system.db.query<{ status: string }>('SELECT status FROM ticket WHERE id = $1', [
        ticket.id,
      ]);
      expect(after!.status).toBe('resolved');
    });
  });

  describe('Mail that is not an ordinary one', () => {
    it('of our own that comes back is dropped and noted', async () => {
      const { ticket } = await openOne({ from: 'echo@home.example' });
      await acknowledgementOf(ticket.id);
      const own = await waitFor(
        async () =>
          (await system.outgoing()).find(({ mail }) => mail.subject?.includes(group(ticket.number))),
        { what: 'the acknowledgement to leave' },
      );
      const before = await count('ticket');
      expect(await system.send(own.raw, { to: 'general@contact.example' })).toMatch(/^250 /);
      // A system on the way may have dropped our mark; the Message-ID is still ours.
      expect(
        await system.send(
          own.raw.replace(/^X-Wasl:.*\r?\n/m, '').replace(/^From:.*\r?\n/m, 'From: x@home.example\r\n'),
          {
            to: 'general@contact.example',
          },
        ),
      ).toMatch(/^250 /);
      expect(await count('ticket')).toBe(before);
      expect(
        await count(`inbound_mail WHERE message_id = $1 AND state = 'ignored'`, [own.mail.messageId]),
      ).toBe(1);
    });

    it('as a delivery report marks the address and lands on its ticket', async () => {
      const { ticket } = await openOne({ from: 'gone@home.example' }, undefined, 'gone@home.example');
      const original = await acknowledgementOf(ticket.id);
      const before = await count('ticket');
      const report = mail({
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
      expect(await count('ticket')).toBe(before);
      expect(
        await count(`requester_address WHERE value = 'gone@home.example' AND undeliverable_at IS NOT NULL`),
      ).toBe(1);
      const note = (await messagesOf(ticket.id)).at(-1)!;
      expect(note.kind).toBe('internal_note');
      expect(note.body).toContain('5.1.1 smtp; 550 no such user');
      // Whoever writes from there again can be reached there again.
      await openOne({ from: 'gone@home.example' }, undefined, 'gone@home.example');
      expect(
        await count(`requester_address WHERE value = 'gone@home.example' AND undeliverable_at IS NULL`),
      ).toBe(1);
    });

    it('that cannot be handled is kept whole, and can be tried again or ignored', async () => {
      const quarantined = system.app.get(QuarantinedMail);
      const broken = 'Subject: nobody sent this\r\n\r\nHello\r\n';
      expect(await system.send(broken, { from: '', to: 'general@contact.example' })).toMatch(/^250 /);
      expect(await system.send(broken, { from: '', to: 'general@contact.example' })).toMatch(/^250 /);
      const { data } = await quarantined.list({ size: 10 });
      expect(data).toHaveLength(1);
      expect(data[0]).toMatchObject({ fault: 'mail.no_sender', recipients: ['general@contact.example'] });
      expect((await quarantined.raw(data[0]!.id)).toString()).toBe(broken);
      expect(await quarantined.retry(data[0]!.id)).toMatchObject({ outcome: 'quarantined' });
      // As if the cause had been mended meanwhile.
      await system.db.query(`UPDATE inbound_mail SET envelope_from = 'found@home.example' WHERE id = $1`, [
        data[0]!.id,
      ]);
      expect(await quarantined.retry(data[0]!.id)).toMatchObject({ outcome: 'opened' });
      await expect(quarantined.ignore(data[0]!.id)).rejects.toMatchObject({ code: 'mail.settled' });
      expect((await quarantined.list({ size: 10 })).data).toEqual([]);
    });

    it('of a thousand parts or one deep heap of tags holds up nobody', async () => {
      const parts = Array.from({ length: 1000 }, () => '--p\nContent-Type: text/plain\n\nx').join('\n');
      const bomb = mail({ head: ['Content-Type: multipart/mixed; boundary=p'], body: `${parts}\n--p--` });
      const deep = mail({ head: ['Content-Type: text/html'], body: `${'<b>'.repeat(200_000)}deep` });
      const started = Date.now();
      await Promise.all([
        system.send(bomb, { to: 'general@contact.example' }),
        system.send(deep, { to: 'general@contact.example' }),
        openOne(),
      ]);
      expect(Date.now() - started).toBeLessThan(10_000);
      expect((await system.app.get(QuarantinedMail).list({ size: 10 })).data[0]!.fault).toContain(
        'mail.unreadable',
      );
    });
  });

  describe('The mail server', () => {
    it('asks for the mail again when the database fails, and takes it then', async () => {
      await system.db.query(`ALTER TABLE inbound_mail RENAME TO inbound_mail_away`);
      const id = newId();
      const raw = mail({ id });
      await expect(system.send(raw, { to: 'general@contact.example' })).rejects.toMatchObject({
        responseCode: 451,
      });
      await system.db.query(`ALTER TABLE inbound_mail_away RENAME TO inbound_mail`);
      expect(await system.send(raw, { to: 'general@contact.example' })).toMatch(/^250 /);
      expect(await ticketOfMail(id)).toBeDefined();
    });

    it('asks for the mail again when the disk is full', async () => {
      const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      jest.spyOn(system.app.get(Attachments), 'store').mockRejectedValueOnce(full);
      const id = newId();
      const raw = mail({
        id,
        head: ['Content-Type: application/pdf', 'Content-Disposition: attachment; filename=a.pdf'],
      });
      const to = 'general@contact.example';
      await expect(system.send(raw, { to })).rejects.toMatchObject({ responseCode: 452 });
      expect(await system.send(raw, { to })).toMatch(/^250 /);
      expect(await ticketOfMail(id)).toBeDefined();
    });

    it('says which port is taken when it cannot start', async () => {
      const { port } = system.app.get(MailIntake);
      const settings = { ...system.app.get<RunningSettings>(SETTINGS), SMTP_IN_PORT: port };
      const second = new MailIntake(settings, system.app.get(MailAddresses), system.app.get(ReceiveMail));
      await expect(second.onApplicationBootstrap()).rejects.toMatchObject({ code: 'EADDRINUSE', port });
    });

    it('takes more mail at once than it has connections to the database', async () => {
      const ids = Array.from({ length: 60 }, newId);
      const to = 'general@contact.example';
      await Promise.all(
        ids.map((id, i) => system.send(mail({ id, from: `crowd${i}@home.example` }), { to })),
      );
      expect(await count('mail_thread WHERE message_id = ANY($1::text[])', [ids])).toBe(60);
    });

    it('needs at most twelve statements for a mail', async () => {
      const envelope = { from: 'known@home.example', recipients: ['general@contact.example'] };
      const receive = () =>
        system.app.get(ReceiveMail).receive(envelope, Buffer.from(mail({ from: 'known@home.example' })));
      await receive();
      const ofThisMail = new AsyncLocalStorage<string[]>();
      const statements: string[] = [];
      const real = pg.Client.prototype.query;
      pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
        const [query] = given as [string | { text: string }];
        ofThisMail.getStore()?.push(typeof query === 'string' ? query : query.text);
        return (real as (...given: unknown[]) => unknown).apply(this, given);
      } as typeof real;
      try {
        await ofThisMail.run(statements, receive);
      } finally {
        pg.Client.prototype.query = real;
      }
      const transaction = statements.slice(statements.indexOf('BEGIN'), statements.indexOf('COMMIT') + 1);
      expect(transaction.length).toBeGreaterThan(5);
      expect(transaction.length).toBeLessThanOrEqual(12);
    });
  });
});

async function ehlo(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('data', (data) => {
      heard += data.toString();
      if (/^220 /m.test(heard) && !heard.includes('250')) socket.write('EHLO test\r\n');
      if (/^250 /m.test(heard)) {
        socket.end('QUIT\r\n');
        resolve(heard);
      }
    });
    socket.on('error', reject);
  });
}
