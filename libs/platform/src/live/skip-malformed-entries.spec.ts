import { describe, expect, it, jest } from '@jest/globals';
import { skipMalformedEntries } from './skip-malformed-entries.js';

describe('an adapter that reads a stream', () => {
  it('skips a malformed entry and continues with the next', () => {
    const read: unknown[] = [];
    const warn = jest.fn<(line: string) => void>();
    const make = skipMalformedEntries(
      () => ({
        onRawMessage: (message) => {
          if (message === 'malformed')
            throw new TypeError('Cannot read properties of undefined: +97317000000');
          read.push(message);
        },
      }),
      { warn },
    );
    // As socket.io constructs it.
    const adapter = new (make as unknown as new (namespace: string) => ReturnType<typeof make>)('/live');
    for (const message of ['first', 'malformed', 'second']) adapter.onRawMessage(message, '1-1');
    expect(read).toEqual(['first', 'second']);
    expect(warn.mock.calls).toEqual([['skipped a malformed stream entry: TypeError']]);
  });
});
