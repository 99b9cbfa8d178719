import { type Outcome, runAll } from './run-all.js';

describe('runAll', () => {
  it('should do each once, never more at once than allowed, and tell of each', async () => {
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

  it('should go on after one that is refused, and say which and why', async () => {
    const refused = new Error('merged');
    const outcomes: Outcome<string>[] = [];
    const act = (one: string) => (one === 'b' ? Promise.reject(refused) : Promise.resolve());
    await runAll(['a', 'b', 'c'], act, (outcome) => outcomes.push(outcome), 1);
    expect(outcomes).toEqual([{ on: 'a' }, { on: 'b', error: refused }, { on: 'c' }]);
  });
});
