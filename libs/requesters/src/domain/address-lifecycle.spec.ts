import {
  ADDRESS_EVENTS,
  ADDRESS_STATES,
  type AddressEvent,
  type AddressProof,
  type AddressState,
  nextAddressState,
  mayShareRequester,
} from './address-lifecycle.js';
import { mayMatchRequester, PROVENANCES, initialAddressState } from './provenance.js';

const PROOFS = ADDRESS_EVENTS.filter((event): event is AddressProof => !event.startsWith('refused'));

/** Written out in full, so that the table is not tested against itself. */
const EXPECTED: Record<AddressState, Record<AddressEvent, AddressState | null>> = {
  claimed: {
    proved_by_code: 'verified',
    proved_by_link: 'verified',
    proved_by_reply: 'verified',
    proved_by_message: 'verified',
    proved_by_sender_check: 'verified',
    proved_by_sign_in: 'verified',
    confirmed_by_staff: 'verified',
    refused_by_owner: 'refused',
    refused_by_staff: 'refused',
  },
  verified: {
    proved_by_code: 'verified',
    proved_by_link: 'verified',
    proved_by_reply: 'verified',
    proved_by_message: 'verified',
    proved_by_sender_check: 'verified',
    proved_by_sign_in: 'verified',
    confirmed_by_staff: 'verified',
    refused_by_owner: 'refused',
    refused_by_staff: 'refused',
  },
  refused: {
    proved_by_code: null,
    proved_by_link: null,
    proved_by_reply: null,
    proved_by_message: null,
    proved_by_sender_check: null,
    proved_by_sign_in: null,
    confirmed_by_staff: 'verified',
    refused_by_owner: 'refused',
    refused_by_staff: 'refused',
  },
};

describe('the states of an address', () => {
  const pairs = ADDRESS_STATES.flatMap((state) => ADDRESS_EVENTS.map((event) => [state, event] as const));

  it.each(pairs)('should have the right state after %s and %s', (state, event) => {
    expect(nextAddressState(state, event)).toBe(EXPECTED[state][event]);
  });

  it('should never become verified without a proof or a member of staff', () => {
    for (const [state, event] of pairs) {
      if (state === 'verified' || nextAddressState(state, event) !== 'verified') continue;
      expect(PROOFS).toContain(event);
    }
  });

  it('should stay refused until a member of staff confirms it', () => {
    const ways = ADDRESS_EVENTS.filter((event) => nextAddressState('refused', event) === 'verified');
    expect(ways).toEqual(['confirmed_by_staff']);
  });
});

describe('several addresses of one requester', () => {
  it.each(PROOFS)('should accept any proof for the first address (%s)', (proof) => {
    expect(mayShareRequester(proof, [])).toBe(true);
  });

  it('should join two addresses only when the filer proved both', () => {
    const ofFiler = ['proved_by_code', 'confirmed_by_staff'];
    for (const proof of PROOFS)
      for (const other of PROOFS)
        expect(mayShareRequester(proof, [other])).toBe(ofFiler.includes(proof) && ofFiler.includes(other));
  });

  it('should require it of every existing address', () => {
    expect(mayShareRequester('proved_by_code', ['proved_by_code', 'proved_by_link'])).toBe(false);
  });
});

describe('the provenance of an address', () => {
  it('should verify at once only addresses from the text gateway and from staff', () => {
    const believed = PROVENANCES.filter((provenance) => initialAddressState(provenance).state === 'verified');
    expect(believed).toEqual(['message', 'staff']);
  });

  it('should have a proof exactly for verified addresses', () => {
    for (const provenance of PROVENANCES) {
      const { state, provedBy } = initialAddressState(provenance);
      expect(provedBy !== null).toBe(state === 'verified');
      if (provedBy) expect(nextAddressState('claimed', provedBy)).toBe('verified');
    }
  });

  it('should never attach a typed address to a known requester', () => {
    expect(PROVENANCES.filter(mayMatchRequester)).toEqual(['sender', 'message', 'staff']);
  });
});
