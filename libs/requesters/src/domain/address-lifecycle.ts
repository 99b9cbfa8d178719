/**
 * Verification state of an address. `claimed`: only stated; `verified`: proved to belong to the person; `refused`: not
 * theirs, or they want nothing sent to it.
 */
export const ADDRESS_STATES = ['claimed', 'verified', 'refused'] as const;
export type AddressState = (typeof ADDRESS_STATES)[number];

/** Events that change the state of an address. */
export const ADDRESS_EVENTS = [
  /** the one-time code sent to it was entered by somebody with the tracking code */
  'proved_by_code',
  /** the link sent to it was opened and confirmed */
  'proved_by_link',
  /** its owner replied to a mail that was sent to it */
  'proved_by_reply',
  /** a message came from it over a channel that authenticates its sender */
  'proved_by_message',
  /** a mail from it passed DMARC */
  'proved_by_sender_check',
  /** its owner signed in on the portal: by a code sent to it, or through a provider that verified it */
  'proved_by_sign_in',
  /** a member of staff confirmed it with the person */
  'confirmed_by_staff',
  /** its owner said "it was not me" */
  'refused_by_owner',
  'refused_by_staff',
] as const;
export type AddressEvent = (typeof ADDRESS_EVENTS)[number];
export type AddressProof = Exclude<AddressEvent, 'refused_by_owner' | 'refused_by_staff'>;

/** How an address was verified; `before_upgrade` was derived by a migration when states were introduced. */
export const ADDRESS_PROOFS = [
  'proved_by_code',
  'proved_by_link',
  'proved_by_reply',
  'proved_by_message',
  'proved_by_sender_check',
  'proved_by_sign_in',
  'confirmed_by_staff',
  'before_upgrade',
] as const satisfies readonly (AddressProof | 'before_upgrade')[];
export type AddressProvedBy = (typeof ADDRESS_PROOFS)[number];

/**
 * State machine of an address. Only staff can bring back a refused address: the person who reads its mail may be the
 * one who refused it, and an old link or a late reply must not undo that.
 */
const TRANSITIONS: Record<AddressState, Partial<Record<AddressEvent, AddressState>>> = {
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
    confirmed_by_staff: 'verified',
    refused_by_owner: 'refused',
    refused_by_staff: 'refused',
  },
};

/** @returns the state after the event; null when the event changes nothing because the state does not allow it */
export function nextAddressState(state: AddressState, event: AddressEvent): AddressState | null {
  return TRANSITIONS[state][event] ?? null;
}

/** Proofs that also show who filed the ticket: the person has the tracking code or was identified by staff. */
const PROOFS_OF_THE_FILER: ReadonlySet<AddressProvedBy> = new Set(['proved_by_code', 'confirmed_by_staff']);

/**
 * Whether an address may become another verified address of a requester. The owner of an address may confirm a link
 * without having filed anything. That proves ownership, but not that the owner is the same person as the owner of the
 * other addresses. So two addresses belong to one requester only when both were proved by the filer.
 * @param others how the requester's verified addresses were proved
 */
export function mayShareRequester(proof: AddressProof, others: readonly AddressProvedBy[]): boolean {
  return others.length === 0 || [proof, ...others].every((one) => PROOFS_OF_THE_FILER.has(one));
}
