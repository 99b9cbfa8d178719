/**
 * How sure we are that an address belongs to the person who uses it. `claimed` was only said to be theirs, `verified`
 * was shown to be, `refused` is not theirs, or they want nothing sent to it.
 */
export const ADDRESS_STATES = ['claimed', 'verified', 'refused'] as const;
export type AddressState = (typeof ADDRESS_STATES)[number];

/** What can be learned about an address. */
export const ADDRESS_EVENTS = [
  /** the one-time code that was sent to it was typed by whoever holds the tracking code */
  'proved_by_code',
  /** the link that was sent to it was opened and its button pressed */
  'proved_by_link',
  /** its owner replied to a mail that was sent to it */
  'proved_by_reply',
  /** a message came from it over a channel that authenticates its sender */
  'proved_by_message',
  /** a mail came from it that its domain has signed (DMARC passed) */
  'proved_by_sender_check',
  /** a member of staff confirmed it with the person */
  'confirmed_by_staff',
  /** its owner said "it was not me" */
  'refused_by_owner',
  'refused_by_staff',
] as const;
export type AddressEvent = (typeof ADDRESS_EVENTS)[number];
export type AddressProof = Exclude<AddressEvent, 'refused_by_owner' | 'refused_by_staff'>;

/** By what an address became verified; before addresses had states, the past was looked at once. */
export const ADDRESS_PROOFS = [
  'proved_by_code',
  'proved_by_link',
  'proved_by_reply',
  'proved_by_message',
  'proved_by_sender_check',
  'confirmed_by_staff',
  'before_upgrade',
] as const satisfies readonly (AddressProof | 'before_upgrade')[];
export type AddressProvedBy = (typeof ADDRESS_PROOFS)[number];

/**
 * The one table of an address's states. What was refused comes back only through a person of ours: whoever can read its
 * mail may have been the one who did not want it, and an old link or a late reply must not undo that.
 */
const TRANSITIONS: Record<AddressState, Partial<Record<AddressEvent, AddressState>>> = {
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
    confirmed_by_staff: 'verified',
    refused_by_owner: 'refused',
    refused_by_staff: 'refused',
  },
};

/** @returns the state after the event; null when the event changes nothing because the state does not allow it */
export function afterAddressEvent(state: AddressState, event: AddressEvent): AddressState | null {
  return TRANSITIONS[state][event] ?? null;
}

/** Proofs that also show who filed: whoever gave them holds the tracking code, or stood before a member of staff. */
const PROOFS_OF_THE_FILER: ReadonlySet<AddressProvedBy> = new Set(['proved_by_code', 'confirmed_by_staff']);

/**
 * Whether an address may become one more verified address of a requester. The owner of an address may press the button
 * of a link without having filed anything; that shows whose the address is, but not that its owner is the person whose
 * other addresses stand beside it. So two addresses make one person only when both were proved by the filer.
 * @param others how the requester's verified addresses were proved
 */
export function mayShareRequester(proof: AddressProof, others: readonly AddressProvedBy[]): boolean {
  return others.length === 0 || [proof, ...others].every((one) => PROOFS_OF_THE_FILER.has(one));
}
