import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadJson } from './load.js';

const countries = Object.entries(
  loadJson<Record<string, { dialNumbers: Record<string, string[]> }>>('entities.json'),
);
const queues = loadJson<{ key: string }[]>('queues.json').map(({ key }) => key);
const readme = readFileSync('README.md', 'utf8');

describe('the queues of the demo organisation', () => {
  it.each(countries)(
    'in %s are reached by the call in the README, and each by a number of its own',
    (_, { dialNumbers }) => {
      const [, called] = /event=newCall.* -d to=(\S+)/.exec(readme)!;
      expect(dialNumbers.general).toContain(called);
      expect(Object.keys(dialNumbers)).toEqual(queues);
      const numbers = Object.values(dialNumbers).flat();
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(Object.values(dialNumbers).every((list) => list.length > 0)).toBe(true);
    },
  );
});
