import type { AddressProof, AddressState } from './address-lifecycle.js';

/**
 * From where an address is known:
 * - `given`: typed by somebody whom nothing ties to it (portal, public REST, chat, kiosk, Open311)
 * - `sender`: a contact came from it over a channel whose sender can be forged (mail, caller id)
 * - `message`: a contact came from it over a channel that vouches for the sender (the signed gateway of texts)
 * - `staff`: a member of staff speaks with the person
 */
export const PROVENANCES = ['given', 'sender', 'message', 'staff'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** What is stored of it: whether the address itself contacted us. */
export type AddressOrigin = 'given' | 'sender';

export interface AddressStanding {
  state: AddressState;
  origin: AddressOrigin;
  provedBy: AddressProof | null;
}

const STANDINGS: Record<Provenance, AddressStanding> = {
  given: { state: 'claimed', origin: 'given', provedBy: null },
  sender: { state: 'claimed', origin: 'sender', provedBy: null },
  message: { state: 'verified', origin: 'sender', provedBy: 'proved_by_message' },
  staff: { state: 'verified', origin: 'given', provedBy: 'confirmed_by_staff' },
};

/** How an address stands that is heard of for the first time. */
export const standingOf = (provenance: Provenance): AddressStanding => STANDINGS[provenance];

/**
 * Whether a contact may be attached to a requester who is known already: only when the channel shows whose the address
 * is, or when all that is said goes back to that very address.
 */
export const mayAttach = (provenance: Provenance): boolean => provenance !== 'given';
