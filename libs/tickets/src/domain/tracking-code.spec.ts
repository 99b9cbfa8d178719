import { normalizeTrackingCode, trackingCodeMatches, trackingCodeOf } from './tracking-code.js';

const KEY = Buffer.alloc(32, 3);
const NUMBER = '264819370525';

describe('tracking codes', () => {
  it('should have eight unambiguous characters', () => {
    for (let n = 0; n < 500; n++) {
      expect(trackingCodeOf(String(n).padStart(12, '0'), KEY, null)).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    }
  });

  it('should differ by ticket and by key', () => {
    const codes = new Set(Array.from({ length: 1_000 }, (_, n) => trackingCodeOf(String(n), KEY, null)));
    expect(codes.size).toBe(1_000);
    expect(trackingCodeOf(NUMBER, Buffer.alloc(32, 4), null)).not.toBe(trackingCodeOf(NUMBER, KEY, null));
  });

  it('should match however it is typed', () => {
    const code = trackingCodeOf(NUMBER, KEY, null);
    expect(trackingCodeMatches(NUMBER, code.toLowerCase(), KEY, null)).toBe(true);
    expect(trackingCodeMatches(NUMBER, `${code.slice(0, 4)}-${code.slice(4)} `, KEY, null)).toBe(true);
    expect(normalizeTrackingCode('oil-١')).toBe('0111');
  });

  it.each(['', 'AAAAAAAA', 'x'.repeat(1_000), '\0'])('should not match %j', (code) => {
    expect(trackingCodeMatches(NUMBER, code, KEY, null)).toBe(false);
  });
});
