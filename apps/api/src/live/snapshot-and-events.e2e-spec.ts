import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LiveRoom, OfferView } from '#wasl/contracts';
import type { Client } from '../../../../test/support/client.js';
import { findDifference, LiveFollower } from '../../../../test/support/live-follower.js';
import { startSystem, type TestSystem } from '../../../../test/support/system.js';

const AGENTS = ['mona', 'ali'] as const;
const QUEUES = ['general', 'billing'] as const;
const EXTENSIONS = { mona: '401', ali: '402' };

const agent = fc.constantFrom(...AGENTS);
const queue = fc.constantFrom(...QUEUES);
/** One act: what is done, by whom, on which of the tickets, offers or calls that exist then. */
const act = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('file' as const), queue }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('ready' as const), agent }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('rest', 'leave'), agent } as const) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('accept', 'accept', 'decline'), agent } as const) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('reply', 'note', 'resolve', 'reopen', 'take'),
      agent,
      which: fc.nat(9),
    } as const),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('transfer' as const), queue, which: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('ring', 'arrive'), agent, queue } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('answer', 'hold', 'hangup'),
      agent,
      which: fc.nat(3),
    } as const),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('view', 'close', 'type'), agent, which: fc.nat(9) } as const),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('serve' as const), agent, queues: fc.subarray([...QUEUES]) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rename' as const),
      agent,
      name: fc.constantFrom('منى', 'Mona', 'Ali B.'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('configure' as const),
      patch: fc.oneof(
        fc.record({ active: fc.boolean() }),
        fc.record({ position: fc.nat(2) }),
        fc.constantFrom('ضرائب', 'رسوم').map((ar) => ({ name: { ar, en: 'Tax' } })),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('follow' as const) }) },
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
/** Several at once, as agents do not wait for each other. */
const groupsOf = (acts: Act[]): Act[][] =>
  Array.from({ length: Math.ceil(acts.length / 3) }, (_, n) => acts.slice(3 * n, 3 * n + 3));

describe('The snapshot of a live room and the events after it', () => {
  let system: TestSystem;
  const clients: Record<string, Client> = {};
  let tickets: string[] = [];
  let calls: string[] = [];
  let counter = 0;

  beforeAll(async () => {
    system = await startSystem(
      { mona: {}, ali: {}, sana: { role: 'supervisor' }, nadia: { role: 'administrator', queues: [] } },
      { worker: true },
    );
    for (const name of [...AGENTS, 'sana', 'nadia']) clients[name] = await system.signInAs(name);
    for (const name of [...AGENTS, 'sana']) await clients[name]!.connect();
    for (const [name, extension] of Object.entries(EXTENSIONS))
      await system.database.query('UPDATE staff SET extension = $2 WHERE id = $1', [
        system.people[name]!.id,
        extension,
      ]);
    const tax = { key: 'tax', name: { ar: 'ضرائب', en: 'Tax' } };
    await answered(clients.nadia!.post('/api/v1/admin/queues', tax));
  });
  afterAll(async () => {
    for (const client of Object.values(clients)) client.close();
    await system?.stop();
  });

  const roomsOf = (): [Client, LiveRoom][] => [
    ...AGENTS.map((name): [Client, LiveRoom] => [clients[name]!, 'me']),
    [clients.sana!, 'board'],
    ...QUEUES.map((key): [Client, LiveRoom] => [clients.sana!, `queue:${key}`]),
    ...tickets.slice(0, 3).map((number): [Client, LiveRoom] => [clients.sana!, `ticket:${number}`]),
  ];

  const cti = (body: object) => system.anonymous.post('/api/v1/cti/cti-token-for-tests', body);

  async function perform(one: Act): Promise<void> {
    const who = 'agent' in one ? clients[one.agent]! : clients.sana!;
    const ticket = 'which' in one ? tickets[one.which % Math.max(1, tickets.length)] : undefined;
    const call = 'which' in one ? calls[one.which % Math.max(1, calls.length)] : undefined;
    const at = `/api/v1/tickets/${ticket}`;
    switch (one.do) {
      case 'file': {
        const requester = { name: `Person ${++counter}` };
        const body = { subject: 'Lamp', description: 'Dark', language: 'ar', queue: one.queue, requester };
        const { status, body: made } = await who.post('/api/v1/tickets', body);
        expect(status).toBe(201);
        tickets.push(made.number as string);
        return;
      }
      case 'ready':
        return answered(who.put('/api/v1/me/presence', { state: 'available' }));
      case 'rest':
        return answered(who.put('/api/v1/me/presence', { state: 'not_ready', reason: 'break' }));
      case 'leave':
        return answered(who.put('/api/v1/me/presence', { state: 'offline' }));
      case 'accept':
      case 'decline': {
        const [offer] = (await who.get('/api/v1/me/offers')).body.data as OfferView[];
        const reason = one.do === 'decline' ? { reason: 'busy' } : undefined;
        return offer && answered(who.post(`/api/v1/offers/${offer.id}/${one.do}`, reason));
      }
      case 'reply':
        return ticket
          ? answered(who.post(`${at}/messages`, { kind: 'public_reply', body: 'On its way' }))
          : undefined;
      case 'note':
        return ticket
          ? answered(who.post(`${at}/messages`, { kind: 'internal_note', body: 'Seen' }))
          : undefined;
      case 'resolve':
        return ticket ? answered(who.post(`${at}/resolve`, { note: 'Mended' })) : undefined;
      case 'reopen':
        return ticket ? answered(who.post(`${at}/reopen`)) : undefined;
      case 'take':
        return ticket
          ? answered(who.post(`${at}/assign`, { assignee: system.people[one.agent]!.id }))
          : undefined;
      case 'transfer':
        return ticket ? answered(who.post(`${at}/transfer`, { queue: one.queue })) : undefined;
      case 'ring':
      case 'arrive': {
        const callId = `snapshot-${++counter}`;
        calls.push(callId);
        const goal = one.do === 'ring' ? { user: EXTENSIONS[one.agent] } : { queue: one.queue };
        const from = `+9733344${String(1000 + counter).slice(-4)}`;
        return answered(
          cti({ event: 'newCall', callId, direction: 'in', from, to: '+97317555555', ...goal }),
        );
      }
      case 'answer':
        return call
          ? answered(cti({ event: 'answer', callId: call, answeringNumber: EXTENSIONS[one.agent] }))
          : undefined;
      case 'hold':
        return call ? answered(cti({ event: 'hold', callId: call })) : undefined;
      case 'hangup':
        return call ? answered(cti({ event: 'hangup', callId: call, cause: 'normalClearing' })) : undefined;
      case 'view':
        if (ticket) await who.subscribe(`ticket:${ticket}`);
        return;
      case 'close':
        if (ticket) who.emit('unsubscribe', { room: `ticket:${ticket}` });
        return;
      case 'type':
        if (ticket) who.emit('typing', { number: ticket });
        return;
      case 'serve':
        return change(one.agent, { queues: one.queues });
      case 'rename':
        return change(one.agent, { name: one.name });
      case 'configure':
        return configure(one.patch);
      case 'follow':
        return;
    }
  }

  async function change(name: string, patch: object): Promise<void> {
    const path = `/api/v1/admin/users/${system.people[name]!.id}`;
    const { body } = await clients.nadia!.get(path);
    return answered(clients.nadia!.patch(path, patch, { 'if-match': `"${body.version}"` }));
  }

  /** A queue that only the board shows, because a room of a retired queue cannot be entered. */
  async function configure(patch: object): Promise<void> {
    const path = '/api/v1/admin/queues/tax';
    const { body } = await clients.nadia!.get(path);
    return answered(clients.nadia!.patch(path, patch, { 'if-match': `"${body.version}"` }));
  }

  /** Refused acts are part of an ordinary day; failed ones are not. */
  async function answered(answer: Promise<{ status: number; body: object }>): Promise<void> {
    const { status, body } = await answer;
    if (status >= 500) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  }

  it('lead to the same state as a snapshot read afterwards, in every room and from any moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40 }), async (acts) => {
        tickets = [];
        const followers: LiveFollower[] = [];
        const follow = async () => {
          for (const [client, room] of roomsOf())
            followers.push(await LiveFollower.start(`follower ${followers.length}`, room, client));
        };
        try {
          await follow();
          for (const group of groupsOf(acts)) {
            await Promise.all(group.map(perform));
            if (group.some((one) => one.do === 'follow')) await follow();
          }
          for (const callId of calls)
            await answered(cti({ event: 'hangup', callId, cause: 'normalClearing' }));
          calls = [];
          await compareAll(followers);
        } finally {
          for (const follower of followers) follower.close();
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  async function compareAll(followers: LiveFollower[]): Promise<void> {
    const difference = await findDifference(followers, system.waitUntilIdle);
    if (difference) expect(difference.state).toEqual(difference.snapshot);
  }
});
