import type { EventType } from '#wasl/contracts';
import type { LiveScene } from './live-scene.js';

/** Something that live rooms are told of, with the events it must cause. */
export type LiveStep = [what: string, types: EventType[], act: (scene: LiveScene) => Promise<unknown>];

/** In this order: each builds on those before. */
export const LIVE_STEPS: LiveStep[] = [
  ['a ticket is filed', ['ticket.created', 'work.changed'], (scene) => scene.file()],
  [
    'an agent becomes available',
    ['presence.changed', 'offer.made'],
    ({ clients, done }) => done(clients.mona.put('/api/v1/me/presence', { state: 'available' })),
  ],
  [
    'an offer is declined',
    ['offer.closed'],
    async (scene) => {
      const { mona } = scene.clients;
      const { id } = await scene.offerOf(mona);
      await scene.done(mona.post(`/api/v1/offers/${id}/decline`, { reason: 'busy' }));
    },
  ],
  [
    'an agent takes a break',
    ['presence.changed'],
    ({ clients, done }) =>
      done(clients.ali.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' })),
  ],
  [
    'a ticket is assigned',
    ['ticket.changed', 'work.changed'],
    ({ clients, done, number, system }) =>
      done(clients.sana.post(`/api/v1/tickets/${number}/assign`, { assignee: system.people.mona!.id })),
  ],
  [
    'a message is added',
    ['message.added'],
    ({ clients, done, number }) =>
      done(clients.sana.post(`/api/v1/tickets/${number}/messages`, { kind: 'internal_note', body: 'n' })),
  ],
  ['a target is at risk', ['sla.at_risk'], (scene) => scene.age(90)],
  ['a target is breached', ['sla.breached'], (scene) => scene.age(20)],
  ['a target is escalated', ['sla.escalated'], (scene) => scene.escalate()],
  ['due times move', ['sla.moved'], (scene) => scene.moveDueTimes()],
  [
    'a mail fails',
    ['mail.failed'],
    (scene) => {
      const { ticketId, number } = scene;
      return scene.emit('mail.failed', { outgoingMailId: '1', ticketId, number });
    },
  ],
  [
    'a text fails',
    ['text.failed'],
    (scene) => {
      const { ticketId, number } = scene;
      return scene.emit('text.failed', { outgoingTextId: '1', ticketId, number });
    },
  ],
  [
    'a webhook is disabled',
    ['webhook.disabled'],
    (scene) => scene.emit('webhook.disabled', { webhookId: scene.ticketId, because: 'gone' }),
  ],
  ['a ticket is referred', ['referral.changed', 'ticket.changed'], (scene) => scene.refer()],
  [
    'a referral is accepted',
    ['referral.changed'],
    ({ clients, done, referralId }) => done(clients.omar.post(`/api/v1/referrals/${referralId}/accept`)),
  ],
  ['a ticket is viewed', [], ({ clients, number }) => clients.ali.subscribe(`ticket:${number}`)],
  ['somebody types', [], async ({ clients, number }) => clients.ali.emit('typing', { number })],
  [
    'a ticket is left',
    [],
    async ({ clients, number }) => clients.ali.emit('unsubscribe', { room: `ticket:${number}` }),
  ],
  ['a call rings', ['call.ringing'], (scene) => scene.newCall('call-1', '402')],
  [
    'a call is answered',
    ['call.answered'],
    (scene) => scene.cti({ event: 'answer', callId: 'call-1', answeringNumber: '402' }),
  ],
  [
    'a call is held',
    ['call.changed'],
    (scene) => scene.atPbx('call.changed', 'call-1', 'held_since = now()'),
  ],
  [
    'a call ends',
    ['call.ended'],
    (scene) => scene.cti({ event: 'hangup', callId: 'call-1', cause: 'normalClearing' }),
  ],
  [
    'a call is answered by one of two',
    ['call.ringing', 'call.answered'],
    async (scene) => {
      await scene.newCall('call-2', ['401', '402']);
      await scene.cti({ event: 'answer', callId: 'call-2', answeringNumber: '401' });
    },
  ],
  [
    'a call is transferred',
    ['call.stopped'],
    (scene) => scene.atPbx('call.stopped', 'call-2', `transferring_to = '402'`),
  ],
  [
    'a transferred call ends',
    ['call.ended'],
    (scene) => scene.cti({ event: 'hangup', callId: 'call-2', cause: 'normalClearing' }),
  ],
  [
    'an account is changed',
    ['staff.changed'],
    (scene) => scene.changeUser('ali', { name: 'Ali B.', queues: ['general'] }),
  ],
  [
    'a queue is added that nobody serves',
    ['queue.settings_changed', 'queue.unserved'],
    (scene) => scene.addQueue('tax'),
  ],
  [
    'a queue is renamed',
    ['queue.settings_changed'],
    (scene) => scene.changeQueue('tax', { name: { ar: 'ض', en: 'Tax' } }),
  ],
  [
    'a queue moves to another place',
    ['queue.settings_changed'],
    (scene) => scene.changeQueue('general', { position: 9 }),
  ],
  [
    'a queue gets another threshold',
    ['queue.settings_changed'],
    (scene) => scene.changeQueue('general', { thresholdSeconds: 7 }),
  ],
  [
    'a queue is retired',
    ['queue.settings_changed', 'queue.unserved'],
    (scene) => scene.changeQueue('tax', { active: false }),
  ],
  ['a queue is reopened', ['queue.settings_changed'], (scene) => scene.changeQueue('tax', { active: true })],
  [
    'an agent serves the new queue',
    ['staff.changed'],
    (scene) => scene.changeUser('ali', { queues: ['general', 'tax'] }),
  ],
  [
    'a queue is deleted',
    ['queue.settings_changed', 'staff.changed'],
    ({ clients, done }) => done(clients.nadia.delete('/api/v1/admin/queues/tax')),
  ],
];
