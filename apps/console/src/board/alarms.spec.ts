import type { Snapshots } from '#wasl/contracts';
import { withTargets, withUnserved } from '../live/patches.js';
import { alarmsOf, stillOpen } from './alarms.js';

const at = (minute: number) => `2026-01-01T12:${String(minute).padStart(2, '0')}:00.000Z`;
const target = (number: string, state: 'at_risk' | 'breached', minute: number) => ({
  number,
  queue: 'general',
  clock: 'resolution' as const,
  state,
  since: at(minute),
  dueAt: at(minute),
});
const unserved = (queue: string, minute: number) => ({
  queue,
  reason: 'no_agents' as const,
  since: at(minute),
});
const notice = { kind: 'queue.unserved' as const, queue: 'tax' };
const EMPTY: Snapshots['board'] = { queues: [], agents: [], alarms: { unserved: [], targets: [] } };

describe('alarms of the board', () => {
  it('come by urgency, and the longest lasting first', () => {
    const alarms = alarmsOf({
      unserved: [unserved('late', 9), unserved('early', 8)],
      targets: [target('1', 'at_risk', 1), target('2', 'breached', 5), target('3', 'breached', 4)],
    });
    expect(alarms.map((alarm) => (alarm.kind === 'unserved' ? alarm.queue : alarm.number))).toEqual([
      'early',
      'late',
      '3',
      '2',
      '1',
    ]);
  });

  it('are not acknowledged any more when they get worse or their cause occurs again', () => {
    const before = alarmsOf({ unserved: [unserved('tax', 1)], targets: [target('1', 'at_risk', 2)] });
    const seen = before.map(({ id }) => id);
    expect(stillOpen(seen, before)).toEqual(seen);
    const worse = alarmsOf({
      unserved: [{ ...unserved('tax', 1), reason: 'no_skills' }],
      targets: [target('1', 'breached', 2)],
    });
    expect(stillOpen(seen, worse)).toEqual([]);
    const again = alarmsOf({ unserved: [unserved('tax', 7)], targets: [target('1', 'at_risk', 8)] });
    expect(stillOpen(seen, again)).toEqual([]);
    expect(stillOpen(seen, [])).toEqual([]);
  });

  it('begin and end with the live messages, and are one for each cause', () => {
    const two = [target('1', 'at_risk', 1), { ...target('1', 'at_risk', 1), clock: 'update' as const }];
    const begun = withTargets(EMPTY, { number: '1', targets: two });
    const other = withTargets(begun, { number: '2', targets: [target('2', 'breached', 2)] });
    const told = { ...notice, reason: 'no_agents' as const, since: at(3) };
    const all = withUnserved(withUnserved(other, told, at(4)), told, at(5));
    expect(alarmsOf(all!.alarms!).map(({ kind, since }) => [kind, since])).toEqual([
      ['unserved', at(3)],
      ['breached', at(2)],
      ['at_risk', at(1)],
      ['at_risk', at(1)],
    ]);
    const ended = withUnserved(
      withTargets(all, { number: '1', targets: [] }),
      { ...notice, reason: null },
      '',
    );
    expect(alarmsOf(ended!.alarms!).map(({ kind }) => kind)).toEqual(['breached']);
  });

  it('can begin on the board of a server that has not told of any', () => {
    const { alarms: _none, ...older } = EMPTY;
    expect(withUnserved(older, { ...notice, reason: 'no_agents' }, at(1))?.alarms).toEqual({
      unserved: [unserved('tax', 1)],
      targets: [],
    });
  });
});
