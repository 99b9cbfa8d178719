import fc from 'fast-check';
import { chooseAgent, type FreeAgent, type WaitingWork } from './choose-agent.js';

const work = (given: Partial<WaitingWork> = {}): WaitingWork => ({
  id: 'w',
  queueId: 'general',
  units: 20,
  priority: 'normal',
  language: 'ar',
  skills: {},
  waitedSeconds: 0,
  stickyAgentId: null,
  declinedBy: [],
  ...given,
});
const agent = (id: string, given: Partial<FreeAgent> = {}): FreeAgent => ({
  id,
  queueIds: new Set(['general']),
  skills: { ar: 3, en: 3 },
  freeUnits: 100,
  idleSeconds: 0,
  ...given,
});

describe('choosing an agent', () => {
  it('should choose nobody when nobody serves the queue', () => {
    expect(chooseAgent(work(), [agent('a', { queueIds: new Set(['billing']) })])).toBeNull();
  });

  it('should choose nobody without the capacity', () => {
    expect(chooseAgent(work({ units: 100 }), [agent('a', { freeUnits: 80 })])).toBeNull();
  });

  it('should choose only among those who speak the language', () => {
    const choice = chooseAgent(work({ language: 'en' }), [
      agent('a', { skills: { ar: 5 }, idleSeconds: 900 }),
      agent('b', { skills: { en: 1 } }),
    ]);
    expect(choice?.agentId).toBe('b');
  });

  it('should ask for the language no more after two minutes, but still prefer it', () => {
    const speaksIt = agent('b', { skills: { en: 1 } });
    const doesNot = agent('a', { skills: { ar: 5 }, idleSeconds: 900 });
    expect(chooseAgent(work({ language: 'en', waitedSeconds: 119 }), [doesNot])).toBeNull();
    expect(chooseAgent(work({ language: 'en', waitedSeconds: 120 }), [doesNot])?.agentId).toBe('a');
    expect(chooseAgent(work({ language: 'en', waitedSeconds: 120 }), [doesNot, speaksIt])?.agentId).toBe('b');
  });

  it('should ask for the level that the queue asks for', () => {
    const expert = agent('b', { skills: { ar: 1, tax: 3 } });
    expect(
      chooseAgent(work({ skills: { tax: 3 } }), [agent('a', { skills: { ar: 5, tax: 2 } }), expert])?.agentId,
    ).toBe('b');
  });

  it('should never ask an agent again who has declined', () => {
    expect(chooseAgent(work({ declinedBy: ['a'] }), [agent('a')])).toBeNull();
  });

  it('should prefer the agent who knows the matter, within the sticky time only', () => {
    const knows = agent('b', { skills: { ar: 1 } });
    const better = agent('a', { skills: { ar: 5 }, idleSeconds: 500 });
    expect(chooseAgent(work({ stickyAgentId: 'b', waitedSeconds: 60 }), [better, knows])?.agentId).toBe('b');
    expect(chooseAgent(work({ stickyAgentId: 'b', waitedSeconds: 61 }), [better, knows])?.agentId).toBe('a');
  });

  it('should prefer the better skill, then the longer idle, then the lower id', () => {
    expect(
      chooseAgent(work(), [agent('a', { idleSeconds: 99 }), agent('b', { skills: { ar: 4 } })])?.agentId,
    ).toBe('b');
    expect(chooseAgent(work(), [agent('a'), agent('b', { idleSeconds: 1 })])?.agentId).toBe('b');
    expect(chooseAgent(work(), [agent('b'), agent('a')])?.agentId).toBe('a');
  });

  it('should say why', () => {
    const choice = chooseAgent(work({ priority: 'urgent', waitedSeconds: 12.4 }), [
      agent('a', { idleSeconds: 30 }),
      agent('b'),
    ]);
    expect(choice?.why).toEqual([
      { code: 'priority', params: { priority: 'urgent' } },
      { code: 'waited', params: { seconds: 12 } },
      { code: 'language', params: { skill: 'ar', level: 3, required: 1 } },
      { code: 'idle', params: { seconds: 30, among: 2 } },
    ]);
  });

  it('should give the same choice whatever the order of the agents', () => {
    const agents = fc.array(
      fc.record({
        id: fc.uuid(),
        freeUnits: fc.constantFrom(0, 20, 100),
        idleSeconds: fc.integer({ min: 0, max: 3 }),
        skills: fc.dictionary(fc.constantFrom('ar', 'en', 'tax'), fc.integer({ min: 1, max: 5 })),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(agents, fc.constantFrom(0, 200), (given, waitedSeconds) => {
        const people = given.map((one) => agent(one.id, one));
        const forth = chooseAgent(work({ waitedSeconds }), people);
        const back = chooseAgent(work({ waitedSeconds }), [...people].reverse());
        expect(back?.agentId).toBe(forth?.agentId);
      }),
      { numRuns: 1_000 },
    );
  });
});
