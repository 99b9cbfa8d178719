import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailAddresses, MailOfMessages } from '#wasl/channels';
import { ChangeTicket, SYSTEM } from '#wasl/tickets';
import { waitFor } from '#wasl/testing';
import {
  InboundMail,
  type MailDraft,
  mailText,
  newMessageId,
} from '../../../../test/support/inbound-mail.js';
import { type MailSystem, startMailSystem } from '../../../../test/support/mail-system.js';

const GENERAL = 'general@contact.example';
type Kind = MailDraft & { returnPath?: string };

const byField = (line: string): Kind => ({ head: [line] });
const bySender = (local: string): Kind => ({ from: `${local}@robots.example` });
const bySubject = (subject: string): Kind => ({ subject });

const ROBOTS: Kind[] = [
  ...[
    'noreply',
    'no-reply',
    'donotreply',
    'do-not-reply',
    'noreply+7',
    'postmaster',
    'bounce',
    'bounces+7',
  ].map(bySender),
  ...[
    'Auto-Submitted: auto-generated',
    'X-Auto-Reply: yes',
    'X-Autoreply: yes',
    'X-Autorespond: yes',
    'X-Vacation: yes',
    'Precedence: bulk',
    'Precedence: junk',
    'Precedence: list',
    'Precedence: auto_reply',
    'Precedence: auto-reply',
    'X-Precedence: bulk',
    'Delivered-To: Autoresponder',
    'List-Id: <news.example>',
    'List-Unsubscribe: <mailto:x@news.example>',
    'Feedback-ID: 1:2:3:x',
    'X-Auto-Response-Suppress: All',
    'X-Loop: x@home.example',
  ].map(byField),
  ...['Automatic reply: x', 'رد تلقائي: إنارة', 'Réponse automatique : x', 'Abwesenheitsnotiz: x'].map(
    bySubject,
  ),
  { returnPath: '' },
];

const PEOPLE: Kind[] = [
  ...[
    'Automatic door is broken',
    'Automatic',
    'The automatic reply of your office is wrong',
    'Re: Automatic reply: x',
    'Out of office hours nobody answers',
    'Vacation rentals',
    'Undelivered parcel',
    'Abwesenheit meiner Mutter',
    'الرد التلقائي لا يعمل',
    'Réponse automatique incompréhensible',
  ].map(bySubject),
  ...['bouncer', 'bounce-house', 'nora.reply', 'noreplyson', 'postmasters'].map(bySender),
  ...['Auto-Submitted: no', 'Precedence: normal', 'X-Auto-Response-Suppress: None'].map(byField),
];

describe('Mail of programs', () => {
  let system: MailSystem;
  let desk: InboundMail;
  beforeAll(async () => {
    system = await startMailSystem();
    desk = new InboundMail(system);
  });
  afterAll(() => system?.stop());

  it('is not acknowledged, and that of people who only sound like it is', async () => {
    expect([ROBOTS.length, PEOPLE.length]).toEqual([30, 18]);
    const send = async ({ returnPath, ...kind }: Kind, n: number, who: string) => {
      const from = kind.from ?? `${who}${n}@home.example`;
      await system.send(mailText({ ...kind, from }), { from: returnPath ?? from, to: GENERAL });
      return from;
    };
    const robots = await Promise.all(ROBOTS.map((kind, n) => send(kind, n, 'robot')));
    const people = await Promise.all(PEOPLE.map((kind, n) => send(kind, n, 'person')));
    expect(await desk.count('ticket')).toBe(ROBOTS.length + PEOPLE.length);
    const acknowledged = async (those: string[]) => {
      const rows = await system.db.query<{ recipient: string }>(
        'SELECT recipient FROM outgoing_mail WHERE recipient = ANY($1::text[])',
        [those],
      );
      return rows.map(({ recipient }) => recipient).sort();
    };
    await waitFor(async () => (await acknowledged(people)).length === people.length, {
      within: 30_000,
      what: 'all people to be answered',
    });
    await system.waitUntilIdle();
    expect(await acknowledged(people)).toEqual([...people].sort());
    expect(await acknowledged(robots)).toEqual([]);
  });

  it.each([
    ['says so', ['Auto-Submitted: auto-replied'], 'Re: your mail'],
    ['has only the subject of one', [], 'Automatic reply: Street light'],
  ])(
    'in reply to a ticket is a marked note that changes nothing, when it %s',
    async (_how, head, subject) => {
      const from = `away-${head.length}@home.example`;
      const { ticket } = await desk.openTicket({ from }, undefined, from);
      const change = system.app.get(ChangeTicket);
      const [{ version } = { version: 0 }] = await system.db.query<{ version: number }>(
        'SELECT version FROM ticket WHERE id = $1',
        [ticket.id],
      );
      await change.patch(ticket.number, { status: 'pending', pendingOn: 'requester' }, SYSTEM, version);
      const to = system.app.get(MailAddresses).replyAddress('general', ticket.number, from);
      const state = async () => {
        const [row] = await system.db.query<Record<string, unknown>>(
          `SELECT t.status, t.pending_on, (SELECT json_agg(c ORDER BY c.kind, c.round) FROM clock c WHERE c.ticket_id = t.id) AS clocks
           FROM ticket t WHERE t.id = $1`,
          [ticket.id],
        );
        return row!;
      };
      const before = await state();
      await system.send(mailText({ from, subject, head, body: 'I am away' }), { from, to });
      expect(await state()).toEqual(before);
      const [note] = await desk.messagesOf(ticket.id);
      expect(note).toMatchObject({ kind: 'internal_note', body: `${subject}\n\nI am away` });
      const { messages } = await system.app.get(MailOfMessages).metadata(ticket.number, [note!.id]);
      expect(messages.get(note!.id)).toMatchObject({ automatic: true, sender: from });
      await system.send(mailText({ from, body: 'I am back' }), { from, to });
      expect(await state()).toMatchObject({ status: 'open' });
    },
  );

  it('that a relay only marked as bulk is the words of the person who wrote it', async () => {
    const from = 'through-relay@home.example';
    const { ticket } = await desk.openTicket({ from }, undefined, from);
    const id = newMessageId();
    await system.send(mailText({ id, from, head: ['Feedback-ID: 1:2:3:x'], body: 'My answer' }), {
      from,
      to: desk.signedAddress(ticket),
    });
    expect(await desk.messagesOf(ticket.id)).toMatchObject([
      { kind: 'requester_message', body: 'My answer' },
    ]);
  });
});
