import { normalizeMailAddress } from './mail-address.js';
import type { MailHeaders } from './mail-headers.js';
import { readAddresses } from './mime/addresses.js';
import { isUnansweredAddress } from './robot-address.js';

/**
 * The one other address at which the sender of a mail asks for answers. Anybody can write any address there.
 * @param isOurs whether an address is one of ours
 * @returns null when there is none, several, or it is of no use
 */
export function otherReplyTo(
  headers: MailHeaders,
  from: string,
  isOurs: (address: string) => boolean,
): string | null {
  // The list asks for answers to the list.
  if (headers.has('list-id') || headers.has('list-post')) return null;
  const named = headers.all('reply-to').flatMap((field) => readAddresses(field));
  const addresses = new Set(named.map(({ address }) => normalizeMailAddress(address)));
  const [only] = addresses;
  if (addresses.size !== 1 || !only || only === from) return null;
  return isOurs(only) || isUnansweredAddress(only) ? null : only;
}
