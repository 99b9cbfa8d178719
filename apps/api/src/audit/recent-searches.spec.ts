import { describe, expect, it } from '@jest/globals';
import { RecentSearches } from './recent-searches.js';

const MINUTE = 60_000;

describe('a search that was noted a moment ago', () => {
  const asking = () => {
    const recent = new RecentSearches();
    /** @returns whether the search was noted now */
    return async (reader: string, query: Record<string, unknown>, now: number, fails = false) => {
      let noted = false;
      await recent.noteOnce(reader, query, now, async () => {
        if (fails) throw new Error('the trail is out of reach');
        noted = true;
      });
      return noted;
    };
  };

  it('is the same search on every page, whatever is asked beside it', async () => {
    const asks = asking();
    expect(await asks('mona', { q: 'sara', page: { size: '25' } }, 0)).toBe(true);
    expect(await asks('mona', { q: 'sara', page: { after: 'x' }, status: 'open' }, MINUTE)).toBe(false);
  });

  it('is another for another reader, other words, another person, or later', async () => {
    const asks = asking();
    await asks('mona', { q: 'sara' }, 0);
    expect(await asks('ali', { q: 'sara' }, 0)).toBe(true);
    expect(await asks('mona', { q: 'omar' }, 0)).toBe(true);
    expect(await asks('mona', { q: 'sara', requester: '1' }, 0)).toBe(true);
    expect(await asks('mona', { q: 'sara' }, 9 * MINUTE)).toBe(false);
    expect(await asks('mona', { q: 'sara' }, 10 * MINUTE)).toBe(true);
  });

  it('is not taken for noted when its note failed', async () => {
    const asks = asking();
    await expect(asks('mona', { q: 'sara' }, 0, true)).rejects.toThrow('out of reach');
    expect(await asks('mona', { q: 'sara' }, 1)).toBe(true);
  });

  it('is forgotten before memory runs out', async () => {
    const asks = asking();
    for (let n = 0; n <= 10_000; n++) await asks('mona', { q: `${n}` }, 0);
    expect(await asks('mona', { q: '10000' }, 0)).toBe(false);
    expect(await asks('mona', { q: '0' }, 0)).toBe(true);
  });
});
