import { Problem } from '../api/problem.js';
import { faultsOf } from './faults.js';

const problem = new Problem(400, 'request.invalid', '', [
  { path: 'steps[1].queue', code: 'required', message: 'needed' },
  { path: 'hours.mon.0', code: 'hours', message: 'no such time' },
]);

describe('faults of a form', () => {
  it('should be found by field, in either notation of a list index', () => {
    const faults = faultsOf(problem);
    expect(faults.at('steps.1.queue')).toBe('needed');
    expect(faults.at('steps.0.queue')).toBeUndefined();
    expect(faults.at('hours.mon.0')).toBe('no such time');
  });

  it('should be found within a group, but not in a group whose name merely has the same prefix', () => {
    const faults = faultsOf(problem);
    expect(faults.within('hours')).toBe('no such time');
    expect(faults.within('hours.mo')).toBeUndefined();
    expect(faults.at('hours')).toBeUndefined();
  });

  it('should be shown at the field that a problem code concerns', () => {
    const exists = new Problem(409, 'calendar.exists', 'There is one');
    expect(faultsOf(exists, { 'calendar.exists': 'key' }).at('key')).toBe('There is one');
    expect(faultsOf(exists).at('key')).toBeUndefined();
    expect(faultsOf(new Error('x'), { 'calendar.exists': 'key' }).at('key')).toBeUndefined();
  });
});
