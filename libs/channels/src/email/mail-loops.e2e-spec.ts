import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { InboundMail, mailText } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

/** Bounces in free text, as mail systems write them. `@` stands for the failed address, `#` for our Message-ID. */
const BOUNCES: [string, { from: string; subject: string; head?: string[]; body: string }][] = [
  [
    'qmail',
    {
      from: 'MAILER-DAEMON@home.example',
      subject: 'failure notice',
      body: `Hi. This is the qmail-send program at home.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<@>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.

Message-ID: #
Subject: x`,
    },
  ],
  [
    'Exim',
    {
      from: 'Mail Delivery System <Mailer-Daemon@home.example>',
      subject: 'Mail delivery failed: returning message to sender',
      head: ['X-Failed-Recipients: @', 'Auto-Submitted: auto-replied'],
      body: `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  @
    host mx.home.example [192.0.2.1]
    SMTP error from remote mail server after RCPT TO: 550 No such user`,
    },
  ],
  [
    'Postfix',
    {
      from: 'MAILER-DAEMON@home.example (Mail Delivery System)',
      subject: 'Undelivered Mail Returned to Sender',
      body: `This is the mail system at host mx.home.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<@>: host mx[192.0.2.1] said: 550 5.1.1 User unknown

Message-Id: #`,
    },
  ],
  [
    'Exchange',
    {
      from: 'postmaster@home.example',
      subject: 'Undeliverable: [ticket] Street light',
      body: `Your message did not reach some or all of the intended recipients.

The following recipient(s) could not be reached:

      @ on 3/1/2026 10:00 AM
            The e-mail account does not exist. <mx.home.example #5.1.1>`,
    },
  ],
  [
    'Gmail',
    {
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.example>',
      subject: 'Delivery Status Notification (Failure)',
      head: ['X-Failed-Recipients: @', 'Auto-Submitted: auto-replied'],
      body: `** Address not found **

Your message wasn't delivered to @ because the address couldn't be found.

550 5.1.1 The email account that you tried to reach does not exist.`,
    },
  ],
];

describe('Automatic senders', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  it.each(BOUNCES)(
    'like %s mark an address as undeliverable by a bounce in free text',
    async (name, bounce) => {
      const gone = `gone-${name.toLowerCase()}@home.example`;
      const { ticket } = await desk.openTicket({ from: gone }, undefined, gone);
      const original = await desk.acknowledgementOf(ticket.id);
      const before = await desk.count('ticket');
      const fill = (text: string) =>
        text.replace(/@(?![a-z])/gi, gone).replace(/(Message-I[dD]: )#/g, `$1${original}`);
      const report = mailText({ ...bounce, head: bounce.head?.map(fill), body: fill(bounce.body) });
      await system.send(report, { from: '', to: desk.signedAddress(ticket) });
      expect(await desk.count('ticket')).toBe(before);
      const note = (await desk.messagesOf(ticket.id)).at(-1)!;
      expect(note.kind).toBe('internal_note');
      expect(note.body).toContain(`A mail to ${gone} could not be delivered`);
      expect(
        await desk.count('address_reach WHERE value = $1 AND undeliverable_at IS NOT NULL', [gone]),
      ).toBe(1);
    },
  );

  it('cannot mark an address by a report without Message-ID or signed address', async () => {
    const from = 'victim@home.example';
    await desk.openTicket({ from }, undefined, from);
    const [, postfix] = BOUNCES[2]!;
    const forged = mailText({
      ...postfix,
      body: postfix.body.replace(/@/g, from).replace('#', '<guess@contact.example>'),
    });
    await system.send(forged, { from: '', to: 'general@contact.example' });
    expect(await desk.count('address_reach WHERE value = $1 AND undeliverable_at IS NOT NULL', [from])).toBe(
      0,
    );
  });

  it('are not confused with a person who writes about failures', async () => {
    const { ticket } = await desk.openTicket({
      subject: 'Undelivered mail',
      body: 'My parcel could not be delivered to one or more addresses',
    });
    expect(ticket.subject).toBe('Undelivered mail');
  });

  it.each([
    ['says that it is one', ['Auto-Submitted: auto-replied']],
    ['hides that it is one', []],
  ])('that answer every mail get one reply of ours, when the other %s', async (_how, head) => {
    const robot = `robot-${head.length}@home.example`;
    const { id, ticket } = await desk.openTicket({ from: robot }, undefined, robot);
    const answered = new Set<string>();
    let quietRounds = 0;
    // The other side answers every mail of ours immediately.
    for (let answers = 0; quietRounds < 3 && answers < 20;) {
      const ours = (await system.outgoing()).filter(
        ({ mail }) => JSON.stringify(mail.to).includes(robot) && !answered.has(mail.messageId!),
      );
      if (ours.length === 0 && answered.size > 0) {
        await system.waitUntilIdle();
        quietRounds++;
      }
      for (const { mail } of ours) {
        answered.add(mail.messageId!);
        answers++;
        const automatic = [...head, `In-Reply-To: ${mail.messageId}`];
        const replyTo = mail.replyTo!.value[0]!.address!;
        await system.send(
          mailText({ from: robot, subject: `Auto: ${mail.subject}`, head: automatic, body: 'We have it' }),
          { from: head.length > 0 ? '' : robot, to: replyTo },
        );
      }
    }
    expect(answered.size).toBe(1);
    expect((await desk.ticketOfMail(id)).id).toBe(ticket.id);
    expect(await desk.count('outgoing_mail WHERE recipient = $1', [robot])).toBe(1);
    const [message, ...more] = await desk.messagesOf(ticket.id);
    expect(more).toEqual([]);
    expect(message!.kind).toBe(head.length > 0 ? 'internal_note' : 'requester_message');
  });

  it('that open a ticket with every mail get at most ten replies an hour', async () => {
    const robot = 'storm@home.example';
    await Promise.all(Array.from({ length: 15 }, () => desk.openTicket({ from: robot }, undefined, robot)));
    await system.waitUntilIdle();
    expect(await desk.count('outgoing_mail WHERE recipient = $1', [robot])).toBe(10);
  });
});
