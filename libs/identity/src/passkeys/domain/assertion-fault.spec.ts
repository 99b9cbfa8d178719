import { assertionFault, type KnownPasskey, type SignedAssertion } from './assertion-fault.js';

const known: KnownPasskey = { signCount: 5, backupEligible: true, userHandle: 'handle' };
const said: SignedAssertion = {
  signCount: 6,
  backupEligible: true,
  userHandle: 'handle',
  crossOrigin: false,
};

describe('an assertion whose signature is right', () => {
  it.each<[string, Partial<KnownPasskey>, Partial<SignedAssertion>, string | null]>([
    ['is taken when its counter grew', {}, {}, null],
    ['is taken when neither side counts', { signCount: 0 }, { signCount: 0 }, null],
    ['is taken when counting begins', { signCount: 0 }, { signCount: 1 }, null],
    ['is taken without a user handle', {}, { userHandle: null }, null],
    ['is refused when its counter stands still', {}, { signCount: 5 }, 'cloned'],
    ['is refused when its counter went back', {}, { signCount: 4 }, 'cloned'],
    ['is refused when its counter stopped counting', {}, { signCount: 0 }, 'cloned'],
    ['is refused for another owner', {}, { userHandle: 'other' }, 'other_owner'],
    ['is refused from a frame of another site', {}, { crossOrigin: true }, 'framed'],
    ['is refused when it became a synchronised one', {}, { backupEligible: false }, 'backup_changed'],
  ])('%s', (_what, ofKnown, ofSaid, expected) => {
    expect(assertionFault({ ...known, ...ofKnown }, { ...said, ...ofSaid })).toBe(expected);
  });
});
