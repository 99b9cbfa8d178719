import { describe, expect, it } from '@jest/globals';
import { BatchLoader } from './batch-loader.js';

describe('a batch loader', () => {
  const upper = () => {
    const calls: string[][] = [];
    const loader = new BatchLoader((keys: string[]) => {
      calls.push(keys);
      return Promise.resolve(
        new Map(keys.filter((k) => k !== 'none').map((key) => [key, key.toUpperCase()])),
      );
    });
    return { calls, loader };
  };

  it('loads all keys requested in one turn with one call, each key once', async () => {
    const { calls, loader } = upper();
    const found = await Promise.all(['a', 'b', 'a', 'none'].map((key) => loader.load(key)));
    expect(found).toEqual(['A', 'B', 'A', undefined]);
    expect(calls).toEqual([['a', 'b', 'none']]);
  });

  it('starts a new call for requests made after the batch was sent, so that no result is older than its request', async () => {
    let answer: (found: Map<string, number>) => void = () => undefined;
    let calls = 0;
    const loader = new BatchLoader<string, number>(() => {
      calls++;
      return new Promise<Map<string, number>>((resolve) => (answer = resolve));
    });
    const first = loader.load('x');
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    const answerFirst = answer;
    const second = loader.load('x');
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    answerFirst(new Map([['x', 1]]));
    answer(new Map([['x', 2]]));
    expect([await first, await second, calls]).toEqual([1, 2, 2]);
  });

  it('passes a failure to every request of the batch, and calls again afterwards', async () => {
    let fails = true;
    const loader = new BatchLoader((keys: string[]) =>
      fails ? Promise.reject(new Error('cut')) : Promise.resolve(new Map(keys.map((key) => [key, 1]))),
    );
    const both = await Promise.allSettled([loader.load('a'), loader.load('b')]);
    expect(both.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    fails = false;
    expect(await loader.load('a')).toBe(1);
  });
});
