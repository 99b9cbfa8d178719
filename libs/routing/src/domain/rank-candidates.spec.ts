import type { FreeAgent, WaitingWork } from './choose-agent.js';
import { DEFAULT_QUEUE_RULES, type QueueRules } from './queue-rules.js';
import { rankCandidates } from './rank-candidates.js';
import { recordRound } from './round-record.js';
import { routeRound } from './route-round.js';

const agent = (id: string, given: Partial<FreeAgent> = {}): FreeAgent => ({
  id,
  queueIds: new Set(['q']),
  skills: { tax: 3 },
  freeUnits: 100,
  idleSeconds: 0,
  ...given,
});
const work = (id: string, given: Partial<WaitingWork> = {}): WaitingWork => ({
  id,
  queueId: 'q',
  units: 20,
  priority: 'normal',
  language: null,
  skills: {},
  waitedSeconds: 0,
  stickyAgentId: null,
  declinedBy: [],
  ...given,
});
const asksForTax: QueueRules = {
  ...DEFAULT_QUEUE_RULES,
  skills: [{ skill: 'tax', level: 3, need: 'required' }],
  steps: [{ afterSeconds: 60, queues: ['other'] }],
};

function ranking(waiting: WaitingWork[], agents: FreeAgent[], of: string, rules = asksForTax) {
  const round = { queues: new Map([['q', rules]]), defaults: DEFAULT_QUEUE_RULES };
  const given = routeRound(waiting, agents, round);
  const record = recordRound(given, waiting, agents, round);
  return { given, ranked: rankCandidates(record, of) };
}
const verdicts = ({ ranked }: ReturnType<typeof ranking>) =>
  ranked.agents.map(({ agentId, verdict }) => `${agentId} ${verdict}`);

describe('the ranked candidates of a decision', () => {
  it('are listed best first, with the chosen agent at the top', () => {
    const result = ranking(
      [work('1')],
      [agent('idle', { idleSeconds: 90 }), agent('better', { skills: { tax: 5 } }), agent('new')],
      '1',
    );
    expect(result.given[0]!.agentId).toBe('better');
    expect(verdicts(result)).toEqual(['better chosen', 'idle next', 'new next']);
    expect(result.ranked.agents[1]).toMatchObject({ step: 0, met: 1, levels: 3, idleSeconds: 90 });
    expect(result.ranked.wishes).toEqual([{ skill: 'tax', level: 3 }]);
  });

  it('have the reason why the others were not chosen', () => {
    const agents = [
      agent('a', { skills: { tax: 5 } }),
      agent('b', { skills: { tax: 4 } }),
      agent('declined', { skills: { tax: 5 }, idleSeconds: 9 }),
      agent('full', { freeUnits: 10 }),
      agent('unskilled', { skills: { tax: 1 } }),
      agent('elsewhere', { queueIds: new Set(['other']) }),
    ];
    const result = ranking([work('1'), work('2', { declinedBy: ['declined'] })], agents.slice(0, 2), '2');
    expect(verdicts(result)).toEqual(['b chosen', 'a taken']);
    expect(verdicts(ranking([work('2', { declinedBy: ['declined'] })], agents, '2'))).toEqual([
      'a chosen',
      'declined declined',
      'b next',
      'full no_room',
      'unskilled no_skill',
      'elsewhere other_queue',
    ]);
  });

  it('have the sticky agent first, whatever the skills of others', () => {
    const result = ranking(
      [work('1', { stickyAgentId: 'knows' })],
      [agent('better', { skills: { tax: 5 } }), agent('knows')],
      '1',
    );
    expect(verdicts(result)).toEqual(['knows chosen', 'better next']);
    expect(result.ranked.agents[0]!.knows).toBe(true);
  });

  it('are empty for work that was not in the round', () => {
    expect(ranking([work('1')], [agent('a')], 'another').ranked).toEqual({ agents: [], wishes: [] });
  });

  it('say who is outside of the groups that may read the service', () => {
    const result = ranking(
      [work('1', { readerGroups: ['family'] })],
      [agent('outside', { skills: { tax: 5 }, groups: ['press'] }), agent('inside', { groups: ['family'] })],
      '1',
    );
    expect(verdicts(result)).toEqual(['inside chosen', 'outside not_in_groups']);
  });
});
