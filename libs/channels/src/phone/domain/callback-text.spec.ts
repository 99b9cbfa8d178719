import { describe, expect, it } from '@jest/globals';
import { callbackText } from './callback-text.js';

const missed = { from: '+97317000001', to: '80008001', waitedSeconds: 75 };

describe('what a callback ticket says', () => {
  it('is in the caller’s language, its numbers isolated', () => {
    expect(callbackText('en', missed)).toEqual({
      subject: 'Call back \u2066+97317000001\u2069',
      description:
        'Missed call from \u2066+97317000001\u2069 to \u206680008001\u2069. Waited: \u206601:15\u2069.',
      again: 'Called again from \u2066+97317000001\u2069, and was not answered. Waited: \u206601:15\u2069.',
    });
    expect(callbackText('ar', missed).subject).toBe('معاودة الاتصال \u2066+97317000001\u2069');
  });

  it('is in English when we have no texts in the caller’s language', () => {
    expect(callbackText('ms', { ...missed, to: null }).description).toBe(
      'Missed call from \u2066+97317000001\u2069. Waited: \u206601:15\u2069.',
    );
  });
});
