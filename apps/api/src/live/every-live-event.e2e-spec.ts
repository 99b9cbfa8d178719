import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventType, LiveRoom } from '#wasl/contracts';
import { EventHandlers } from '#wasl/platform';
import { waitFor } from '#wasl/testing';
import { findDifference, LiveFollower } from '../../../../test/support/live-follower.js';
import { LiveScene } from '../../../../test/support/live-scene.js';
import { LIVE_STEPS } from '../../../../test/support/live-steps.js';
import { ROOM_ACCESS } from './rooms.js';

/** What each kind of room is told. What is told elsewhere, or is told here and not proved, fails the last test. */
const TOLD: Record<keyof typeof ROOM_ACCESS, string[]> = {
  me: [
    'message.added',
    'notice call.answered',
    'notice call.changed',
    'notice call.ended',
    'notice call.ringing',
    'notice call.stopped',
    'notice referral.changed',
    'notice sla.escalated',
    'notice webhook.disabled',
    'offer.expired',
    'offer.made',
    'presence.changed',
    'sla.at_risk',
    'sla.breached',
    'ticket.changed',
  ],
  board: [
    'agent.load',
    'notice queue.unserved',
    'presence.changed',
    'queue.changed',
    'queue.removed',
    'sla.alarms',
    'sla.at_risk',
    'sla.breached',
  ],
  queue: [
    'queue.changed',
    'queue.removed',
    'sla.at_risk',
    'sla.breached',
    'ticket.changed',
    'ticket.created',
  ],
  referrals: ['referral.changed'],
  ticket: [
    'message.added',
    'notice mail.failed',
    'notice text.failed',
    'sla.at_risk',
    'sla.breached',
    'ticket.changed',
    'viewer.changed',
  ],
};

/** Each event type once, and after each the followed state of every room is compared with a new snapshot of it. */
describe('The snapshot of every live room and each event after it', () => {
  let scene: LiveScene;
  let handlers: EventHandlers;
  const followers: LiveFollower[] = [];
  const dispatched: EventType[] = [];

  beforeAll(async () => {
    scene = await LiveScene.start();
    handlers = (await scene.system.startWorker()).get(EventHandlers);
    const project = handlers.project.bind(handlers);
    handlers.project = async (tx, events) => {
      dispatched.push(...events.map(({ type }) => type));
      return project(tx, events);
    };
    await scene.system.waitUntilIdle();
    for (const name of ['mona', 'ali', 'nadia'] as const) await follow('me', name);
    for (const room of ['board', 'queue:general', 'queue:billing', `ticket:${scene.number}`] as const)
      await follow(room, 'sana');
    await follow('referrals:works', 'omar');
  });
  afterAll(async () => {
    for (const follower of followers) follower.close();
    await scene?.stop();
  });

  const follow = async (room: LiveRoom, name: keyof LiveScene['clients']) =>
    followers.push(await LiveFollower.start(`${name} in ${room}`, room, scene.clients[name]));
  const compare = async () => {
    const difference = await findDifference(followers, scene.system.waitUntilIdle);
    if (difference) expect(difference.state).toEqual(difference.snapshot);
  };

  it.each(LIVE_STEPS)('lead to the same state as a new snapshot after %s', async (_what, types, act) => {
    const before = dispatched.length;
    await act(scene);
    for (const type of types)
      await waitFor(() => dispatched.includes(type, before), { what: `the event ${type}`, within: 20_000 });
    await compare();
  });

  it('refuse the room of a queue that was retired, and tell it when it is reopened', async () => {
    const path = 'queue:billing';
    const before = await scene.clients.sana.subscribe(path);
    await scene.changeQueue('billing', { active: false });
    await scene.clients.sana.waitForEvent('queue.removed', ({ room }) => room === path);
    expect(await scene.clients.sana.subscribe(path)).toEqual({ ok: false, code: 'queue.not_found' });
    scene.clients.sana.events.length = 0;
    await scene.changeQueue('billing', { active: true, name: { ar: 'ف', en: 'Bills' } });
    const { data } = await scene.clients.sana.waitForEvent('queue.changed', ({ room }) => room === path);
    expect([before.ok, data.name]).toEqual([true, { ar: 'ف', en: 'Bills' }]);
    await compare();
  });

  it('were compared for every event that live rooms are told of, and every message to every kind of room', async () => {
    const told = handlers.all
      .filter(({ name, declaration: { options } }) => options.as === 'live' || /Live\./.test(name))
      .flatMap(({ declaration }) => declaration.types);
    expect([...new Set(told)].filter((type) => !dispatched.includes(type))).toEqual([]);
    const seen = await scene.system.database.query<{ kind: string; message: string }>(
      `SELECT DISTINCT split_part(room, ':', 1) AS kind, concat_ws(' ', type, data->>'kind') AS message
         FROM live_event WHERE type = 'notice'
       UNION SELECT DISTINCT split_part(room, ':', 1), type FROM live_event WHERE type <> 'notice'`,
    );
    const messagesOf = (kind: string) =>
      seen
        .filter((row) => row.kind === kind)
        .map(({ message }) => message)
        .sort();
    expect(Object.fromEntries(Object.keys(ROOM_ACCESS).map((kind) => [kind, messagesOf(kind)]))).toEqual(
      TOLD,
    );
  });
});
