import type { CurrentCall, LiveAgent, OfferView, LiveQueue, ScreenPop } from '#wasl/contracts';
import {
  withAgent,
  withCalls,
  withLoad,
  withNotice,
  withOffer,
  withoutOffer,
  withoutQueue,
  withQueue,
  withQueueName,
} from './patches.js';

const offer = (id: string, expiresAt: string): OfferView => ({
  id,
  ticket: { number: '2600-0000-0000', subject: 's', priority: 'normal', channel: 'web' },
  queue: 'general',
  expiresAt,
  why: [],
});
const pop = (interactionId: string): ScreenPop => ({
  interactionId,
  from: '+97317000000',
  fromRaw: '17000000',
  to: null,
  queue: null,
  queueNamed: null,
  requester: null,
  openTickets: [],
  lastContacts: [],
});
const queue = (key: string, waiting: number): LiveQueue => ({
  key,
  name: { ar: key, en: key },
  position: 0,
  waiting,
  longestWaitSeconds: 0,
  offered: 0,
  handling: 0,
  agents: { available: 0, busy: 0, wrapUp: 0, notReady: 0, offline: 0 },
  serviceLevel: { percent: null, thresholdSeconds: 20 },
  arrivedToday: 0,
  resolvedToday: 0,
  abandonedToday: 0,
  seq: 1,
  at: '2026-01-01T00:00:00Z',
});

describe('offers', () => {
  it('sorts by expiry and holds each offer once', () => {
    const first = withOffer(undefined, offer('a', '2026-01-01T00:00:20Z'));
    const both = withOffer(first, offer('b', '2026-01-01T00:00:10Z'));
    expect(withOffer(both, offer('a', '2026-01-01T00:00:20Z')).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(withoutOffer(both, 'b').map(({ id }) => id)).toEqual(['a']);
  });
});

const agent = (id: string, queues: string[]): LiveAgent => ({
  id,
  name: id,
  state: 'available',
  reason: null,
  since: '2026-01-01T00:00:00Z',
  queues,
});

describe('board', () => {
  it('shows those who serve a queue, with the work they hold', () => {
    const board = withAgent({ queues: [], agents: [] }, agent('mona', ['general']));
    const loaded = withLoad(board, { id: 'mona', capacity: { units: 100, held: 40 } });
    const renamed = withAgent(loaded, { ...agent('mona', ['general']), name: 'Mona' });
    expect(renamed?.agents).toMatchObject([{ name: 'Mona', capacity: { units: 100, held: 40 } }]);
    expect(withAgent(renamed, agent('mona', []))?.agents).toEqual([]);
    expect(withAgent(renamed, agent('ali', []))?.agents).toHaveLength(1);
  });

  it('replaces a queue in place, adds an unknown one, and ignores events before the first snapshot', () => {
    const board = { queues: [queue('a', 1), queue('b', 2)], agents: [] };
    expect(withQueue(board, queue('a', 9))?.queues.map(({ key, waiting }) => [key, waiting])).toEqual([
      ['a', 9],
      ['b', 2],
    ]);
    expect(withQueue(board, queue('c', 3))?.queues).toHaveLength(3);
    expect(withQueue(undefined, queue('a', 1))).toBeUndefined();
  });

  it('lists queues by position, and drops one that was retired', () => {
    const board = { queues: [queue('a', 1), queue('b', 2)], agents: [] };
    const moved = withQueue(board, { ...queue('a', 1), position: 5 });
    expect(moved?.queues.map(({ key }) => key)).toEqual(['b', 'a']);
    expect(withoutQueue(moved, 'b')?.queues.map(({ key }) => key)).toEqual(['a']);
  });

  it('keeps the names of queues as they are told', () => {
    const names = [{ key: 'a', name: { ar: 'a', en: 'a' }, thresholdSeconds: 20, unserved: null }];
    expect(withQueueName(names, queue('a', 9))).toBe(names);
    const renamed = withQueueName(names, { ...queue('a', 9), name: { ar: 'ا', en: 'A' } });
    expect(renamed).toEqual([{ ...names[0], name: { ar: 'ا', en: 'A' } }]);
    expect(withQueueName(names, queue('b', 1))).toHaveLength(2);
  });
});

const ringing = (id: string): CurrentCall => ({
  ...pop(id),
  state: 'ringing',
  since: new Date(10).toISOString(),
  recording: 'none',
  controls: [],
});

const talking = (id: string): CurrentCall => ({
  ...ringing(id),
  state: 'active',
  since: new Date(20).toISOString(),
});

describe('calls', () => {
  it('goes from ringing to talking to ended, and not back', () => {
    let calls = withNotice([], { kind: 'call.ringing', ...ringing('1') }, 10);
    expect(calls[0]).toMatchObject({ state: 'ringing', since: 10, from: '+97317000000' });
    calls = withNotice(calls, { kind: 'call.answered', ...talking('1') }, 25);
    expect(calls[0]).toMatchObject({ state: 'talking', since: 20 });
    calls = withNotice(calls, { kind: 'call.ended', interactionId: '1' }, 30);
    expect(withNotice(calls, { kind: 'call.answered', ...talking('1') }, 40)[0]).toMatchObject({
      state: 'ended',
      since: 30,
    });
  });

  it('are complete for the agent who answers, even if the ringing was not seen', () => {
    const [call] = withNotice([], { kind: 'call.answered', ...talking('1') }, 25);
    expect(call).toMatchObject({ state: 'talking', since: 20, from: '+97317000000' });
    const [changed] = withNotice([], { kind: 'call.changed', ...talking('2'), state: 'held' }, 25);
    expect(changed).toMatchObject({ interactionId: '2', state: 'held' });
  });

  it('return to the agent whose transfer was not accepted', () => {
    let calls = withNotice([], { kind: 'call.answered', ...talking('1') }, 25);
    calls = withNotice(calls, { kind: 'call.stopped', interactionId: '1' }, 30);
    expect(calls[0]).toMatchObject({ state: 'ended' });
    expect(withNotice(calls, { kind: 'call.ringing', ...talking('1') }, 40)).toMatchObject([
      { state: 'talking' },
    ]);
  });

  it('can be held and resumed, and disappear where they stop ringing', () => {
    let calls = withNotice([], { kind: 'call.ringing', ...ringing('1') }, 10);
    calls = withNotice(calls, { kind: 'call.changed', ...ringing('1'), state: 'held' }, 20);
    expect(calls[0]).toMatchObject({ state: 'held' });
    calls = withNotice(calls, { kind: 'call.stopped', interactionId: '1' }, 30);
    expect(calls[0]).toMatchObject({ state: 'ended', since: 30 });
    calls = withNotice(calls, { kind: 'call.ringing', ...ringing('2') }, 40);
    calls = withNotice(calls, { kind: 'call.stopped', interactionId: '2' }, 50);
    expect(calls.map(({ interactionId }) => interactionId)).toEqual(['1']);
  });

  it('ends calls that the server no longer lists', () => {
    const calls = withNotice([], { kind: 'call.ringing', ...ringing('1') }, 10);
    expect(
      withCalls(calls, [ringing('2')], 50).map(({ interactionId, state }) => [interactionId, state]),
    ).toEqual([
      ['1', 'ended'],
      ['2', 'ringing'],
    ]);
  });
});
