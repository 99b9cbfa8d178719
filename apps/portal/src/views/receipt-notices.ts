import type { GivenAddress } from '#wasl/selfservice';
import type { Texts } from '../texts/index.js';

/** What the receipt says of messages: only what will happen with the addresses that were given. @param byText a gateway is set */
export function receiptNotices(given: GivenAddress[], byText: boolean, { receipt }: Texts): string[] {
  const { notices } = receipt;
  if (given.length === 0) return [notices.none];
  const said = given.map(({ kind, state, takesTexts }) => {
    if (kind === 'phone' && !(byText && takesTexts)) return notices.phoneOnly;
    return notices[kind][state === 'verified' ? 'verified' : 'claimed'];
  });
  return [...new Set(said)];
}
