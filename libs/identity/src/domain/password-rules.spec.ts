import fc from 'fast-check';
import { passwordFault } from './password-rules.js';

describe('a password', () => {
  it.each([
    ['short', 'too_short'],
    ['elevenchars', 'too_short'],
    ['🔑🔑🔑🔑🔑🔑', 'too_short'],
    ['a'.repeat(201), 'too_long'],
    ['Password1234', 'common_password'],
    ['ｐａｓｓｗｏｒｄ１２３４', 'common_password'],
    ['aaaaaaaaaaaaaaaa', 'common_password'],
    ['abcabcabcabc', 'common_password'],
    ['Mona.Khalil@demo.example', 'personal_password'],
    ['منى خليل الحداد', 'personal_password'],
  ])('%j should be refused as %s', (password, fault) => {
    expect(passwordFault(password, ['mona.khalil@demo.example', 'منى خليل الحداد'])).toBe(fault);
  });

  it('should require neither digits nor capitals nor symbols, in any script', () => {
    for (const password of ['correct horse battery', 'حصان صحيح بطارية', 'a'.repeat(199) + 'b']) {
      expect(passwordFault(password)).toBeNull();
    }
  });

  it('should be checked quickly, whatever its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 260 }), (password) => {
        const length = [...password].length;
        const fault = passwordFault(password);
        expect(fault === 'too_short').toBe(length < 12);
        expect(fault === 'too_long').toBe(length > 200);
      }),
    );
  });
});
