import { ladderFault } from './ladder.js';

const step = (afterMinutes: number, ...officers: string[]) => ({ afterMinutes, officers });

describe('a ladder', () => {
  it('should tell somebody at each step, each later than the one before', () => {
    expect(ladderFault([])).toBeNull();
    expect(ladderFault([step(0, 'a'), step(10, 'a', 'b')])).toBeNull();
    expect(ladderFault([step(10, 'a'), step(10, 'b')])).toBe('order');
    expect(ladderFault([step(10)])).toBe('required');
  });
});
