import type { AddressOrigin, AddressState } from '#wasl/requesters';
import { BUILT_IN } from './built-in-templates.js';
import { TEMPLATE_RULES } from './template-catalogue.js';
import { fixedNotice, limitsFor, type NoticePurpose, wordingFor } from './notice-wording.js';

const STATES: AddressState[] = ['claimed', 'verified', 'refused'];
const ORIGINS: AddressOrigin[] = ['given', 'sender'];
const PURPOSES: NoticePurpose[] = ['acknowledgement', 'reply', 'tracking_code'];
/** Values that a stranger may have typed, and those that open a ticket. */
const TYPED = ['subject', 'requesterName', 'answer', 'trackingCode', 'trackLink'] as const;

describe('the wording for an address', () => {
  it.each([
    ['claimed', 'given', 'fixed'],
    ['claimed', 'sender', 'neutral'],
    ['verified', 'given', 'full'],
    ['verified', 'sender', 'full'],
    ['refused', 'given', 'nothing'],
    ['refused', 'sender', 'nothing'],
  ] as const)('should be, when it is %s and %s: %s', (state, origin, wording) => {
    expect(wordingFor({ state, origin })).toBe(wording);
  });

  it.each(PURPOSES)('should contain nothing that a stranger typed in the fixed text for %s', (purpose) => {
    const kind = fixedNotice(purpose);
    for (const medium of ['mail', 'text'] as const) {
      const { subject, body } = TEMPLATE_RULES[kind][medium]!;
      for (const place of TYPED) expect([...subject, ...body]).not.toContain(place);
      for (const language of ['ar', 'en'] as const) {
        const words = BUILT_IN[language][kind][medium]!;
        expect(words.body).toContain('{{contactLink}}');
        expect(`${words.subject} ${words.body}`).not.toMatch(new RegExp(`{{(${TYPED.join('|')})}}`));
      }
    }
  });
});

describe('limits on notices to unverified addresses', () => {
  it('should exist for exactly these', () => {
    for (const state of STATES)
      for (const origin of ORIGINS) expect(limitsFor({ state, origin }).length > 0).toBe(state === 'claimed');
  });

  it('should count by address, by source and by content where the address was typed', () => {
    const limits = limitsFor({ state: 'claimed', origin: 'given' });
    expect(limits.map(({ what }) => what)).toEqual(['address', 'source', 'content']);
    for (const { hour, day } of limits) expect(day).toBeGreaterThan(hour);
  });
});
