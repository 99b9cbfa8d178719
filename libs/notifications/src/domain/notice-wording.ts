import type { AddressOrigin, AddressState } from '#wasl/requesters';
import type { TemplateKind } from './template-catalogue.js';

/** The verification state of a ticket contact, which decides what it may be told. */
export interface ContactStanding {
  state: AddressState;
  origin: AddressOrigin;
}

/**
 * How much an address may be told: `full` is the whole notice, with subject and name as written; `neutral` leaves out
 * what was written to us: the address wrote to us itself, so it may expect an agent's words, the number and the code,
 * but its sender can be forged, and then a stranger wrote the subject; `fixed` says only that the address was named
 * for a ticket and must be confirmed, or that a reply waits for that.
 */
export type Wording = 'full' | 'neutral' | 'fixed' | 'nothing';

export function wordingFor({ state, origin }: ContactStanding): Wording {
  switch (state) {
    case 'verified':
      return 'full';
    case 'claimed':
      return origin === 'sender' ? 'neutral' : 'fixed';
    case 'refused':
      return 'nothing';
  }
}

/** The purpose of a notice. */
export type NoticePurpose = 'acknowledgement' | 'reply' | 'tracking_code';
/** The same, and the replacements for unconfirmed addresses. */
export type StoredPurpose = NoticePurpose | 'confirm_address' | 'answer_waiting';

/** The replacement for a notice to an address that gets fixed text only. */
export const fixedNotice = (purpose: NoticePurpose): TemplateKind & StoredPurpose =>
  purpose === 'reply' ? 'answer_waiting' : 'confirm_address';

/** Limits on automatic notices to unconfirmed addresses. */
export interface UnverifiedLimit {
  what: 'address' | 'source' | 'content';
  hour: number;
  day: number;
}

/**
 * An address gets few notices; a network (an office, a school) may submit for many; the same content for many
 * addresses is an abuse campaign. A sender who wrote to us from the address is not limited by content, because their
 * text is not sent back.
 */
const UNVERIFIED_LIMITS: Record<AddressOrigin, readonly UnverifiedLimit[]> = {
  given: [
    { what: 'address', hour: 5, day: 10 },
    { what: 'source', hour: 60, day: 300 },
    { what: 'content', hour: 20, day: 60 },
  ],
  sender: [{ what: 'address', hour: 10, day: 40 }],
};

/** @returns no limits for a verified address */
export const limitsFor = ({ state, origin }: ContactStanding): readonly UnverifiedLimit[] =>
  state === 'claimed' ? UNVERIFIED_LIMITS[origin] : [];
