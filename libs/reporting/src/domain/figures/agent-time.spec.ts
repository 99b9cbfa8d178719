import fc from 'fast-check';
import type { PresenceState } from '#wasl/contracts';
import {
  activityOf,
  endActivity,
  hold,
  newAgentTime,
  pause,
  type PresenceFact,
  release,
} from './agent-time.js';

const MINUTE = 60_000;
const STATES: PresenceState[] = ['offline', 'not_ready', 'available', 'busy', 'wrap_up'];
const available = () => newAgentTime('available', 0, ['general']);

describe("an agent's time", () => {
  it('should be shared equally between the written items that the agent has', () => {
    const agent = available();
    hold('a', agent, 10 * MINUTE, '1', false);
    hold('a', agent, 20 * MINUTE, '2', false);
    expect(release('a', agent, 40 * MINUTE, '1').ms).toBe(20 * MINUTE);
    expect(release('a', agent, 45 * MINUTE, '2').ms).toBe(15 * MINUTE);
  });

  it('should count as working only while there is something to do', () => {
    const agent = available();
    const facts: PresenceFact[] = [
      ...hold('a', agent, 10 * MINUTE, '1', false),
      ...pause('a', agent, 15 * MINUTE, '1', true),
      ...pause('a', agent, 30 * MINUTE, '1', false),
      ...release('a', agent, 32 * MINUTE, '1').ended,
      ...endActivity('a', agent, 40 * MINUTE),
    ];
    expect(facts.map(({ state, from, to }) => [state, from / MINUTE, to / MINUTE])).toEqual([
      ['available', 0, 10],
      ['working', 10, 15],
      ['available', 15, 30],
      ['working', 30, 32],
      ['available', 32, 40],
    ]);
  });

  it.each(STATES.filter((state) => state !== 'available'))(
    'should go to no written item while %s',
    (state) => {
      const agent = newAgentTime(state, 0, ['general']);
      hold('a', agent, 0, '1', false);
      expect(activityOf(agent)).toBe(state);
      expect(release('a', agent, 60 * MINUTE, '1').ms).toBe(0);
    },
  );

  it('should be known only for items that the agent was known to have', () => {
    expect(release('a', available(), MINUTE, '1')).toEqual({ ms: null, ended: [] });
  });

  it('should be in facts once, and in the items as far as they are worked on, whatever happens', () => {
    const step = fc.record({
      after: fc.integer({ min: -20_000, max: 900_000 }),
      ticket: fc.constantFrom('1', '2', '3'),
      act: fc.constantFrom('hold', 'pause', 'resume', 'release', 'state'),
      state: fc.constantFrom(...STATES),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const agent = available();
        const facts: PresenceFact[] = [];
        let at = 0;
        let last = 0;
        let offline = 0;
        let worked = 0;
        for (const { after, ticket, act, state } of steps) {
          // Clocks of different processes may differ a little.
          at = Math.max(0, at + after);
          if (act === 'hold') facts.push(...hold('a', agent, at, ticket, false));
          else if (act === 'pause' || act === 'resume')
            facts.push(...pause('a', agent, at, ticket, act === 'pause'));
          else if (act === 'release') {
            const { ms, ended } = release('a', agent, at, ticket);
            facts.push(...ended);
            worked += ms ?? 0;
          } else {
            if (agent.state === 'offline') offline += Math.max(at, agent.sharedTo) - agent.countedTo;
            facts.push(...endActivity('a', agent, at));
            agent.state = state;
          }
          last = Math.max(last, at);
        }
        if (agent.state === 'offline') offline += last - agent.countedTo;
        facts.push(...endActivity('a', agent, last));
        for (const ticket of ['1', '2', '3']) worked += release('a', agent, last, ticket).ms ?? 0;
        const lengthOf = (some: PresenceFact[]) => some.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(lengthOf(facts) + offline).toBe(last);
        for (const [n, { from, to }] of facts.entries()) {
          expect(to).toBeGreaterThan(from);
          if (n > 0) expect(from).toBeGreaterThanOrEqual(facts[n - 1]!.to);
        }
        const working = lengthOf(facts.filter(({ state }) => state === 'working'));
        // Each item is rounded to a whole millisecond.
        expect(Math.abs(working - worked)).toBeLessThanOrEqual(steps.length + 3);
      }),
      { numRuns: 500 },
    );
  });
});
