import { describe, expect, it } from '@jest/globals';
import { keyLines } from './key-lines.js';

const NOW = new Date('2026-06-02T00:00:00Z');
const newest = { id: 'bbbbbbbb', newest: true, keptKeys: 8 };
const earlier = (keptKeys: number) => ({ id: 'aaaaaaaa', newest: false, keptKeys });
const last = (status: Parameters<typeof keyLines>[0]) => keyLines(status, NOW).at(-1);

describe('the key status', () => {
  it('says that an earlier key is needed while anything is stored under it', () => {
    const since = new Date('2026-05-01T00:00:00Z');
    const sealed = { newest: 0, earlier: 3, lost: 0 };
    const none = { newest: 3, earlier: 0, lost: 0 };
    expect(last({ keys: [newest, earlier(8)], secrets: none, newestSince: since })).toContain('still needed');
    expect(last({ keys: [newest, earlier(0)], secrets: sealed, newestSince: since })).toContain(
      'still needed',
    );
    expect(last({ keys: [newest, earlier(0)], secrets: none, newestSince: since })).toContain(
      'take them out',
    );
  });

  it('names the time until which forms and cookies depend on it', () => {
    const status = {
      keys: [newest, earlier(0)],
      secrets: { newest: 1, earlier: 0, lost: 0 },
      newestSince: new Date('2026-06-01T12:00:00Z'),
    };
    expect(last(status)).toContain('good until 2026-06-02T12:00:00.000Z');
  });

  it('says nothing about removing keys when there is only one', () => {
    const lines = keyLines(
      { keys: [newest], secrets: { newest: 0, earlier: 0, lost: 0 }, newestSince: NOW },
      NOW,
    );
    expect(lines).toHaveLength(2);
  });
});
