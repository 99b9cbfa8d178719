import fc from 'fast-check';
import { AUDIENCES, PRIORITIES, TICKET_KINDS } from '#wasl/contracts';
import { checkPolicy } from './check-policy.js';
import {
  policyApplies,
  choosePolicy,
  type Policy,
  type SlaFacts,
  targetMsOf,
  policyWeight,
} from './policy.js';

const policy = (given: Partial<Policy> = {}): Policy => ({
  key: 'standard',
  calendar: 'country',
  serviceId: null,
  kind: null,
  priority: null,
  audience: null,
  targets: {
    first_response: { minutes: 60, ofService: false },
    resolution: { minutes: 600, ofService: true },
  },
  factors: {},
  pauses: { requester: ['resolution'] },
  atRiskPercent: 80,
  reopenPercent: 25,
  steps: [],
  ...given,
});
const facts = (given: Partial<SlaFacts> = {}): SlaFacts => ({
  serviceId: null,
  kind: 'request',
  priority: 'normal',
  audience: 'citizen',
  firstResponseMinutes: null,
  resolutionMinutes: null,
  ...given,
});

describe('the policy of a ticket', () => {
  it('should be one that names the service before all that do not', () => {
    const byService = policy({ key: 'water', serviceId: 's1' });
    const byAllElse = policy({ key: 'else', kind: 'report', priority: 'urgent', audience: 'business' });
    const ticket = facts({ serviceId: 's1', kind: 'report', priority: 'urgent', audience: 'business' });
    expect(choosePolicy([policy(), byAllElse, byService], ticket)?.key).toBe('water');
    expect(choosePolicy([policy(), byAllElse, byService], { ...ticket, serviceId: null })?.key).toBe('else');
    expect(choosePolicy([policy(), byAllElse, byService], facts())?.key).toBe('standard');
    expect(choosePolicy([byService], facts())).toBeNull();
  });

  it('should match, weigh the most, and not depend on the order of the list', () => {
    const some = fc.record({
      serviceId: fc.constantFrom(null, 's1', 's2'),
      kind: fc.constantFrom(null, ...TICKET_KINDS),
      priority: fc.constantFrom(null, ...PRIORITIES),
      audience: fc.constantFrom(null, ...AUDIENCES),
    });
    const ticket = fc.record({
      serviceId: fc.constantFrom(null, 's1', 's2'),
      kind: fc.constantFrom(...TICKET_KINDS),
      priority: fc.constantFrom(...PRIORITIES),
      audience: fc.constantFrom(...AUDIENCES),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(some, { maxLength: 12, selector: (one) => JSON.stringify(one) }),
        ticket,
        fc.nat(),
        (conditions, about, turn) => {
          const policies = conditions.map((one, n) => policy({ key: `p${n}`, ...one }));
          const chosen = choosePolicy(policies, facts(about));
          const fitting = policies.filter((one) => policyApplies(one, facts(about)));
          expect(chosen === null).toBe(fitting.length === 0);
          for (const other of fitting) {
            if (other !== chosen) expect(policyWeight(chosen!)).toBeGreaterThan(policyWeight(other));
          }
          const turned = [...policies.slice(turn % 12), ...policies.slice(0, turn % 12)];
          expect(choosePolicy(turned, facts(about))).toBe(chosen);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('should use the service’s own target where it says so, times the factor of the priority', () => {
    const standard = policy({ factors: { urgent: 0.25, low: 1.5 } });
    const ticket = facts({ firstResponseMinutes: 30, resolutionMinutes: 480 });
    expect(targetMsOf(standard, 'first_response', ticket)).toBe(60 * 60_000);
    expect(targetMsOf(standard, 'resolution', ticket)).toBe(480 * 60_000);
    expect(targetMsOf(standard, 'resolution', { ...ticket, priority: 'urgent' })).toBe(120 * 60_000);
    expect(targetMsOf(standard, 'resolution', facts({ priority: 'low' }))).toBe(900 * 60_000);
    expect(targetMsOf(standard, 'update', ticket)).toBeNull();
    expect(targetMsOf(policy({ factors: { normal: 0.001 } }), 'first_response', facts())).toBe(60_000);
  });
});

describe('faults of a policy', () => {
  const step = { key: 'tell', clock: 'resolution', percent: 100, do: 'notify' } as const;
  it.each([
    [{}, []],
    [{ targets: {} }, [['targets', 'required']]],
    [
      { targets: { first_response: { minutes: -5, ofService: false } } },
      [['targets.first_response.minutes', 'too_small']],
    ],
    [
      { targets: { first_response: { minutes: 1.5, ofService: false } } },
      [['targets.first_response.minutes', 'integer']],
    ],
    [
      { targets: { update: { minutes: 60, ofService: true } } },
      [['targets.update.ofService', 'not_of_service']],
    ],
    [{ targets: { lunch: { minutes: 60, ofService: false } } }, [['targets.lunch', 'unknown']]],
    [{ factors: { urgent: -1 } }, [['factors.urgent', 'too_small']]],
    [{ factors: { huge: 1 } }, [['factors.huge', 'unknown']]],
    [{ pauses: { mood: ['resolution'] } }, [['pauses.mood', 'unknown']]],
    [{ pauses: { requester: ['lunch'] } }, [['pauses.requester', 'choice']]],
    [{ atRiskPercent: 100 }, [['atRiskPercent', 'too_large']]],
    [{ reopenPercent: -1 }, [['reopenPercent', 'too_small']]],
    [{ steps: [step, { ...step }] }, [['steps[1].key', 'repeated']]],
    [{ steps: [{ ...step, clock: 'update' }] }, [['steps[0].clock', 'clock_not_running']]],
    [{ steps: [{ ...step, percent: 0 }] }, [['steps[0].percent', 'too_small']]],
    [{ steps: [{ ...step, do: 'move' }] }, [['steps[0].queue', 'required']]],
    [{ steps: [{ ...step, do: 'raise_priority' }] }, [['steps[0].priority', 'required']]],
  ])('should be found in %j', (given, faults) => {
    const found = checkPolicy(policy(given as Partial<Policy>));
    expect(found.map(({ path, code }) => [path, code])).toEqual(faults);
  });
});
