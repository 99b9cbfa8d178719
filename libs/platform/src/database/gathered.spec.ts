import { describe, expect, it } from '@jest/globals';
import { Gathered } from './gathered.js';

describe('look-ups gathered', () => {
  const upper = () => {
    const asked: string[][] = [];
    const gathered = new Gathered((keys: string[]) => {
      asked.push(keys);
      return Promise.resolve(
        new Map(keys.filter((k) => k !== 'none').map((key) => [key, key.toUpperCase()])),
      );
    });
    return { asked, gathered };
  };

  it('asks once for all that come in one turn, each key once', async () => {
    const { asked, gathered } = upper();
    const found = await Promise.all(['a', 'b', 'a', 'none'].map((key) => gathered.get(key)));
    expect(found).toEqual(['A', 'B', 'A', undefined]);
    expect(asked).toEqual([['a', 'b', 'none']]);
  });

  it('asks anew for whoever comes after the question has left, so that no answer is older than its question', async () => {
    let answer: (found: Map<string, number>) => void = () => undefined;
    let asked = 0;
    const gathered = new Gathered<string, number>(() => {
      asked++;
      return new Promise<Map<string, number>>((resolve) => (answer = resolve));
    });
    const first = gathered.get('x');
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    const answerFirst = answer;
    const second = gathered.get('x');
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    answerFirst(new Map([['x', 1]]));
    answer(new Map([['x', 2]]));
    expect([await first, await second, asked]).toEqual([1, 2, 2]);
  });

  it('tells everyone who asked of a failure, and asks again afterwards', async () => {
    let fails = true;
    const gathered = new Gathered((keys: string[]) =>
      fails ? Promise.reject(new Error('cut')) : Promise.resolve(new Map(keys.map((key) => [key, 1]))),
    );
    const both = await Promise.allSettled([gathered.get('a'), gathered.get('b')]);
    expect(both.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await gathered.get('a')).toBe(1);
  });
});
