import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeTicket, SYSTEM } from '#wasl/tickets';
import { formatNumber, InboundMail, mailText, newMessageId } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

describe('A reply', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  it('joins its ticket by In-Reply-To when the requester wrote it, and its HTML is kept inert', async () => {
    const { ticket } = await desk.openTicket();
    const acknowledgement = await desk.acknowledgementOf(ticket.id);
    const reply = newMessageId();
    await system.send(
      mailText({
        id: reply,
        subject: 'Re: whatever',
        head: [`In-Reply-To: ${acknowledgement}`, 'Content-Type: text/html'],
        body: '<p onclick="x()">Still dark<img src="http://spy.example/1.gif"><a href="javascript:x()">y</a></p>',
      }),
      { to: 'general@contact.example' },
    );
    expect((await desk.ticketOfMail(reply)).id).toBe(ticket.id);
    const [message] = await desk.messagesOf(ticket.id);
    expect(message).toMatchObject({ kind: 'requester_message', body: 'Still darky' });
  });

  it('by References alone gives a stranger no access', async () => {
    const { id, ticket } = await desk.openTicket();
    const acknowledgement = await desk.acknowledgementOf(ticket.id);
    const stranger = newMessageId();
    await system.send(
      mailText({
        id: stranger,
        from: 'stranger@evil.example',
        head: [`References: ${id} ${acknowledgement}`],
      }),
      { to: 'general@contact.example', from: 'stranger@evil.example' },
    );
    expect((await desk.ticketOfMail(stranger)).id).not.toBe(ticket.id);
  });

  it('to the signed address from somebody else is added as a note that names the sender', async () => {
    const { ticket } = await desk.openTicket();
    const address = desk.signedAddress(ticket);
    const colleague = newMessageId();
    await system.send(mailText({ id: colleague, from: 'Colleague <c@work.example>', body: 'I saw it too' }), {
      to: address.toUpperCase(),
      from: 'c@work.example',
    });
    expect((await desk.ticketOfMail(colleague)).id).toBe(ticket.id);
    expect((await desk.messagesOf(ticket.id)).at(-1)).toMatchObject({
      kind: 'internal_note',
      body: 'Street light\n\nI saw it too',
    });
  });

  it('from another address of the same person joins with the signed address alone', async () => {
    const { id, ticket } = await desk.openTicket({ from: 'Layla <layla@home.example>' });
    const acknowledgement = await desk.acknowledgementOf(ticket.id);
    const other = {
      from: 'Layla <layla@work.example>',
      subject: `Re: [#${formatNumber(ticket.number)}] Street light`,
    };
    const head = [`In-Reply-To: ${acknowledgement}`, `References: ${id} ${acknowledgement}`];
    const toQueue = newMessageId();
    await system.send(mailText({ ...other, head, id: toQueue }), { to: 'general@contact.example' });
    expect((await desk.ticketOfMail(toQueue)).id).not.toBe(ticket.id);
    const signed = newMessageId();
    await system.send(mailText({ ...other, head, id: signed }), { to: desk.signedAddress(ticket) });
    expect((await desk.ticketOfMail(signed)).id).toBe(ticket.id);
    // The other address is not stored as one of the requester's.
    const again = newMessageId();
    await system.send(mailText({ ...other, head, id: again }), { to: 'general@contact.example' });
    expect((await desk.ticketOfMail(again)).id).not.toBe(ticket.id);
  });

  it('to an address with a wrong signature is mail to the queue', async () => {
    const { ticket } = await desk.openTicket();
    const forged = newMessageId();
    await system.send(mailText({ id: forged, from: 'x@evil.example' }), {
      to: `general+${ticket.number}.aaaaaaaaaaaaaaaa@contact.example`,
      from: 'x@evil.example',
    });
    expect((await desk.ticketOfMail(forged)).id).not.toBe(ticket.id);
  });

  it('with the number in its subject joins from the requester, and not from anybody else', async () => {
    const { ticket } = await desk.openTicket();
    const subject = `Re: [#${formatNumber(ticket.number)}] Street light`;
    const own = newMessageId();
    await system.send(mailText({ id: own, subject }), { to: 'billing@contact.example' });
    expect((await desk.ticketOfMail(own)).id).toBe(ticket.id);
    const other = newMessageId();
    await system.send(mailText({ id: other, subject, from: 'x@evil.example' }), {
      to: 'general@contact.example',
    });
    const opened = await desk.ticketOfMail(other);
    expect(opened.id).not.toBe(ticket.id);
    expect(opened.subject).toBe('Re: Street light');
  });

  it.each([
    ['Invoice 2648-1937-0525', 'Invoice 2648-1937-0525'],
    ['Invoice [#2648-1937-0525]', 'Invoice [#2648-1937-0525]'],
    ['Invoice #264819370525 and [#9999]', 'Invoice #264819370525 and [#9999]'],
  ])('to our mail joins its ticket, with a number of their own: %s', async (subject, kept) => {
    const from = 'buyer@home.example';
    const { ticket } = await desk.openTicket({ from, subject }, undefined, from);
    expect(ticket.subject).toBe(kept);
    for (const reply of [`Re: ${subject}`, `Re: [#${formatNumber(ticket.number)}] ${subject}`]) {
      const id = newMessageId();
      const head = reply.includes(formatNumber(ticket.number))
        ? []
        : [`In-Reply-To: ${await desk.acknowledgementOf(ticket.id)}`];
      await system.send(mailText({ id, from, subject: reply, head }), {
        from,
        to: 'general@contact.example',
      });
      expect((await desk.ticketOfMail(id)).id).toBe(ticket.id);
    }
  });

  it('with the number of an older ticket without its tag opens a ticket of its own', async () => {
    const from = 'regular@home.example';
    const { ticket } = await desk.openTicket({ from }, undefined, from);
    const again = await desk.openTicket(
      { from, subject: `As in ${formatNumber(ticket.number)}` },
      undefined,
      from,
    );
    expect(again.ticket.id).not.toBe(ticket.id);
    expect(again.ticket.subject).toBe(`As in ${formatNumber(ticket.number)}`);
  });

  it('goes to the sender, and a Reply-To is shown to staff and is told nothing', async () => {
    const from = 'writer@home.example';
    const head = ['Reply-To: Somebody <somebody@else.example>'];
    const { ticket } = await desk.openTicket({ from, head }, undefined, from);
    await desk.acknowledgementOf(ticket.id);
    const [note] = await desk.messagesOf(ticket.id);
    expect(note).toMatchObject({ kind: 'internal_note', author_kind: 'system' });
    expect(note!.body).toContain('somebody@else.example');
    const stranger = `outgoing_mail WHERE recipient = 'somebody@else.example'`;
    expect(await desk.count(stranger)).toBe(0);
    expect(await desk.count(`ticket_contact WHERE value = 'somebody@else.example'`)).toBe(0);
  });

  it('to a closed ticket opens a new one that names the old', async () => {
    const { ticket } = await desk.openTicket();
    await system.app.get(ChangeTicket).close(ticket.number, SYSTEM);
    const late = newMessageId();
    await system.send(mailText({ id: late, subject: `Re: [#${formatNumber(ticket.number)}] Street light` }), {
      to: 'general@contact.example',
    });
    const opened = await desk.ticketOfMail(late);
    expect(opened.id).not.toBe(ticket.id);
    expect(opened.tags).toEqual([`follows-${formatNumber(ticket.number)}`]);
    expect((await desk.messagesOf(opened.id))[0]).toMatchObject({ kind: 'internal_note' });
  });

  it('that is automatic becomes a note, and does not reopen a settled ticket', async () => {
    const from = 'away@home.example';
    const { ticket } = await desk.openTicket({ from });
    const acknowledgement = await desk.acknowledgementOf(ticket.id);
    const head = ['Auto-Submitted: auto-replied', `In-Reply-To: ${acknowledgement}`];
    await system.send(mailText({ from, head, body: 'On leave' }), { to: 'general@contact.example' });
    expect((await desk.messagesOf(ticket.id)).at(-1)).toMatchObject({
      kind: 'internal_note',
      body: 'Street light\n\nOn leave',
    });
    await system.app.get(ChangeTicket).resolve(ticket.number, 'Done', 'answered', SYSTEM);
    await system.send(mailText({ from, head, body: 'Still on leave' }), { to: 'general@contact.example' });
    expect((await desk.messagesOf(ticket.id)).at(-1)).toMatchObject({ kind: 'internal_note' });
    const [after] = await system.db.query<{ status: string }>('SELECT status FROM ticket WHERE id = $1', [
      ticket.id,
    ]);
    expect(after!.status).toBe('resolved');
  });
});
