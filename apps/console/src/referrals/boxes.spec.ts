import { describe, expect, it } from '@jest/globals';
import { boxesFor, boxOf, filterOf } from './boxes.js';

describe('the boxes of referrals', () => {
  it('offer people of an entity what lies with it, and nothing of the centre', () => {
    expect(boxesFor({ worksForEntity: true, arbitrates: false })).toEqual(['inbox', 'done', 'back']);
    expect(boxesFor({ worksForEntity: true, arbitrates: true })).toEqual(['inbox', 'done', 'back']);
  });

  it('offer what awaits a decision to those who decide', () => {
    expect(boxesFor({ worksForEntity: false, arbitrates: false })).toEqual(['inbox', 'sent']);
    expect(boxesFor({ worksForEntity: false, arbitrates: true })).toEqual(['inbox', 'sent', 'arbiter']);
  });

  it('open the first when the address names none that is offered', () => {
    expect(boxOf('arbiter', ['inbox', 'sent'])).toBe('inbox');
    expect(boxOf(null, ['inbox', 'sent'])).toBe('inbox');
    expect(boxOf('sent', ['inbox', 'sent'])).toBe('sent');
  });

  it('list live referrals without naming states', () => {
    expect(filterOf('inbox')).toEqual({ box: 'inbox' });
    expect(filterOf('done')).toEqual({ box: 'inbox', state: 'completed' });
  });
});
