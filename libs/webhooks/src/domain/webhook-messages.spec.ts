import { describe, expect, it } from '@jest/globals';
import { WEBHOOK_TICKET_EVENTS } from '#wasl/contracts';
import { excerptOf } from './excerpt.js';
import { messageIdOf, newSecret, secretText, signedHeaders } from './sign-message.js';
import { bodyOf, type ToldEvent, webhookMessagesOf } from './webhook-messages.js';

const AT = '2026-03-02T08:00:00.000Z';
const about = { ticketId: '7', number: '2648-1937-0521', queue: 'general' };
const changed = (more: object) =>
  ({
    id: '1',
    type: 'ticket.changed',
    at: AT,
    data: { ...about, status: 'open', version: 4, changed: [], assigneeId: 'a', ...more },
  }) as ToldEvent;
const typesOf = (event: ToldEvent) => webhookMessagesOf(event).map(({ type }) => type);

describe('what receivers are told', () => {
  it('of a change: the names of fields as the API has them, and no values of persons', () => {
    const fields = [
      'assigneeId',
      'queueId',
      'serviceId',
      'requesterId',
      'mergedIntoId',
      'priority',
      'status',
    ];
    expect(webhookMessagesOf(changed({ changed: fields }))).toEqual([
      {
        type: 'ticket.changed',
        ticketId: '7',
        at: AT,
        data: {
          number: about.number,
          queue: 'general',
          status: 'open',
          version: 4,
          changed: ['assignee', 'queue', 'service', 'requester', 'mergedInto', 'priority', 'status'],
        },
      },
    ]);
  });

  it('of a change that settles or reopens: both', () => {
    expect(typesOf(changed({ changed: ['status'], outcome: 'resolved' }))).toEqual([
      'ticket.changed',
      'ticket.resolved',
    ]);
    expect(typesOf(changed({ changed: ['status'], outcome: 'reopened' }))).toEqual([
      'ticket.changed',
      'ticket.reopened',
    ]);
    expect(typesOf(changed({ changed: ['status'], outcome: 'closed' }))).toEqual(['ticket.changed']);
  });

  it('of a note: nothing', () => {
    expect(typesOf(changed({ changed: [] }))).toEqual([]);
    const message = (kind: string) =>
      ({
        id: '1',
        type: 'message.added',
        at: AT,
        data: { ...about, messageId: 'm', kind, assigneeId: null },
      }) as ToldEvent;
    expect(typesOf(message('internal_note'))).toEqual([]);
    for (const kind of ['public_reply', 'requester_message'])
      expect(webhookMessagesOf(message(kind))).toMatchObject([
        { type: 'ticket.message_added', data: { message: 'm', kind } },
      ]);
  });

  it('only what can be asked for', () => {
    const events = [
      changed({ changed: ['status'], outcome: 'resolved' }),
      { id: '1', type: 'ticket.rated', at: AT, data: { ...about, score: 5 } } as ToldEvent,
    ];
    for (const type of events.flatMap(typesOf)) expect(WEBHOOK_TICKET_EVENTS).toContain(type);
  });

  it('of a referral: what an entity has to know of, for that entity', () => {
    const referral = (what: string, state = 'sent') =>
      ({
        id: '1',
        type: 'referral.changed',
        at: AT,
        data: {
          ...about,
          referralId: 'r',
          entity: 'works',
          entityId: 'w',
          what,
          state,
          by: 'centre',
          assigneeId: 'a',
          tell: ['b'],
        },
      }) as ToldEvent;
    expect(webhookMessagesOf(referral('sent'))).toEqual([
      {
        type: 'referral.sent',
        ticketId: '7',
        entityId: 'w',
        at: AT,
        data: { number: about.number, referral: 'r', entity: 'works', state: 'sent', by: 'centre' },
      },
    ]);
    expect(typesOf(referral('decided'))).toEqual(['referral.sent', 'referral.decided']);
    expect(typesOf(referral('decided', 'returned'))).toEqual(['referral.decided']);
    for (const what of ['overdue', 'step']) expect(typesOf(referral(what))).toEqual(['referral.overdue']);
    for (const what of ['received', 'accepted', 'returned', 'completed', 'arbitration'])
      expect(typesOf(referral(what))).toEqual([]);
  });

  it('in a body of three fields', () =>
    expect(bodyOf('ticket.rated', AT, { score: 5 })).toBe(
      `{"type":"ticket.rated","timestamp":"${AT}","data":{"score":5}}`,
    ));
});

describe('signatures', () => {
  // The example of the specification of Standard Webhooks.
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const body = '{"test": 2432232314}';

  it('are those of the standard', () => {
    expect(signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330, body, [secret])).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('stand side by side for two secrets', () => {
    const other = newSecret();
    const [first, second, ...more] = signedHeaders('msg_1', 1, body, [other, secret])[
      'webhook-signature'
    ]!.split(' ');
    expect([first, second]).toEqual([
      signedHeaders('msg_1', 1, body, [other])['webhook-signature'],
      signedHeaders('msg_1', 1, body, [secret])['webhook-signature'],
    ]);
    expect(more).toEqual([]);
  });

  it('have secrets of 32 bytes, and ids without full stops', () => {
    expect(secretText(secret)).toBe('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
    expect(newSecret()).toHaveLength(32);
    expect(messageIdOf('0198f0c0-0000-7000-8000-000000000001')).toBe('msg_0198f0c0000070008000000000000001');
  });
});

describe('the excerpt of an answer', () => {
  it.each([
    [Buffer.from('  taken\n'), 'taken'],
    [Buffer.from('a\u0000b\u202ec'), 'a\uFFFDb\uFFFDc'],
    [Buffer.from([0xff, 0x41]), '\uFFFDA'],
    [Buffer.from('x'.repeat(4_000)), `${'x'.repeat(500)}…`],
    [Buffer.from('😀'.repeat(600)), `${'😀'.repeat(500)}…`],
  ])('%s', (body, text) => expect(excerptOf(body)).toBe(text));
});
