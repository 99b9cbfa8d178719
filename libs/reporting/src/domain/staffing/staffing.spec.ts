import { type DomainError } from '#wasl/kernel';
import { computeStaffing, type StaffingQuestion } from './staffing.js';

const question = (more: Partial<StaffingQuestion> = {}): StaffingQuestion => ({
  calls: 250,
  intervalSeconds: 3_600,
  ahtSeconds: 330,
  thresholdSeconds: 30,
  target: 0.8,
  ...more,
});
const refusalOf = (asked: StaffingQuestion): DomainError => {
  try {
    computeStaffing(asked);
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('it was answered');
};

describe('staffing', () => {
  it('should find the fewest agents for a target, and say what to expect of them', () => {
    const answer = computeStaffing(question());
    expect(answer).toMatchObject({ model: 'erlang_c', agents: 28, rostered: 28, abandonment: 0 });
    expect(answer.trafficErlang).toBeCloseTo(22.9167, 4);
    expect(answer.serviceLevel).toBeGreaterThanOrEqual(0.8);
    expect(computeStaffing(question({ target: null, agents: 27 })).serviceLevel).toBeLessThan(0.8);
  });

  it('should roster additional agents for shrinkage', () => {
    expect(computeStaffing(question({ shrinkage: 0.3 })).rostered).toBe(40);
    expect(computeStaffing(question({ shrinkage: 0.31 })).rostered).toBe(41);
  });

  it('should keep occupancy below its maximum', () => {
    const answer = computeStaffing(question({ maxOccupancy: 0.75 }));
    expect(answer.occupancy).toBeLessThanOrEqual(0.75);
    expect(answer.agents).toBe(31);
  });

  it('should account for abandonment when the patience is known', () => {
    const answer = computeStaffing(question({ patienceSeconds: 120 }));
    expect(answer.model).toBe('erlang_a');
    expect(answer.agents).toBeLessThan(28);
    expect(answer.abandonment).toBeGreaterThan(0);
  });

  it('should answer for overload when contacts give up, and refuse when they do not', () => {
    const agents = { target: null, agents: 10 };
    expect(computeStaffing(question({ ...agents, patienceSeconds: 60 })).abandonment).toBeGreaterThan(0.5);
    expect(refusalOf(question(agents))).toMatchObject({ kind: 'unprocessable', code: 'staffing.unstable' });
  });

  it('should need no agents without contacts', () => {
    expect(computeStaffing(question({ calls: 0 }))).toMatchObject({
      agents: 0,
      rostered: 0,
      serviceLevel: 1,
    });
    expect(computeStaffing(question({ calls: 0, patienceSeconds: 60 }))).toMatchObject({
      agents: 0,
      pWait: 0,
    });
  });

  it('should reject both or neither of agents and target, and too large a load', () => {
    expect(refusalOf(question({ agents: 3 })).faults).toMatchObject([
      { path: 'target', code: 'agents_or_target' },
    ]);
    expect(refusalOf(question({ target: null })).faults).toMatchObject([{ path: 'agents' }]);
    expect(refusalOf(question({ calls: 1e6 })).faults).toMatchObject([
      { path: 'calls', code: 'traffic_too_large' },
    ]);
  });

  it('should report when no number of agents is enough', () => {
    expect(refusalOf(question({ maxOccupancy: 0.001 }))).toMatchObject({ code: 'staffing.out_of_reach' });
  });

  it('should find the fewest agents up to ten thousand', () => {
    const large = question({ calls: 109_000, ahtSeconds: 330, thresholdSeconds: 20, target: 0.8 });
    const { agents } = computeStaffing(large);
    expect(agents).toBeGreaterThan(9_991);
    expect(computeStaffing({ ...large, target: null, agents: agents - 1 }).serviceLevel).toBeLessThan(0.8);
    expect(computeStaffing({ ...large, patienceSeconds: 180 }).agents).toBeLessThan(agents);
  });
});
