import { describe, expect, it, jest } from '@jest/globals';
import { catchAndLog } from './catch-and-log.js';

describe('a contained listener', () => {
  it.each([
    [
      'at once',
      () => {
        throw new RangeError('of +97317000000');
      },
    ],
    ['later', () => Promise.reject(new RangeError('of +97317000000'))],
  ])('logs a fault %s instead of ending the process, without what it was about', async (_when, listener) => {
    const error = jest.fn<(...parts: unknown[]) => void>();
    expect(catchAndLog({ error }, 'frame', listener)()).toBeUndefined();
    await new Promise((resolve) => setImmediate(resolve));
    expect(error.mock.calls[0]![0]).toBe('frame: RangeError');
    expect(JSON.stringify(error.mock.calls)).not.toContain('97317000000');
  });

  it('is called immediately, with all arguments', () => {
    const seen: number[] = [];
    catchAndLog({ error: () => undefined }, 'frame', (n: number) => seen.push(n))(7);
    expect(seen).toEqual([7]);
  });
});
