import { describe, expect, it } from '@jest/globals';
import { hours } from '#wasl/kernel';
import { type Reachability, textMediumFor } from './text-recipient.js';

const now = new Date('2026-03-01T10:00:00Z');
const reach: Reachability = {
  hasMail: false,
  phone: '+97333000000',
  stopped: false,
  unreachable: false,
  lastText: null,
};
const ago = (n: number) => new Date(now.getTime() - hours(n));
const mobile = () => true;

describe('A text notice', () => {
  it('goes to requesters who gave only a mobile number', () => {
    expect(textMediumFor('reply', reach, now, mobile)).toBe('sms');
    expect(textMediumFor('reply', { ...reach, hasMail: true }, now, mobile)).toBeNull();
    expect(textMediumFor('reply', { ...reach, phone: null }, now, mobile)).toBeNull();
    expect(textMediumFor('reply', reach, now, () => false)).toBeNull();
  });

  it('goes to requesters who write to us by text, whatever other addresses they have', () => {
    const lastText = { medium: 'sms' as const, at: ago(100) };
    expect(textMediumFor('reply', { ...reach, hasMail: true, lastText }, now, () => false)).toBe('sms');
  });

  it('goes by WhatsApp within a day of their message, then by SMS', () => {
    const last = (n: number) => ({ ...reach, lastText: { medium: 'whatsapp' as const, at: ago(n) } });
    expect(textMediumFor('reply', last(23), now, mobile)).toBe('whatsapp');
    expect(textMediumFor('reply', last(24), now, mobile)).toBe('sms');
  });

  it('is used for a code that was requested by phone number', () => {
    expect(textMediumFor('tracking_code', { ...reach, hasMail: true }, now, mobile)).toBe('sms');
  });

  it('is never sent to numbers that opted out or are unreachable', () => {
    const lastText = { medium: 'sms' as const, at: ago(1) };
    for (const purpose of ['acknowledgement', 'reply', 'tracking_code'] as const) {
      expect(textMediumFor(purpose, { ...reach, lastText, stopped: true }, now, mobile)).toBeNull();
      expect(textMediumFor(purpose, { ...reach, lastText, unreachable: true }, now, mobile)).toBeNull();
    }
  });
});
