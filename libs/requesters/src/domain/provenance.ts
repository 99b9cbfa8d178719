import type { AddressProof, AddressState } from './address-lifecycle.js';

/**
 * The source of an address:
 * - `given`: typed, without any proof (portal, public REST, chat, kiosk, Open311)
 * - `sender`: a contact came from it over a channel whose sender can be forged (mail, caller id)
 * - `message`: a contact came from it over a channel that authenticates the sender (the signed text gateway)
 * - `staff`: entered by a member of staff who speaks with the person
 */
export const PROVENANCES = ['given', 'sender', 'message', 'staff'] as const;
export type Provenance = (typeof PROVENANCES)[number];

/** The stored part of the provenance: whether the address itself contacted us. */
export type AddressOrigin = 'given' | 'sender';

export interface InitialAddressState {
  state: AddressState;
  origin: AddressOrigin;
  provedBy: AddressProof | null;
}

const INITIAL_STATES: Record<Provenance, InitialAddressState> = {
  given: { state: 'claimed', origin: 'given', provedBy: null },
  sender: { state: 'claimed', origin: 'sender', provedBy: null },
  message: { state: 'verified', origin: 'sender', provedBy: 'proved_by_message' },
  staff: { state: 'verified', origin: 'given', provedBy: 'confirmed_by_staff' },
};

/** Initial state of a new address. */
export const initialAddressState = (provenance: Provenance): InitialAddressState =>
  INITIAL_STATES[provenance];

/**
 * Whether a contact may be attached to an existing requester: only when the channel shows who owns the address, or when
 * all replies go to that address.
 */
export const mayMatchRequester = (provenance: Provenance): boolean => provenance !== 'given';
