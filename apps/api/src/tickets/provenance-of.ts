import type { Channel } from '#wasl/contracts';
import type { Principal } from '#wasl/platform';
import type { Provenance } from '#wasl/requesters';

/** Channels on which a member of staff speaks with the person, whichever program writes it down. */
const SPOKEN: ReadonlySet<Channel> = new Set<Channel>(['phone', 'counter']);

/**
 * From where the addresses of a ticket are known that is opened over the API. Whoever is signed in answers for what they
 * were told; a program with a token may only pass on what somebody typed into a form of its own.
 */
export const provenanceOf = ({ byToken }: Pick<Principal, 'byToken'>, channel: Channel): Provenance =>
  byToken && !SPOKEN.has(channel) ? 'given' : 'staff';
