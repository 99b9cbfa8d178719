import { bodyOf, formOf, withStep } from './policy-form.js';

describe('the form of a policy', () => {
  it('should leave out the clocks that do not run, and numbers that nobody typed', () => {
    const form = formOf(null);
    const body = bodyOf({
      ...form,
      targets: { ...form.targets, resolution: { on: true, minutes: '', ofService: false } },
      factors: { ...form.factors, urgent: 0.5 },
      atRiskPercent: '',
    });
    expect(body.targets).toEqual({
      first_response: { minutes: 420, ofService: true },
      resolution: { ofService: false },
    });
    expect(body.factors).toEqual({ urgent: 0.5 });
    expect(body).not.toHaveProperty('atRiskPercent');
    expect(body).not.toHaveProperty('calendar');
    expect(body.service).toBeNull();
  });

  it('should take the service’s own promise only for what services promise', () => {
    const form = formOf(null);
    const update = { on: true, minutes: 60 as const, ofService: true };
    expect(bodyOf({ ...form, targets: { ...form.targets, update } }).targets).toMatchObject({
      update: { minutes: 60, ofService: false },
    });
  });

  it('should give a step only what its deed needs, and a name that is not taken', () => {
    const steps = withStep(withStep([]).filter(({ key }) => key !== 'none'));
    expect(steps.map(({ key }) => key)).toEqual(['step-1', 'step-2']);
    expect(withStep([steps[1]!]).map(({ key }) => key)).toEqual(['step-2', 'step-3']);
    const [move, raise] = bodyOf({
      ...formOf(null),
      steps: [
        { ...steps[0]!, do: 'move', queue: 'billing', priority: 'high' },
        { ...steps[1]!, do: 'raise_priority', queue: 'billing', priority: 'high' },
      ],
    }).steps!;
    expect(move).toMatchObject({ queue: 'billing' });
    expect(move).not.toHaveProperty('priority');
    expect(raise).toMatchObject({ priority: 'high' });
    expect(raise).not.toHaveProperty('queue');
  });
});
