import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Channel } from '#wasl/contracts';
import { type OpenTicketInput, OpenTicket, TicketReader } from '#wasl/tickets';
import { type PhoneApp, startPhoneApp } from '../../../test/support/phone-app.js';
import { InteractionHistory } from './interaction-history.service.js';

describe('the interaction of a ticket', () => {
  let phone: PhoneApp;
  let tickets: OpenTicket;
  const matter = (more: Partial<OpenTicketInput> = {}): OpenTicketInput => ({
    subject: 'A lamp is out',
    description: 'In the second road',
    channel: 'web',
    requester: { email: 'salma@example.com' },
    provenance: 'staff',
    ...more,
  });
  const interactionsOf = async (number: string) =>
    phone.database.query<Record<string, unknown>>('SELECT * FROM interaction WHERE ticket_id = $1', [
      await phone.app.get(TicketReader).idOf(number.replaceAll('-', '')),
    ]);

  beforeAll(async () => {
    phone = await startPhoneApp();
    tickets = phone.app.get(OpenTicket);
  });
  afterAll(() => phone.close());

  it.each<[Channel, boolean]>([
    ['web', false],
    ['email', false],
    ['counter', false],
    ['phone', false],
    ['chat', true],
  ])('by %s is written with the ticket (goes on: %s)', async (channel, goesOn) => {
    const ticket = await tickets.open(matter({ channel }));
    const [row, ...others] = await interactionsOf(ticket.number);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      channel,
      direction: 'in',
      requester_id: ticket.requester.id,
      answered_at: null,
    });
    expect(row!.queue_id).not.toBeNull();
    expect(row!.ended_at === null).toBe(goesOn);
  });

  it('names the agent who took it at once', async () => {
    const { id } = await phone.addStaffMember('taker');
    const ticket = await tickets.open(matter({ takenBy: id }));
    expect(await interactionsOf(ticket.number)).toMatchObject([
      { agent_id: id, answered_at: expect.any(Date) },
    ]);
  });

  it('is the call during which it was opened; a second ticket leaves the call with the first', async () => {
    const call = { event: 'newCall', callId: 'c1', from: '17400001', to: '80008001', direction: 'in' };
    await phone.send(call).expect(200);
    const [{ id }] = (await phone.database.query<{ id: string }>(
      `SELECT id FROM interaction WHERE call_id = 'c1'`,
    )) as [{ id: string }];
    const first = await tickets.open(matter({ channel: 'phone', interactionId: id }));
    const second = await tickets.open(matter({ channel: 'phone', interactionId: id }));
    expect(await interactionsOf(first.number)).toMatchObject([
      { id, call_id: 'c1', requester_id: first.requester.id },
    ]);
    expect(await interactionsOf(second.number)).toEqual([]);
  });

  it('is listed as a past interaction of the requester, newest first', async () => {
    const requester = { email: 'often@example.com' };
    const { id } = (await tickets.open(matter({ requester }))).requester;
    await tickets.open(matter({ requester, channel: 'counter' }));
    const contacts = await phone.app.get(InteractionHistory).recentOf(id, 10);
    expect(contacts.map((contact) => contact.channel)).toEqual(['counter', 'web']);
  });
});
