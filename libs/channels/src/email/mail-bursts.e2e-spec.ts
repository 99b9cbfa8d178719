import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ChangeTicket, SYSTEM } from '#wasl/tickets';
import { InboundMail, mailText, newMessageId } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

const GENERAL = 'general@contact.example';
const LIMIT = 5;

describe('Many mails of one sender', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem({ MAIL_TICKETS_PER_HOUR: String(LIMIT) });
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  const ticketsOf = (from: string) =>
    system.db.query<{ id: string; number: string }>(
      `SELECT DISTINCT t.id, t.number FROM ticket t JOIN ticket_contact c ON c.ticket_id = t.id
        WHERE c.value = $1 ORDER BY t.id`,
      [from],
    );
  const send = (from: string, n: number, head: string[] = []) =>
    system.send(mailText({ from, subject: `Matter ${n}`, body: `Text ${n}`, head }), { from, to: GENERAL });

  it('at once become messages of one ticket beyond the limit, none is lost, and each ticket is answered once', async () => {
    const from = 'flood@home.example';
    await Promise.all(Array.from({ length: 40 }, (_, n) => send(from, n)));
    const tickets = await ticketsOf(from);
    expect(tickets).toHaveLength(LIMIT);
    const messages = await system.db.query<{ ticket: string; body: string; kind: string }>(
      `SELECT ticket_id AS ticket, body, kind FROM message WHERE ticket_id = ANY($1::bigint[])`,
      [tickets.map(({ id }) => id)],
    );
    expect(new Set(messages.map(({ ticket }) => ticket)).size).toBe(1);
    const folded = messages.filter(({ kind }) => kind === 'requester_message');
    expect(folded).toHaveLength(40 - LIMIT);
    expect(messages.filter(({ kind }) => kind === 'internal_note')).toHaveLength(1);
    const opening = await system.db.query<{ description: string }>(
      'SELECT description FROM ticket WHERE id = ANY($1::bigint[])',
      [tickets.map(({ id }) => id)],
    );
    const texts = [
      ...opening.map((row) => row.description),
      ...folded.map((row) => row.body.split('\n\n')[1]),
    ];
    expect(new Set(texts)).toEqual(new Set(Array.from({ length: 40 }, (_, n) => `Text ${n}`)));
    for (const { id } of tickets) await desk.acknowledgementOf(id);
    await system.waitUntilIdle();
    expect(await desk.count('outgoing_mail WHERE recipient = $1', [from])).toBe(LIMIT);
  });

  it('of a program are folded as marked notes', async () => {
    const from = 'monitor@home.example';
    for (let n = 0; n < LIMIT + 2; n++) await send(from, n, ['Auto-Submitted: auto-generated']);
    const tickets = await ticketsOf(from);
    expect(tickets).toHaveLength(LIMIT);
    expect((await desk.messagesOf(tickets.at(-1)!.id)).map(({ kind }) => kind)).toEqual([
      'internal_note',
      'internal_note',
      'internal_note',
    ]);
  });

  it('go to the ticket before when the latest is closed, and replies stay where they belong', async () => {
    const from = 'busy@home.example';
    for (let n = 0; n < LIMIT; n++) await send(from, n);
    const tickets = await ticketsOf(from);
    await system.app.get(ChangeTicket).close(tickets.at(-1)!.number, SYSTEM);
    await send(from, 50);
    expect((await desk.messagesOf(tickets.at(-2)!.id)).at(-1)!.body).toBe('Matter 50\n\nText 50');
    const reply = newMessageId();
    const head = [`In-Reply-To: ${await desk.acknowledgementOf(tickets[1]!.id)}`];
    await system.send(mailText({ id: reply, from, head }), { from, to: GENERAL });
    expect((await desk.ticketOfMail(reply)).id).toBe(tickets[1]!.id);
  });

  it('do not affect others', async () => {
    await send('calm@home.example', 1);
    expect(await ticketsOf('calm@home.example')).toHaveLength(1);
  });
});
