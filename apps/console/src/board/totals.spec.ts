import type { LiveAgent, LiveQueue } from '#wasl/contracts';
import { totalsOf } from './totals.js';

const queue = (key: string, change: Partial<LiveQueue>): LiveQueue => ({
  key,
  name: { ar: key, en: key },
  position: 0,
  waiting: 0,
  longestWaitSeconds: 0,
  offered: 0,
  handling: 0,
  agents: { available: 0, busy: 0, wrapUp: 0, notReady: 0, offline: 0 },
  serviceLevel: { percent: null, thresholdSeconds: 20 },
  arrivedToday: 0,
  resolvedToday: 0,
  abandonedToday: 0,
  seq: 1,
  at: '2026-01-01T12:00:00Z',
  ...change,
});
const agent = (id: string, state: LiveAgent['state']): LiveAgent => ({
  id,
  name: id,
  state,
  reason: null,
  since: '2026-01-01T12:00:00Z',
  queues: ['a', 'b'],
});

describe('totalsOf', () => {
  it('sums the queues and counts an agent once even if they serve several', () => {
    const totals = totalsOf(
      [queue('a', { waiting: 2, arrivedToday: 5 }), queue('b', { waiting: 1, arrivedToday: 7 })],
      [agent('1', 'available'), agent('2', 'busy'), agent('3', 'offline')],
    );
    expect(totals).toMatchObject({ waiting: 3, arrivedToday: 12, present: 2, loads: { idle: 1, full: 1 } });
  });

  it('tells agents who are idle from those with work, and those who are full', () => {
    const holding = (id: string, held: number, state: LiveAgent['state'] = 'available') => ({
      ...agent(id, state),
      capacity: { units: 100, held },
    });
    const { loads } = totalsOf(
      [],
      [
        holding('1', 0),
        holding('2', 20),
        holding('3', 80),
        holding('4', 81),
        holding('5', 100, 'busy'),
        holding('6', 20, 'not_ready'),
      ],
    );
    expect(loads).toEqual({ idle: 1, busy: 2, full: 2 });
  });

  it('finds the longest wait by its start, not by the time of the update', () => {
    const told = queue('old', { waiting: 1, longestWaitSeconds: 60, at: '2026-01-01T11:58:00Z' });
    const fresh = queue('new', { waiting: 1, longestWaitSeconds: 90 });
    expect(totalsOf([fresh, told], []).longest?.key).toBe('old');
    expect(totalsOf([queue('none', { longestWaitSeconds: 99 })], []).longest).toBeUndefined();
  });
});
