import { bodyOf, formOf, withStep } from './policy-form.js';

describe('the form of a policy', () => {
  it('should omit clocks that do not run and empty numbers', () => {
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

  it('should take targets from the service only for its two clocks', () => {
    const form = formOf(null);
    const update = { on: true, minutes: 60 as const, ofService: true };
    expect(bodyOf({ ...form, targets: { ...form.targets, update } }).targets).toMatchObject({
      update: { minutes: 60, ofService: false },
    });
  });

  it('should send only the fields that a step’s action needs, and an unused key', () => {
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
