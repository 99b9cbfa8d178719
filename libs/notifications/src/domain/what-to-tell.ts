import type { AddressOrigin, AddressState } from '#wasl/requesters';
import type { TemplateKind } from './template-catalogue.js';

/** How an address of a ticket stands, as far as it decides what is said there. */
export interface Standing {
  state: AddressState;
  origin: AddressOrigin;
}

/**
 * How much an address is told:
 * - `full`: everything that a notice says, with the subject and the name as they were written
 * - `neutral`: the same without what was written to us; the address wrote to us itself, so that an agent's words, the
 *   number and the code are what it may expect, but its sender can be forged, and then a stranger wrote the subject
 * - `fixed`: that the address was named for a ticket and must be confirmed, or that an answer waits for that
 */
export type Wording = 'full' | 'neutral' | 'fixed' | 'nothing';

export function wordingFor({ state, origin }: Standing): Wording {
  switch (state) {
    case 'verified':
      return 'full';
    case 'claimed':
      return origin === 'sender' ? 'neutral' : 'fixed';
    case 'refused':
      return 'nothing';
  }
}

/** What a notice is about. */
export type NoticePurpose = 'acknowledgement' | 'reply' | 'tracking_code';
/** The same, and what is said in its place to an address that nobody has confirmed. */
export type StoredPurpose = NoticePurpose | 'confirm_address' | 'answer_waiting';

/** What is said in place of a notice to an address that gets fixed words only. */
export const fixedNotice = (purpose: NoticePurpose): TemplateKind & StoredPurpose =>
  purpose === 'reply' ? 'answer_waiting' : 'confirm_address';

/** Limits on what machines send to addresses that nobody has confirmed. */
export interface UnverifiedLimit {
  what: 'address' | 'source' | 'content';
  hour: number;
  day: number;
}

/**
 * An address hears little; a network (an office, a school) may file for many; the same words for many addresses are
 * somebody's campaign. Who wrote to us from an address is not limited by what they wrote: it is not sent back.
 */
const LIMITS: Record<AddressOrigin, readonly UnverifiedLimit[]> = {
  given: [
    { what: 'address', hour: 5, day: 10 },
    { what: 'source', hour: 60, day: 300 },
    { what: 'content', hour: 20, day: 60 },
  ],
  sender: [{ what: 'address', hour: 10, day: 40 }],
};

/** @returns none for an address that is verified */
export const limitsFor = ({ state, origin }: Standing): readonly UnverifiedLimit[] =>
  state === 'claimed' ? LIMITS[origin] : [];
