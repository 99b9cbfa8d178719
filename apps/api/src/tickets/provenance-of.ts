import type { Channel } from '#wasl/contracts';
import type { Principal } from '#wasl/platform';
import type { Provenance } from '#wasl/requesters';

/** Channels on which staff talk to the person, whichever program records it. */
const SPOKEN_CHANNELS: ReadonlySet<Channel> = new Set<Channel>(['phone', 'counter']);

/**
 * How trustworthy the contact addresses of a ticket opened over the API are. Staff vouch for what they
 * were told; a program with a token may only pass on what somebody typed into a form.
 */
export const contactProvenanceOf = ({ byToken }: Pick<Principal, 'byToken'>, channel: Channel): Provenance =>
  byToken && !SPOKEN_CHANNELS.has(channel) ? 'given' : 'staff';
