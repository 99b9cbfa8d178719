import { describe, expect, it } from '@jest/globals';
import { afterDecision, attributed, HELD_STATES } from './held-message.js';

describe('a held message', () => {
  it('should be accepted from every state, and stay accepted', () => {
    expect(HELD_STATES.map((state) => afterDecision(state, 'accept'))).toEqual([
      'accepted',
      'accepted',
      'accepted',
    ]);
  });

  it('should be dismissed unless it has been shown to the requester', () => {
    expect(afterDecision('waiting', 'dismiss')).toBe('dismissed');
    expect(afterDecision('dismissed', 'dismiss')).toBe('dismissed');
    expect(afterDecision('accepted', 'dismiss')).toBeNull();
  });

  it('should name its author once it is accepted', () => {
    expect(attributed('Hello', { address: 'c@work.example', name: 'Colleague' })).toBe(
      'From: Colleague <c@work.example>\n\nHello',
    );
    expect(attributed('Hello', { address: 'c@work.example', name: null })).toBe(
      'From: <c@work.example>\n\nHello',
    );
  });
});
