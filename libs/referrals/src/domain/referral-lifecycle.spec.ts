import { REFERRAL_STATES } from '#wasl/contracts';
import { allows, goesToArbiter, isLive, REFERRAL_VERBS, stateAfter } from './referral-lifecycle.js';

const TABLE: Record<string, string> = {
  'sent receive': 'received',
  'sent accept': 'accepted',
  'sent return': 'returned',
  'sent recall': 'recalled',
  'sent message': 'sent',
  'received accept': 'accepted',
  'received return': 'returned',
  'received recall': 'recalled',
  'received message': 'received',
  'accepted return': 'returned',
  'accepted complete': 'completed',
  'accepted recall': 'recalled',
  'accepted message': 'accepted',
};

describe('the lifecycle of a referral', () => {
  it.each(REFERRAL_STATES.flatMap((state) => REFERRAL_VERBS.map((verb) => [state, verb] as const)))(
    'should decide %s, %s',
    (state, verb) => {
      const expected = TABLE[`${state} ${verb}`];
      expect(allows(state, verb)).toBe(expected !== undefined);
      if (expected) expect(stateAfter(state, verb)).toBe(expected);
      else expect(() => stateAfter(state, verb)).toThrow('referral.state');
    },
  );

  it('should allow nothing after the end', () => {
    const ended = REFERRAL_STATES.filter((state) => !isLive(state));
    expect(ended).toEqual(['completed', 'returned', 'recalled']);
  });

  it('should go to the arbiter with the second return', () => {
    expect([0, 1, 2, 3].map(goesToArbiter)).toEqual([false, false, true, true]);
  });
});
