import { describe, expect, it } from '@jest/globals';
import { RecentSearches } from './recent-searches.js';

const MINUTE = 60_000;

describe('a search that was noted a moment ago', () => {
  it('is the same search on every page, whatever is asked beside it', () => {
    const recent = new RecentSearches();
    expect(recent.isRepeat('mona', { q: 'sara', page: { size: '25' } }, 0)).toBe(false);
    expect(recent.isRepeat('mona', { q: 'sara', page: { after: 'x' }, status: 'open' }, MINUTE)).toBe(true);
  });

  it('is another for another reader, other words, another person, or later', () => {
    const recent = new RecentSearches();
    recent.isRepeat('mona', { q: 'sara' }, 0);
    expect(recent.isRepeat('ali', { q: 'sara' }, 0)).toBe(false);
    expect(recent.isRepeat('mona', { q: 'omar' }, 0)).toBe(false);
    expect(recent.isRepeat('mona', { q: 'sara', requester: '1' }, 0)).toBe(false);
    expect(recent.isRepeat('mona', { q: 'sara' }, 9 * MINUTE)).toBe(true);
    expect(recent.isRepeat('mona', { q: 'sara' }, 10 * MINUTE)).toBe(false);
  });

  it('is forgotten before memory runs out', () => {
    const recent = new RecentSearches();
    for (let n = 0; n <= 10_000; n++) recent.isRepeat('mona', { q: `${n}` }, 0);
    expect(recent.isRepeat('mona', { q: '10000' }, 0)).toBe(true);
    expect(recent.isRepeat('mona', { q: '0' }, 0)).toBe(false);
  });
});
