import { dueStep, nextStepAt } from './ladder.js';

const AT = new Date('2026-03-01T08:00:00Z');
const add = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);
const minutesTo = (at: Date) => (at.getTime() - AT.getTime()) / 60_000;
const LADDER = [
  { afterMinutes: 30, officers: ['a'] },
  { afterMinutes: 90, officers: ['b', 'c'] },
];

describe('the steps of silence', () => {
  it('should tell of the overrun, then each step, then the arbiter', () => {
    expect([0, 1, 2, 3, 4].map((taken) => dueStep(taken, LADDER))).toEqual([
      { what: 'overdue' },
      { what: 'step', officers: ['a'] },
      { what: 'step', officers: ['b', 'c'] },
      { what: 'arbitration' },
      { what: 'arbitration' },
    ]);
    expect(dueStep(1, [])).toEqual({ what: 'arbitration' });
  });

  it('should give the arbiter what nobody took after the time to accept has passed once more', () => {
    const times = [0, 1, 2, 3].map((taken) => minutesTo(nextStepAt(taken, LADDER, AT, 480, add)));
    expect(times).toEqual([0, 30, 90, 570]);
  });

  it('should give it to the arbiter at once without a ladder', () => {
    expect(minutesTo(nextStepAt(1, [], AT, 480, add))).toBe(0);
  });
});
