import { breakdownByQuarter, presenceByAgent } from './breakdown.js';
import type { ContactFact } from './facts.js';
import { QUARTER_MS } from './interval.js';
import { emptyPresenceSums } from './sums.js';

const NOON = Date.parse('2026-03-01T09:00:00Z');
const fact = (more: Partial<ContactFact>): ContactFact =>
  ({
    kind: 'offered',
    queue: 'general',
    channel: 'web',
    live: false,
    belongsAt: NOON,
    at: NOON,
    service: 'roads',
    entity: 'works',
    agentId: null,
    ...more,
  }) as ContactFact;

describe('sums by attribution of a contact', () => {
  it('should count each contact once for its entity and once for its service, and for no agent before the answer', () => {
    const cells = breakdownByQuarter([fact({}), fact({ belongsAt: NOON + 60_000 })]);
    expect(cells.map(({ dimension, value, sums }) => [dimension, value, sums.offered])).toEqual([
      ['entity', 'works', 2],
      ['service', 'roads', 2],
    ]);
  });

  it('should attribute what an agent did to that agent', () => {
    const facts = [
      fact({ kind: 'answered', agentId: 'a', ms: 10, thresholdMs: 20 }),
      fact({ kind: 'handled', agentId: 'a', ms: null, holdMs: null }),
      fact({ kind: 'handled', agentId: 'b', ms: null, holdMs: null }),
    ];
    const ofAgents = breakdownByQuarter(facts).filter(({ dimension }) => dimension === 'agent');
    expect(ofAgents.map(({ value, sums }) => [value, sums.answered, sums.handled])).toEqual([
      ['a', 1, 1],
      ['b', 0, 1],
    ]);
  });

  it('should keep contacts without a service, so that the parts add up', () => {
    const cells = breakdownByQuarter([fact({ service: null, entity: null }), fact({})]);
    expect(cells.map(({ dimension, value }) => `${dimension} ${value}`)).toEqual([
      'entity ',
      'entity works',
      'service ',
      'service roads',
    ]);
  });

  it('should keep live and written contacts apart, and each quarter hour', () => {
    const cells = breakdownByQuarter([
      fact({}),
      fact({ live: true }),
      fact({ belongsAt: NOON + QUARTER_MS }),
    ]).filter(({ dimension }) => dimension === 'service');
    expect(cells.map(({ start, live }) => [start - NOON, live])).toEqual([
      [0, false],
      [0, true],
      [QUARTER_MS, false],
    ]);
  });
});

describe('presence of each agent', () => {
  it('should be split at quarter hours, without time offline and without agents who serve no queue', () => {
    const spell = { agentId: 'a', from: NOON, to: NOON + QUARTER_MS + 1_000, queues: ['general', 'billing'] };
    const quarters = presenceByAgent([
      { ...spell, state: 'busy' },
      { ...spell, state: 'offline' },
      { ...spell, agentId: 'b', state: 'available', queues: [] },
    ]);
    expect(quarters).toEqual([
      { start: NOON, agentId: 'a', sums: { ...emptyPresenceSums(), handlingMs: QUARTER_MS } },
      { start: NOON + QUARTER_MS, agentId: 'a', sums: { ...emptyPresenceSums(), handlingMs: 1_000 } },
    ]);
  });
});
