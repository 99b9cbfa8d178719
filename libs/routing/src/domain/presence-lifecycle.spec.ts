import fc from 'fast-check';
import { PRESENCE_STATES } from '#wasl/contracts';
import { assertPresenceChange, isDeferredWhileBusy, type PresenceActor } from './presence-lifecycle.js';

const allowed = (
  from: (typeof PRESENCE_STATES)[number],
  to: (typeof PRESENCE_STATES)[number],
  actor: PresenceActor,
) => {
  try {
    assertPresenceChange(from, to, actor);
    return true;
  } catch {
    return false;
  }
};
const ways = (actor: PresenceActor) =>
  PRESENCE_STATES.flatMap((from) =>
    PRESENCE_STATES.filter((to) => allowed(from, to, actor)).map((to) => `${from}→${to}`),
  );

describe('presence', () => {
  it('should allow exactly these changes to agents', () => {
    expect(ways('agent')).toEqual([
      'offline→not_ready',
      'available→not_ready',
      'wrap_up→available',
      'wrap_up→not_ready',
      'not_ready→offline',
      'not_ready→available',
      'not_ready→not_ready',
    ]);
  });

  it('should lead from busy through wrap-up only', () => {
    expect(ways('system').filter((way) => way.startsWith('busy'))).toEqual(['busy→wrap_up']);
    expect(isDeferredWhileBusy('busy', 'not_ready')).toBe(true);
  });

  it('should let supervisors end any state and make no agent available', () => {
    for (const from of PRESENCE_STATES) {
      expect(allowed(from, 'offline', 'supervisor')).toBe(true);
      expect(allowed(from, 'available', 'supervisor')).toBe(false);
      expect(allowed(from, 'busy', 'supervisor')).toBe(false);
    }
  });

  it('should never reach an illegal state by any sequence of requests', () => {
    const step = fc.record({
      to: fc.constantFrom(...PRESENCE_STATES),
      actor: fc.constantFrom<PresenceActor>('agent', 'system', 'supervisor'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state: (typeof PRESENCE_STATES)[number] = 'offline';
        for (const { to, actor } of steps) {
          const before = state;
          if (allowed(state, to, actor)) state = to;
          if (before === 'busy' && state !== 'busy')
            expect(['wrap_up', 'offline', 'not_ready']).toContain(state);
          if (before === 'offline' && state !== 'offline') expect(state).toBe('not_ready');
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
