import { isDeepStrictEqual } from 'node:util';
import { expect } from '@jest/globals';

const AT_ONCE = 6;

/** Runs all tasks, a few in parallel. */
export async function inParallel<T>(tasks: readonly T[], atOnce: number, work: (task: T) => Promise<void>) {
  const rest = [...tasks];
  const workers = Array.from({ length: atOnce }, async () => {
    for (let task = rest.pop(); task !== undefined; task = rest.pop()) await work(task);
  });
  await Promise.all(workers);
}

/** @returns a description of the difference */
export const describeMismatch = (text: string, got: unknown, wanted: unknown) =>
  isDeepStrictEqual(got, wanted) ? [] : [`${JSON.stringify(text)}: ${JSON.stringify(got)}`];

/** Runs a check for every value and reports all failures together. */
export async function checkEach<T>(list: readonly T[], work: (one: T) => Promise<string[]>) {
  const wrong: string[] = [];
  await inParallel(list, AT_ONCE, async (one) => void wrong.push(...(await work(one))));
  expect(wrong).toEqual([]);
}
