import { describe, expect, it } from '@jest/globals';
import { maxAttemptsWithin } from '#wasl/platform';
import {
  reauthenticationBudgets,
  type SignInCaller,
  type SignInStep,
  signInBudgets,
} from './sign-in-budgets.js';

const DAY = 86_400;
const caller = (more: Partial<SignInCaller> = {}): SignInCaller => ({
  subject: 'mona@test.example',
  staffId: 'mona',
  source: '203.0.113.9',
  deviceId: null,
  isKnownNetwork: false,
  ...more,
});
const keysOf = (one: SignInCaller, step: SignInStep = 'password') =>
  signInBudgets(one, step).map(({ key }) => key.join(' '));
const KNOWLEDGE = [
  { deviceId: 'device', isKnownNetwork: true },
  { deviceId: 'device', isKnownNetwork: false },
  { deviceId: null, isKnownNetwork: true },
  { deviceId: null, isKnownNetwork: false },
];

describe('the budgets of a sign-in attempt', () => {
  it.each(['password', 'second_step'] as const)(
    'should depend on what is known of the caller (%s)',
    (step) => {
      const [device, alsoDevice, network, stranger] = KNOWLEDGE.map((known) => keysOf(caller(known), step));
      expect(device).toEqual([`${step}-device device`]);
      expect(alsoDevice).toEqual(device);
      expect(network).toEqual([
        `${step}-office 203.0.113.9`,
        `${step}-network mona@test.example 203.0.113.9`,
      ]);
      expect(stranger).toEqual([`${step}-source 203.0.113.9`, `${step}-stranger mona@test.example`]);
    },
  );

  it('should share no budget between a known device, a known network and strangers, nor between the steps', () => {
    const sets = (['password', 'second_step'] as const).flatMap((step) =>
      KNOWLEDGE.filter((_, at) => at !== 1).map((known) => keysOf(caller(known), step)),
    );
    const all = sets.flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it('should not share attempts between networks or between accounts', () => {
    const here = keysOf(caller({ isKnownNetwork: true }));
    const there = keysOf(caller({ isKnownNetwork: true, source: '198.51.100.1' }));
    expect(here.filter((key) => there.includes(key))).toEqual([]);
    const [, mine] = keysOf(caller());
    const [, others] = keysOf(caller({ subject: 'ali@test.example', staffId: 'ali' }));
    expect(mine).not.toBe(others);
  });

  it('should be the same for an account that does not exist', () => {
    expect(keysOf(caller({ staffId: null }))).toEqual(keysOf(caller()));
  });

  it.each(KNOWLEDGE)('should allow only few guesses a day (%j)', (known) => {
    for (const { policy, ownerId } of signInBudgets(caller(known), 'password'))
      if (ownerId) expect(maxAttemptsWithin(policy, DAY)).toBeLessThan(120);
    for (const { policy, ownerId } of signInBudgets(caller(known), 'second_step'))
      if (ownerId) expect(maxAttemptsWithin(policy, DAY)).toBeLessThanOrEqual(30);
  });

  it.each(KNOWLEDGE)('should not allow more guesses to a caller who waits for the reset (%j)', (known) => {
    for (const step of ['password', 'second_step'] as const)
      for (const { policy } of signInBudgets(caller(known), step))
        expect(policy.free / policy.forgetSeconds).toBeLessThanOrEqual(1 / policy.delaysSeconds.at(-1)!);
  });

  it('should clear earlier failures only where nobody else can have made them', () => {
    const clears = KNOWLEDGE.map((known) =>
      signInBudgets(caller(known), 'password').map(({ onSuccess }) => onSuccess),
    );
    expect(clears).toEqual([['clear'], ['clear'], ['refund', 'clear'], ['refund', 'refund']]);
  });

  it('should count password confirmations in a session by that session only', () => {
    const [one] = reauthenticationBudgets('mona', 'session-1');
    const [other] = reauthenticationBudgets('mona', 'session-2');
    expect(one!.key).not.toEqual(other!.key);
  });
});
