import fc from 'fast-check';
import { normalizeRecoveryCode, newRecoveryCode } from './recovery-code.js';

describe('a recovery code', () => {
  it('should be read however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
        const code = newRecoveryCode(random);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(normalizeRecoveryCode(code)).toBe(code);
        expect(normalizeRecoveryCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
        expect(normalizeRecoveryCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });

  it.each(['', '123456', '12345-6789', 'UUUUU-UUUUU', '12345-67890-1'])('should not be %j', (typed) => {
    expect(normalizeRecoveryCode(typed)).toBeNull();
  });
});
