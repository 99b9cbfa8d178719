import { describe, expect, it } from '@jest/globals';
import { stateAfterDecision, withAttribution, HELD_STATES } from './held-message.js';

describe('a held message', () => {
  it('should be accepted from every state, and stay accepted', () => {
    expect(HELD_STATES.map((state) => stateAfterDecision(state, 'accept'))).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
  });

  it('should be dismissed unless it has been shown to the requester', () => {
    expect(stateAfterDecision('waiting', 'dismiss')).toBe('dismissed');
    expect(stateAfterDecision('dismissed', 'dismiss')).toBe('dismissed');
    expect(stateAfterDecision('accepted', 'dismiss')).toBeNull();
  });

  it('should name its author once it is accepted', () => {
    expect(withAttribution('Hello', { address: 'c@work.example', name: 'Colleague' })).toBe(
      'From: Colleague <c@work.example>\n\nHello',
    );
    expect(withAttribution('Hello', { address: 'c@work.example', name: null })).toBe(
      'From: <c@work.example>\n\nHello',
    );
  });
});
