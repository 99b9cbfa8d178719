import fc from 'fast-check';
import { chooseAgent, type FreeAgent, type WaitingWork } from './choose-agent.js';
import { DEFAULT_QUEUE_RULES, type QueueRules, type RoundRules } from './queue-rules.js';

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

const ruled = (given: Partial<QueueRules>): RoundRules => ({
  queues: new Map([['general', { ...DEFAULT_QUEUE_RULES, ...given }]]),
  defaults: DEFAULT_QUEUE_RULES,
});
const chosen = (given: Partial<WaitingWork>, agents: FreeAgent[], rules: Partial<QueueRules>) =>
  chooseAgent(work(given), agents, ruled(rules))?.agentId;

describe('choosing an agent', () => {
  it('should choose nobody when nobody serves the queue', () => {
    expect(chooseAgent(work(), [agent('a', { queueIds: new Set(['billing']) })])).toBeNull();
  });

  it('should choose nobody without the capacity', () => {
    expect(chooseAgent(work({ units: 100 }), [agent('a', { freeUnits: 80 })])).toBeNull();
  });

  it('should choose only agents who speak the language', () => {
    const choice = chooseAgent(work({ language: 'en' }), [
      agent('a', { skills: { ar: 5 }, idleSeconds: 900 }),
      agent('b', { skills: { en: 1 } }),
    ]);
    expect(choice?.agentId).toBe('b');
  });

  it('should stop requiring the language after two minutes, but still prefer it', () => {
    const speaksIt = agent('b', { skills: { en: 1 } });
    const doesNot = agent('a', { skills: { ar: 5 }, idleSeconds: 900 });
    expect(chooseAgent(work({ language: 'en', waitedSeconds: 119 }), [doesNot])).toBeNull();
    expect(chooseAgent(work({ language: 'en', waitedSeconds: 120 }), [doesNot])?.agentId).toBe('a');
    expect(chooseAgent(work({ language: 'en', waitedSeconds: 120 }), [doesNot, speaksIt])?.agentId).toBe('b');
  });

  it('should require the level that the queue sets', () => {
    const expert = agent('b', { skills: { ar: 1, tax: 3 } });
    expect(
      chooseAgent(work({ skills: { tax: 3 } }), [agent('a', { skills: { ar: 5, tax: 2 } }), expert])?.agentId,
    ).toBe('b');
  });

  it('should choose only agents in the groups of a restricted service, however long it waits', () => {
    const restricted = work({ readerGroups: ['family', 'health'], waitedSeconds: 1_000_000 });
    const outside = agent('a', { skills: { ar: 5 }, idleSeconds: 900, groups: ['press'] });
    const inside = agent('b', { groups: ['press', 'health'] });
    expect(chooseAgent(restricted, [outside, agent('c')])).toBeNull();
    expect(chooseAgent(restricted, [outside, inside])?.agentId).toBe('b');
    expect(
      chooseAgent({ ...restricted, stickyAgentId: 'a', waitedSeconds: 0 }, [outside, inside])?.agentId,
    ).toBe('b');
    expect(chooseAgent(work({ readerGroups: [] }), [outside, inside])).toBeNull();
  });

  it('should never offer work again to an agent who declined it', () => {
    expect(chooseAgent(work({ declinedBy: ['a'] }), [agent('a')])).toBeNull();
  });

  it('should prefer the sticky agent, within the sticky time only', () => {
    const knows = agent('b', { skills: { ar: 1 } });
    const better = agent('a', { skills: { ar: 5 }, idleSeconds: 500 });
    expect(chooseAgent(work({ stickyAgentId: 'b', waitedSeconds: 60 }), [better, knows])?.agentId).toBe('b');
    expect(chooseAgent(work({ stickyAgentId: 'b', waitedSeconds: 61 }), [better, knows])?.agentId).toBe('a');
  });

  it('should prefer the better skill, then the longer idle time, then the lower id', () => {
    expect(
      chooseAgent(work(), [agent('a', { idleSeconds: 99 }), agent('b', { skills: { ar: 4 } })])?.agentId,
    ).toBe('b');
    expect(chooseAgent(work(), [agent('a'), agent('b', { idleSeconds: 1 })])?.agentId).toBe('b');
    expect(chooseAgent(work(), [agent('b'), agent('a')])?.agentId).toBe('a');
  });

  it('should relax requirements step by step, and prefer agents who were eligible earlier', () => {
    const rules: Partial<QueueRules> = {
      skills: [{ skill: 'tax', level: 4, need: 'required' }],
      steps: [
        { afterSeconds: 30, levels: { tax: 2 } },
        { afterSeconds: 60, levels: { tax: 0 }, queues: ['billing'] },
      ],
    };
    const [expert, learner] = [
      agent('e', { skills: { ar: 1, tax: 4 } }),
      agent('l', { skills: { ar: 5, tax: 2 } }),
    ];
    const elsewhere = agent('x', {
      queueIds: new Set(['billing']),
      skills: { ar: 5, tax: 5 },
      idleSeconds: 999,
    });
    expect(chosen({ waitedSeconds: 29 }, [learner, elsewhere], rules)).toBeUndefined();
    expect(chosen({ waitedSeconds: 30 }, [learner, elsewhere], rules)).toBe('l');
    expect(chosen({ waitedSeconds: 30 }, [learner, expert], rules)).toBe('e');
    expect(chosen({ waitedSeconds: 59 }, [elsewhere], rules)).toBeUndefined();
    expect(chosen({ waitedSeconds: 60 }, [elsewhere], rules)).toBe('x');
    expect(chosen({ waitedSeconds: 60 }, [elsewhere, learner], rules)).toBe('l');
  });

  it('should overflow to another entity', () => {
    const rules: Partial<QueueRules> = { steps: [{ afterSeconds: 10, entities: ['water'] }] };
    const theirs = agent('t', { queueIds: new Set(), entityId: 'water' });
    expect(chosen({ waitedSeconds: 9 }, [theirs], rules)).toBeUndefined();
    expect(chosen({ waitedSeconds: 10 }, [theirs], rules)).toBe('t');
  });

  it('should rank agents with preferred skills first, but not wait for them', () => {
    const rules: Partial<QueueRules> = { skills: [{ skill: 'law', level: 3, need: 'preferred' }] };
    const wished = agent('w', { skills: { ar: 1, law: 3 } });
    const fluent = agent('f', { skills: { ar: 5, law: 2 }, idleSeconds: 99 });
    expect(chosen({}, [fluent, wished], rules)).toBe('w');
    expect(chosen({}, [fluent], rules)).toBe('f');
  });

  it('should wait for the sticky agent during the hold time, unless away or declined', () => {
    const rules: Partial<QueueRules> = { sticky: { preferSeconds: 60, holdSeconds: 20 } };
    const sticky = { stickyAgentId: 'k', stickyAtWork: true, waitedSeconds: 19 };
    expect(chosen(sticky, [agent('a')], rules)).toBeUndefined();
    expect(chosen(sticky, [agent('a'), agent('k')], rules)).toBe('k');
    expect(chosen({ ...sticky, waitedSeconds: 20 }, [agent('a')], rules)).toBe('a');
    expect(chosen({ ...sticky, stickyAtWork: false }, [agent('a')], rules)).toBe('a');
    expect(chosen({ ...sticky, declinedBy: ['k'] }, [agent('a')], rules)).toBe('a');
  });

  it('should let a call interrupt interruptible work', () => {
    const writing = agent('a', { freeUnits: 40, freeUnitsInterrupting: 100 });
    expect(chosen({ units: 100 }, [writing], {})).toBeUndefined();
    expect(chosen({ units: 100, interrupts: true }, [writing], {})).toBe('a');
  });

  it('should offer only the kinds of work that the profile allows', () => {
    const writer = agent('a', { kinds: new Set(['email']) });
    expect(chosen({ kind: 'call' }, [writer], {})).toBeUndefined();
    expect(chosen({ kind: 'email' }, [writer], {})).toBe('a');
  });

  it('should give flags, due times, steps and interruption as reasons', () => {
    const rules = ruled({
      skills: [
        { skill: 'tax', level: 4, need: 'required' },
        { skill: 'law', level: 2, need: 'preferred' },
      ],
      steps: [{ afterSeconds: 30, levels: { tax: 2 }, queues: ['billing'] }],
    });
    const given = { vip: true, dueInSeconds: -61, waitedSeconds: 31, units: 100, interrupts: true };
    const helper = agent('a', {
      queueIds: new Set(['billing']),
      skills: { ar: 2, tax: 3, law: 2 },
      freeUnits: 0,
      freeUnitsInterrupting: 100,
    });
    expect(
      chooseAgent(work({ ...given, stickyAgentId: 'a', stickyFor: 'requester' }), [helper], rules)?.why,
    ).toEqual([
      { code: 'priority', params: { priority: 'normal' } },
      { code: 'vip', params: {} },
      { code: 'overdue', params: { seconds: 61 } },
      { code: 'waited', params: { seconds: 31 } },
      { code: 'sticky', params: { knows: 'requester' } },
      { code: 'interrupts', params: {} },
      { code: 'overflow', params: { step: 1 } },
      { code: 'skill_relaxed', params: { skill: 'tax', level: 3 } },
      { code: 'preferred', params: { skill: 'law', level: 2 } },
      { code: 'language', params: { skill: 'ar', level: 2, required: 1 } },
      { code: 'only_one', params: {} },
    ]);
  });

  it('should give its reasons', () => {
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
