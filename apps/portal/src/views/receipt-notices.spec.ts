import { describe, expect, it } from '@jest/globals';
import type { GivenAddress } from '#wasl/selfservice';
import { TEXTS } from '../texts/index.js';
import { receiptNotices } from './receipt-notices.js';

const { notices } = TEXTS.en.receipt;
const email: GivenAddress = { kind: 'email', state: 'claimed', takesTexts: false };
const mobile: GivenAddress = { kind: 'phone', state: 'claimed', takesTexts: true };
const landline: GivenAddress = { ...mobile, takesTexts: false };

describe('what a receipt says of messages', () => {
  it.each([
    ['nothing was given', [], true, [notices.none]],
    ['mail was given', [email], false, [notices.email.claimed]],
    ['mail was given that is known', [{ ...email, state: 'verified' }], false, [notices.email.verified]],
    ['a mobile number was given and texts are sent', [mobile], true, [notices.phone.claimed]],
    ['a mobile number was given and no texts are sent', [mobile], false, [notices.phoneOnly]],
    ['a number was given that takes no texts', [landline], true, [notices.phoneOnly]],
    ['both were given', [email, mobile], true, [notices.email.claimed, notices.phone.claimed]],
  ] as [string, GivenAddress[], boolean, string[]][])('should be true when %s', (_, given, byText, said) => {
    expect(receiptNotices(given, byText, TEXTS.en)).toEqual(said);
  });
});
