import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IgnoredMail, MailAddresses } from '#wasl/channels';
import { Messages, staffActor } from '#wasl/tickets';
import { uuidv7 } from '#wasl/kernel';
import { waitFor } from '#wasl/testing';
import { bounceOf, BOUNCE_KINDS } from '../../../../test/mails/bounces.js';
import { InboundMail, mailText, type TicketRow } from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

const GENERAL = 'general@contact.example';
const NO_ID = '<nothing@home.example>';

describe('A report about mail of ours', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  let people = 0;
  const told = async () => {
    const from = `gone${++people}@home.example`;
    const { ticket } = await desk.openTicket({ from }, undefined, from);
    return { from, ticket, id: await desk.acknowledgementOf(ticket.id) };
  };
  const givenTo = (ticket: TicketRow, address: string) =>
    system.app.get(MailAddresses).replyAddress('general', ticket.number, address);
  const marks = async (address: string) => {
    const [row] = await system.db.query<{ undeliverable: boolean; stopped: boolean }>(
      `SELECT undeliverable_at IS NOT NULL AS undeliverable, mail_stopped_at IS NOT NULL AS stopped
         FROM address_reach WHERE value = $1`,
      [address],
    );
    return row ?? { undeliverable: false, stopped: false };
  };
  const kindOf = (name: string) => BOUNCE_KINDS.find((one) => one.name === name)!;

  it.each(BOUNCE_KINDS)('is noted on its ticket: $name ($action)', async (kind) => {
    const { from, ticket, id } = await told();
    const before = await desk.count('ticket');
    const to = kind.body.includes('{id}') ? GENERAL : givenTo(ticket, from);
    expect(await system.send(bounceOf(kind, from, id), { from: '', to })).toMatch(/^250 /);
    expect(await desk.count('ticket')).toBe(before);
    expect(await desk.messagesOf(ticket.id)).toMatchObject([
      { kind: 'internal_note', author_kind: 'system' },
    ]);
    expect((await desk.messagesOf(ticket.id))[0]!.body).toContain(from);
    expect(await marks(from)).toEqual({
      undeliverable: kind.action === 'failed',
      stopped: kind.action === 'complaint',
    });
  });

  it.each(['RFC 3464, failed', 'qmail', 'multipart/report without a status', 'abuse', 'our own postmaster'])(
    'marks no address when it is forged: %s',
    async (name) => {
      const victim = await told();
      const other = await told();
      for (const to of [GENERAL, givenTo(other.ticket, other.from)])
        await system.send(bounceOf(kindOf(name), victim.from, NO_ID), { from: '', to });
      expect(await marks(victim.from)).toEqual({ undeliverable: false, stopped: false });
      expect(await desk.messagesOf(victim.ticket.id)).toEqual([]);
    },
  );

  it('that belongs to no mail of ours is listed with its reason', async () => {
    const kind = kindOf('Postfix');
    const raw = bounceOf(kind, 'nobody@home.example', NO_ID);
    await system.send(raw, { from: '', to: GENERAL });
    const { data } = await system.app.get(IgnoredMail).list({ size: 100 });
    expect(data).toContainEqual(
      expect.objectContaining({ reason: 'report:failed', ticket: null, recipients: [GENERAL] }),
    );
  });

  it('of abuse stops all mail to the address until its owner replies', async () => {
    const { from, ticket, id } = await told();
    await system.send(bounceOf(kindOf('abuse'), from, id), { from: '', to: GENERAL });
    const answer = async (body: string) => {
      const agent = await staffId();
      const { id: message } = await system.app
        .get(Messages)
        .byStaff(ticket.number, { kind: 'public_reply', body }, staffActor(agent));
      return waitFor(
        async () => {
          const [row] = await system.db.query<{ state: string; error: string }>(
            `SELECT state, last_error AS error FROM outgoing_mail
              WHERE headers->>'messageUuid' = $1 AND state IN ('sent', 'failed')`,
            [message],
          );
          return row;
        },
        { within: 30_000, what: 'the answer to be sent or given up' },
      );
    };
    expect(await answer('You will not get this')).toEqual({
      state: 'failed',
      error: expect.stringContaining('mail.stopped'),
    });
    const again = await desk.openTicket({ from, subject: 'Another matter' }, undefined, from);
    await system.waitUntilIdle();
    expect((await marks(from)).stopped).toBe(true);
    const head = ['Auto-Submitted: auto-replied'];
    await system.send(mailText({ from, head }), { from, to: givenTo(ticket, from) });
    expect((await marks(from)).stopped).toBe(true);
    await system.send(mailText({ from, body: 'Please do write' }), { from, to: givenTo(ticket, from) });
    expect((await marks(from)).stopped).toBe(false);
    expect(await answer('You will get this')).toMatchObject({ state: 'sent' });
    expect(await desk.count('outgoing_mail WHERE ticket_id = $1', [again.ticket.id])).toBe(0);
  });

  async function staffId(): Promise<string> {
    const [known] = await system.db.query<{ id: string }>('SELECT id FROM staff LIMIT 1');
    if (known) return known.id;
    const id = uuidv7();
    await system.db.query(
      `INSERT INTO staff (id, email, name, role, password_hash, created_at) VALUES ($1, 'agent@contact.example', 'Agent', 'agent', 'x', now())`,
      [id],
    );
    return id;
  }
});
