import { type Outcome, runAll } from './run-all.js';

describe('runAll', () => {
  it('should run each item once with limited concurrency, and report each outcome', async () => {
    let [running, most] = [0, 0];
    const done: number[] = [];
    const outcomes: Outcome<number>[] = [];
    const act = async (one: number) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      done.push(one);
    };
    await runAll([1, 2, 3, 4, 5, 6, 7], act, (outcome) => outcomes.push(outcome), 3);
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
    expect(outcomes).toHaveLength(7);
  });

  it('should continue after a failure and report the item and the error', async () => {
    const refused = new Error('merged');
    const outcomes: Outcome<string>[] = [];
    const act = (one: string) => (one === 'b' ? Promise.reject(refused) : Promise.resolve());
    await runAll(['a', 'b', 'c'], act, (outcome) => outcomes.push(outcome), 1);
    expect(outcomes).toEqual([{ on: 'a' }, { on: 'b', error: refused }, { on: 'c' }]);
  });
});
