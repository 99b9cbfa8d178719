import { isDeepStrictEqual } from 'node:util';
import { expect } from '@jest/globals';

const AT_ONCE = 6;

/** Does every task, a few at once. */
export async function inParallel<T>(tasks: readonly T[], atOnce: number, work: (task: T) => Promise<void>) {
  const rest = [...tasks];
  const workers = Array.from({ length: atOnce }, async () => {
    for (let task = rest.pop(); task !== undefined; task = rest.pop()) await work(task);
  });
  await Promise.all(workers);
}

/** @returns what is to be read when an answer is another than wanted */
export const compared = (text: string, got: unknown, wanted: unknown) =>
  isDeepStrictEqual(got, wanted) ? [] : [`${JSON.stringify(text)}: ${JSON.stringify(got)}`];

/** Tries every one, and names all that end otherwise than wanted. */
export async function each<T>(list: readonly T[], work: (one: T) => Promise<string[]>) {
  const wrong: string[] = [];
  await inParallel(list, AT_ONCE, async (one) => void wrong.push(...(await work(one))));
  expect(wrong).toEqual([]);
}
