import {
  ADDRESS_EVENTS,
  ADDRESS_STATES,
  type AddressEvent,
  type AddressProof,
  type AddressState,
  afterAddressEvent,
  mayShareRequester,
} from './address-lifecycle.js';
import { mayAttach, PROVENANCES, standingOf } from './provenance.js';

const PROOFS = ADDRESS_EVENTS.filter((event): event is AddressProof => !event.startsWith('refused'));

/** Written out in full, so that no rule of the table is tested by another rule. */
const EXPECTED: Record<AddressState, Record<AddressEvent, AddressState | null>> = {
  claimed: {
    proved_by_code: 'verified',
    proved_by_link: 'verified',
    proved_by_reply: 'verified',
    proved_by_message: 'verified',
    proved_by_sender_check: 'verified',
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
    confirmed_by_staff: 'verified',
    refused_by_owner: 'refused',
    refused_by_staff: 'refused',
  },
};

describe('the states of an address', () => {
  const pairs = ADDRESS_STATES.flatMap((state) => ADDRESS_EVENTS.map((event) => [state, event] as const));

  it.each(pairs)('should know what becomes of %s after %s', (state, event) => {
    expect(afterAddressEvent(state, event)).toBe(EXPECTED[state][event]);
  });

  it('should never become verified without a proof or a member of staff', () => {
    for (const [state, event] of pairs) {
      if (state === 'verified' || afterAddressEvent(state, event) !== 'verified') continue;
      expect(PROOFS).toContain(event);
    }
  });

  it('should stay refused until a member of staff confirms it', () => {
    const ways = ADDRESS_EVENTS.filter((event) => afterAddressEvent('refused', event) === 'verified');
    expect(ways).toEqual(['confirmed_by_staff']);
  });
});

describe('several addresses of one requester', () => {
  it.each(PROOFS)('should let the first one be proved in any way (%s)', (proof) => {
    expect(mayShareRequester(proof, [])).toBe(true);
  });

  it('should join two only when the filer proved both', () => {
    const ofFiler = ['proved_by_code', 'confirmed_by_staff'];
    for (const proof of PROOFS)
      for (const other of PROOFS)
        expect(mayShareRequester(proof, [other])).toBe(ofFiler.includes(proof) && ofFiler.includes(other));
  });

  it('should ask it of every address that is there already', () => {
    expect(mayShareRequester('proved_by_code', ['proved_by_code', 'proved_by_link'])).toBe(false);
  });
});

describe('from where an address is known', () => {
  it('should believe only the gateway of texts and staff at once', () => {
    const believed = PROVENANCES.filter((provenance) => standingOf(provenance).state === 'verified');
    expect(believed).toEqual(['message', 'staff']);
  });

  it('should name a proof for exactly those', () => {
    for (const provenance of PROVENANCES) {
      const { state, provedBy } = standingOf(provenance);
      expect(provedBy !== null).toBe(state === 'verified');
      if (provedBy) expect(afterAddressEvent('claimed', provedBy)).toBe('verified');
    }
  });

  it('should never attach what was only typed to somebody who is known', () => {
    expect(PROVENANCES.filter(mayAttach)).toEqual(['sender', 'message', 'staff']);
  });
});
