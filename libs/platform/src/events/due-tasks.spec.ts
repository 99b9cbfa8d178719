import { dueLocally, periodicTaskFaults } from './due-tasks.js';

const task = (name: string, everyMs: number) => ({ name, everyMs, owner: `Owner.${name}` });

describe('periodic tasks', () => {
  it('may not share a name, nor be due more often than each second', () => {
    expect(periodicTaskFaults([task('a', 1_000), task('b', 60_000)])).toEqual([]);
    expect(periodicTaskFaults([task('a', 1_000), { ...task('a', 2_000), owner: 'Other.a' }])).toEqual([
      'a is declared by Owner.a and Other.a',
    ]);
    expect(periodicTaskFaults([task('a', 999), task('b', NaN)])).toEqual([
      'a: the interval must be 1000 ms or more',
      'b: the interval must be 1000 ms or more',
    ]);
  });

  it('are asked for at once, then twice in an interval, and within half a minute at the latest', () => {
    const tasks = [task('second', 1_000), task('day', 86_400_000)];
    const names = (asked: [string, number][], now: number) =>
      dueLocally(tasks, new Map(asked), now).map(({ name }) => name);
    expect(names([], 0)).toEqual(['second', 'day']);
    const both: [string, number][] = [
      ['second', 0],
      ['day', 0],
    ];
    expect(names(both, 499)).toEqual([]);
    expect(names(both, 500)).toEqual(['second']);
    expect(names(both, 30_000)).toEqual(['second', 'day']);
  });
});
