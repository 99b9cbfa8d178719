import { describe, expect, it } from '@jest/globals';
import { endOfLost } from '../../domain/call-lifecycle.js';
import { lostSince } from './pbx-life.js';

const at = new Date('2026-11-20T10:00:00Z');

describe('a PBX', () => {
  it.each([
    ['the same run', { ari: 'a' }, { ari: 'a' }, false],
    ['another run', { ari: 'a' }, { ari: 'b' }, true],
    ['another run at the manager interface', { ari: 'a', ami: 'x' }, { ami: 'y' }, true],
    ['an interface that was not there before', { ari: 'a' }, { ami: 'y' }, false],
    ['an interface that does not tell', { ari: 'a' }, { ari: null }, false],
    ['one that did not tell before', { ari: null }, { ari: 'b' }, false],
  ])('with %s', (_, before, now, isLost) => {
    expect(lostSince({ ...before, at }, now)).toBe(isLost ? at : null);
  });

  it('that was never seen is not lost', () => {
    expect(lostSince(null, { ari: 'a' })).toBeNull();
  });

  it('takes its calls with it as what they were', () => {
    expect([endOfLost({ answered: true }), endOfLost({ answered: false })]).toEqual(['pbx_lost', 'cancel']);
  });
});
