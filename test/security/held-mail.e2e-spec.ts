import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckSenders, ClaimReplyTo, OriginalMail, ReceiveMail, SenderChecking } from '#wasl/channels';
import { uuidv7 } from '#wasl/kernel';
import { type Database, SETTINGS, UnitOfWork } from '#wasl/platform';
import {
  ChangeTicket,
  HeldMessages,
  MergeTickets,
  PublicTickets,
  TicketContacts,
  staffActor,
  SYSTEM,
} from '#wasl/tickets';
import { waitFor } from '#wasl/testing';
import {
  formatNumber,
  InboundMail,
  mailText,
  newMessageId,
  type TicketRow,
} from '../support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../support/mail-system.js';

const SECRET = 'Your sign-in code is 884211';
const STRANGER = 'no-reply@service.example';
/** A mail with an attachment, like an address confirmation of another service. */
const confirmation = (id: string, head: string[] = []) =>
  mailText({
    id,
    from: `Service <${STRANGER}>`,
    subject: 'Confirm your address',
    head: [...head, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b'],
    body: [
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      SECRET,
      '--b',
      'Content-Type: text/plain; name=secret.txt',
      'Content-Disposition: attachment; filename=secret.txt',
      '',
      SECRET,
      '--b--',
    ].join('\n'),
  });

describe('Mail of an unknown sender to a ticket’s reply address', () => {
  let system: MailSystem;
  let desk: InboundMail;
  let agent: string;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
    agent = await insertAgent(system.db);
  });
  afterAll(() => system?.stop());

  let people = 0;
  /** Each by another person, because acknowledgements per address are limited. */
  const open = async () => {
    const from = `person${++people}@home.example`;
    return { from, ...(await desk.openTicket({ from }, undefined, from)) };
  };
  const addressOf = async (ticket: TicketRow): Promise<string> => {
    const id = await desk.acknowledgementOf(ticket.id);
    const sent = await waitFor(
      async () => (await system.outgoing()).find(({ mail }) => mail.messageId === id),
      { within: 30_000, what: 'the acknowledgement to leave' },
    );
    return sent.mail.replyTo!.value[0]!.address!;
  };
  const trapped = async (head: string[] = []) => {
    const opened = await open();
    const to = await addressOf(opened.ticket);
    const id = newMessageId();
    await system.send(confirmation(id, head), { to, from: STRANGER });
    return { ...opened, to, id };
  };
  const stateOf = async (id: string) => {
    const [row] = await system.db.query(
      `SELECT status, pending_on, resolved_at, closed_at, first_response_due_at, resolution_due_at, first_responded_at,
              (SELECT json_agg(c ORDER BY c.kind, c.round) FROM clock c WHERE c.ticket_id = t.id) AS clocks
         FROM ticket t WHERE id = $1`,
      [id],
    );
    return row;
  };
  const tracked = async (ticket: TicketRow) =>
    JSON.stringify(await system.app.get(PublicTickets).track(ticket.number));
  const heldOf = async (ticket: TicketRow) => {
    const [row] = await system.db.query<{ id: string; state: string; reason: string; address: string }>(
      `SELECT h.message_id AS id, h.state, h.reason, h.address
         FROM held_message h JOIN message m ON m.id = h.message_id WHERE m.ticket_id = $1 ORDER BY m.id DESC LIMIT 1`,
      [ticket.id],
    );
    return row;
  };
  const decide = (ticket: TicketRow, message: string, decision: 'accept' | 'dismiss') =>
    system.app.get(HeldMessages).decide(ticket.number, message, decision, staffActor(agent));

  it('is a note for staff, hidden on the tracking page with its attachments', async () => {
    const { ticket, id } = await trapped();
    expect((await desk.ticketOfMail(id)).id).toBe(ticket.id);
    expect(await heldOf(ticket)).toMatchObject({
      state: 'waiting',
      reason: 'not_participant',
      address: STRANGER,
    });
    expect((await desk.messagesOf(ticket.id)).map(({ kind }) => kind)).toEqual(['internal_note']);
    const page = await tracked(ticket);
    expect(page).not.toContain('884211');
    expect(page).not.toContain('secret.txt');
    expect(page).not.toContain(STRANGER);
    const files = await desk.count('attachment WHERE ticket_id = $1 AND message_id IS NULL', [ticket.id]);
    expect(files).toBe(0);
  });

  it.each([
    ['In-Reply-To', (ack: string) => [`In-Reply-To: ${ack}`]],
    ['References', (ack: string) => [`References: <x@home.example> ${ack}`]],
    ['Auto-Submitted', () => ['Auto-Submitted: auto-generated']],
    ['a list', () => ['List-Id: <all.service.example>', 'Precedence: list']],
  ])('stays one with %s in its head', async (_what, headOf) => {
    const { ticket } = await open();
    const to = await addressOf(ticket);
    const head = headOf(await desk.acknowledgementOf(ticket.id));
    await system.send(confirmation(newMessageId(), head), { to, from: STRANGER });
    expect(await heldOf(ticket)).toMatchObject({ state: 'waiting', address: STRANGER });
    expect(await tracked(ticket)).not.toContain('884211');
  });

  it.each([
    ['Reply-To alone', 'From: nobody\nReply-To: @'],
    ['a From of two', 'From: @, stranger@service.example'],
    ['two Froms', 'From: @\nFrom: stranger@service.example'],
  ])('is not taken for the requester by %s', async (_how, lines) => {
    const { ticket, from } = await open();
    const to = await addressOf(ticket);
    const head = lines.replace(/@(?![a-z])/, from);
    const raw = mailText({ body: SECRET }).replace(/^From: .*$/m, head);
    await system.send(raw, { to, from: STRANGER });
    expect(await heldOf(ticket)).toMatchObject({ state: 'waiting', reason: 'not_participant' });
    expect(await tracked(ticket)).not.toContain('884211');
  });

  it.each(['new', 'pending', 'resolved'])(
    'changes neither status nor SLA clocks of a ticket that is %s, and is not answered',
    async (status) => {
      const { ticket } = await open();
      const to = await addressOf(ticket);
      const tickets = system.app.get(ChangeTicket);
      if (status === 'pending') {
        await tickets.patch(ticket.number, { status: 'pending', pendingOn: 'requester' }, SYSTEM, 1);
      }
      if (status === 'resolved') await tickets.resolve(ticket.number, 'Done', 'answered', SYSTEM);
      const before = await stateOf(ticket.id);
      await system.send(confirmation(newMessageId()), { to, from: STRANGER });
      expect(await heldOf(ticket)).toMatchObject({ state: 'waiting' });
      expect(await stateOf(ticket.id)).toEqual(before);
      expect(before).toMatchObject({ status });
      await drained(system);
      expect(await desk.count('outgoing_mail WHERE recipient = $1', [STRANGER])).toBe(0);
    },
  );

  it('opens a separate ticket when the ticket is closed', async () => {
    const { ticket } = await open();
    const to = await addressOf(ticket);
    await system.app.get(ChangeTicket).close(ticket.number, SYSTEM);
    const before = await stateOf(ticket.id);
    const id = newMessageId();
    await system.send(confirmation(id), { to, from: 'other@service.example' });
    const opened = await desk.ticketOfMail(id);
    expect(opened.id).not.toBe(ticket.id);
    expect(opened.requester_id).not.toBe(ticket.requester_id);
    expect(await stateOf(ticket.id)).toEqual(before);
    expect(await tracked(ticket)).not.toContain('884211');
  });

  it('is held on the surviving ticket after a merge, and hidden on both tracking pages', async () => {
    const first = await trapped();
    const second = await open();
    await system.app.get(MergeTickets).merge(first.ticket.number, second.ticket.number, staffActor(agent));
    await system.send(confirmation(newMessageId()), { to: first.to, from: STRANGER });
    expect(await heldOf(second.ticket)).toMatchObject({ state: 'waiting' });
    for (const { ticket } of [first, second]) expect(await tracked(ticket)).not.toContain('884211');
  });

  it('is not quoted or referenced in later mails', async () => {
    const { ticket, id } = await trapped();
    await system.app.get(ChangeTicket).resolve(ticket.number, 'All is well', 'answered', staffActor(agent));
    const reply = await waitFor(
      async () =>
        (await system.outgoing()).find(
          ({ mail }) =>
            mail.subject?.includes(formatNumber(ticket.number)) && mail.text?.includes('All is well'),
        ),
      { within: 30_000, what: 'the answer to leave' },
    );
    expect(reply.raw).not.toContain(id);
    expect(reply.mail.text).not.toContain('884211');
    expect(reply.mail.attachments).toEqual([]);
  });

  it('becomes a message when accepted, and its sender a participant', async () => {
    const { ticket, to } = await trapped();
    const held = (await heldOf(ticket))!;
    expect(await decide(ticket, held.id, 'accept')).toEqual({ id: held.id, state: 'accepted' });
    expect(await decide(ticket, held.id, 'accept')).toEqual({ id: held.id, state: 'accepted' });
    await expect(decide(ticket, held.id, 'dismiss')).rejects.toMatchObject({
      code: 'message.accepted_already',
    });
    const page = await tracked(ticket);
    expect(page).toContain('884211');
    expect(page).toContain('secret.txt');
    await system.send(mailText({ from: STRANGER, body: 'A second one' }), { to, from: STRANGER });
    expect((await desk.messagesOf(ticket.id)).at(-1)).toMatchObject({
      kind: 'requester_message',
      body: `From: <${STRANGER}>\n\nA second one`,
    });
    // A participant of this ticket, but of no other of the same requester.
    const other = await trapped();
    expect(await heldOf(other.ticket)).toMatchObject({ state: 'waiting' });
  });

  it('stays hidden when dismissed, until it is accepted after all', async () => {
    const { ticket, to } = await trapped();
    const held = (await heldOf(ticket))!;
    const before = await stateOf(ticket.id);
    expect(await decide(ticket, held.id, 'dismiss')).toMatchObject({ state: 'dismissed' });
    expect(await decide(ticket, held.id, 'dismiss')).toMatchObject({ state: 'dismissed' });
    expect(await stateOf(ticket.id)).toEqual(before);
    expect(await tracked(ticket)).not.toContain('884211');
    await system.send(confirmation(newMessageId()), { to, from: STRANGER });
    expect(await heldOf(ticket)).toMatchObject({ state: 'waiting' });
    await decide(ticket, held.id, 'accept');
    expect(await tracked(ticket)).toContain('884211');
  });

  it('is decided only on its own ticket', async () => {
    const { ticket } = await trapped();
    const other = await open();
    const held = (await heldOf(ticket))!;
    for (const id of [held.id, uuidv7(), 'x']) {
      await expect(decide(other.ticket, id, 'accept')).rejects.toMatchObject({ code: 'message.not_held' });
    }
    expect(await heldOf(ticket)).toMatchObject({ state: 'waiting' });
  });

  it('is a normal message when sent from a contact address of the ticket, which confirms it', async () => {
    const { ticket, from } = await open();
    const to = await addressOf(ticket);
    const stateOfContact = () =>
      system.db.query<{ state: string; proved: string | null }>(
        'SELECT state, proved_by AS proved FROM ticket_contact WHERE ticket_id = $1 AND value = $2',
        [ticket.id, from],
      );
    expect(await stateOfContact()).toEqual([{ state: 'claimed', proved: null }]);
    // As if the address was only typed into a form: mail that does not use the reply address proves nothing.
    await system.db.query(`UPDATE ticket_contact SET origin = 'given' WHERE ticket_id = $1`, [ticket.id]);
    await system.db.query(`UPDATE requester_address SET origin = 'given' WHERE value = $1`, [from]);
    await system.send(mailText({ from, body: SECRET }), { to: desk.signedAddress(ticket), from });
    expect(await heldOf(ticket)).toMatchObject({ state: 'waiting' });
    await system.send(mailText({ from, body: 'An answer' }), { to, from });
    expect((await desk.messagesOf(ticket.id)).at(-1)).toMatchObject({ kind: 'requester_message' });
    expect(await stateOfContact()).toEqual([{ state: 'verified', proved: 'proved_by_reply' }]);
  });

  it('is held afterwards when the domain of the claimed sender disowns it', async () => {
    const { ticket, from } = await open();
    const to = await addressOf(ticket);
    const client = { ip: '198.51.100.9', helo: 'mx.evil.example' };
    const send = (body: string, ip = client.ip) =>
      system.app
        .get(ReceiveMail)
        .receive(
          { from, recipients: [to], client: { ...client, ip } },
          Buffer.from(mailText({ from, body })),
        );
    expect(await send('Forged')).toMatchObject({ outcome: 'joined' });
    expect(await send('Genuine', '203.0.113.7')).toMatchObject({ outcome: 'joined' });
    await checking(system).run();
    expect(await heldOf(ticket)).toMatchObject({ state: 'waiting', reason: 'failed_checks' });
    const page = await tracked(ticket);
    expect(page).not.toContain('Forged');
    expect(page).toContain('Genuine');
  });
});

const NAMES: Record<string, string> = {
  'home.example': 'v=spf1 ip4:203.0.113.7 -all',
  '_dmarc.home.example': 'v=DMARC1; p=reject',
};

function checking({ app, db }: MailSystem): CheckSenders {
  const lookUp = async (name: string, type: string) => {
    const text = type === 'TXT' ? NAMES[name] : undefined;
    if (!text) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return [[text]];
  };
  const [unitOfWork, held] = [app.get(UnitOfWork), app.get(HeldMessages)];
  const contacts = app.get(TicketContacts);
  return new CheckSenders(
    db,
    unitOfWork,
    held,
    contacts,
    app.get(OriginalMail),
    new SenderChecking(lookUp),
    app.get(SETTINGS),
    app.get(ClaimReplyTo),
  );
}

async function insertAgent(db: Database): Promise<string> {
  const id = uuidv7();
  await db.query(
    `INSERT INTO staff (id, email, name, role, password_hash, language, created_at)
     VALUES ($1, 'agent@contact.example', 'Agent', 'agent', 'x', 'en', now())`,
    [id],
  );
  return id;
}

async function drained({ db }: MailSystem): Promise<void> {
  await waitFor(async () => (await db.query('SELECT 1 FROM outbox LIMIT 1')).length === 0, {
    within: 30_000,
    what: 'the outbox to be empty',
  });
}
