import fc from 'fast-check';
import { anyAgent, anyRules, anyWork, unique } from '../../../../test/routing/arbitraries.js';
import { chooseAgent, type FreeAgent, type WaitingWork } from './choose-agent.js';
import { DEFAULT_QUEUE_RULES, type QueueRules, type RoundRules } from './queue-rules.js';
import { recordRound, replayRound } from './round-record.js';
import { routeRound } from './route-round.js';

const RUNS = { numRuns: 1_500 };

const plain = (id: string, given: Partial<WaitingWork> = {}): WaitingWork => ({
  id,
  queueId: 'q1',
  units: 20,
  priority: 'normal',
  language: null,
  skills: {},
  waitedSeconds: 1,
  stickyAgentId: null,
  declinedBy: [],
  ...given,
});
const agent = (id: string, given: Partial<FreeAgent> = {}): FreeAgent => ({
  id,
  queueIds: new Set(['q1']),
  skills: {},
  freeUnits: 100,
  idleSeconds: 0,
  ...given,
});
const limited = (limits: QueueRules['limits']): RoundRules => ({
  queues: new Map([['q1', { ...DEFAULT_QUEUE_RULES, limits }]]),
  defaults: DEFAULT_QUEUE_RULES,
});

describe('a round of the router', () => {
  it('should offer each agent and each item at most once, never to an agent who declined or has no capacity', () => {
    fc.assert(
      fc.property(unique(anyWork), unique(anyAgent), anyRules, (waiting, agents, rules) => {
        const made = routeRound(waiting, agents, rules);
        expect(new Set(made.map((one) => one.agentId)).size).toBe(made.length);
        expect(new Set(made.map((one) => one.workId)).size).toBe(made.length);
        for (const { workId, agentId } of made) {
          const work = waiting.find((one) => one.id === workId)!;
          const person = agents.find((one) => one.id === agentId)!;
          expect(work.declinedBy).not.toContain(agentId);
          const free = work.interrupts ? person.freeUnitsInterrupting : person.freeUnits;
          expect(free).toBeGreaterThanOrEqual(work.units);
          const most = rules.queues.get(work.queueId)!.limits.perAgent ?? Infinity;
          expect(person.heldByQueue[work.queueId] ?? 0).toBeLessThan(most);
        }
      }),
      RUNS,
    );
  });

  it('should leave no eligible agent idle while eligible work waits', () => {
    fc.assert(
      fc.property(unique(anyWork), unique(anyAgent), anyRules, (waiting, agents, rules) => {
        const made = routeRound(waiting, agents, rules);
        const given = (queueId: string) =>
          made.filter((one) => waiting.find((work) => work.id === one.workId)!.queueId === queueId).length;
        const left = waiting.filter((work) => !made.some((one) => one.workId === work.id));
        const idle = agents.filter((one) => !made.some(({ agentId }) => agentId === one.id));
        for (const work of left) {
          const total = rules.queues.get(work.queueId)!.limits.total;
          if (total === null || given(work.queueId) < total)
            expect(chooseAgent(work, idle, rules)).toBeNull();
        }
      }),
      RUNS,
    );
  });

  it('should choose for each item, in order, the agent that a single choice among the remaining agents gives', () => {
    fc.assert(
      fc.property(unique(anyWork), unique(anyAgent), anyRules, (waiting, agents, rules) => {
        const unlimited: RoundRules = {
          ...rules,
          queues: new Map(
            [...rules.queues].map(([key, one]) => [key, { ...one, limits: { ...one.limits, total: null } }]),
          ),
        };
        let left = agents;
        const oneByOne = waiting.flatMap((work) => {
          const choice = chooseAgent(work, left, unlimited);
          left = left.filter((one) => one.id !== choice?.agentId);
          return choice ? [{ workId: work.id, ...choice }] : [];
        });
        expect(routeRound(waiting, agents, unlimited)).toEqual(oneByOne);
      }),
      RUNS,
    );
  });

  it('should never give work of a restricted service to an agent outside of its groups', () => {
    fc.assert(
      fc.property(unique(anyWork), unique(anyAgent), anyRules, (waiting, agents, rules) => {
        for (const { workId, agentId } of routeRound(waiting, agents, rules)) {
          const { readerGroups } = waiting.find(({ id }) => id === workId)!;
          const { groups } = agents.find(({ id }) => id === agentId)!;
          expect(readerGroups === null || readerGroups.some((group) => groups.includes(group))).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('should decide the same whatever the order in which agents are read', () => {
    fc.assert(
      fc.property(unique(anyWork), unique(anyAgent), anyRules, (waiting, agents, rules) => {
        expect(routeRound(waiting, [...agents].reverse(), rules)).toEqual(routeRound(waiting, agents, rules));
      }),
      RUNS,
    );
  });

  it('should be reproducible from its record, including the reasons', () => {
    fc.assert(
      fc.property(unique(anyWork), unique(anyAgent), anyRules, (waiting, agents, rules) => {
        const made = routeRound(waiting, agents, rules, new Map([['q1', 1]]));
        const record = recordRound(made, waiting, agents, rules, new Map([['q1', 1]]));
        expect(replayRound(JSON.parse(JSON.stringify(record)) as typeof record)).toEqual(made);
      }),
      RUNS,
    );
  });

  it('should serve work in order, and not skip work because another item was declined by every agent', () => {
    expect(routeRound([plain('first'), plain('second')], [agent('a')]).map((one) => one.workId)).toEqual([
      'first',
    ]);
    const declined = plain('declined', { declinedBy: ['a'] });
    expect(routeRound([declined, plain('other')], [agent('a')]).map((one) => one.workId)).toEqual(['other']);
  });

  it('should keep the limits of a queue, per agent and in total', () => {
    const two = [plain('w1'), plain('w2')];
    const agents = [agent('a'), agent('b', { heldByQueue: { q1: 1 } })];
    expect(routeRound(two, agents, limited({ perAgent: 1, total: null }))).toMatchObject([{ agentId: 'a' }]);
    expect(routeRound(two, agents, limited({ perAgent: null, total: 3 }), new Map([['q1', 2]]))).toHaveLength(
      1,
    );
    expect(routeRound(two, agents, limited({ perAgent: null, total: 2 }), new Map([['q1', 2]]))).toHaveLength(
      0,
    );
  });
});
