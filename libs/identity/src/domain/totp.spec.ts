import fc from 'fast-check';
import { base32Of, codeOf, matchingStep, otpauthUri, stepAt } from './totp.js';

const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('one-time codes', () => {
  // RFC 6238, appendix B.
  it.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('should be those of the RFC at %d s', (seconds, sha1, sha256, sha512) => {
    const of = (length: number, algorithm: string) => {
      const secret = Buffer.from('1234567890'.repeat(7).slice(0, length));
      return codeOf(secret, stepAt(at(seconds)), { digits: 8, algorithm });
    };
    expect([of(20, 'sha1'), of(32, 'sha256'), of(64, 'sha512')]).toEqual([sha1, sha256, sha512]);
  });

  // RFC 4226, appendix D: the first ten of the same secret, in six digits.
  it('should have six digits, with leading zeros', () => {
    const codes = Array.from({ length: 10 }, (_, step) => codeOf(SECRET, step));
    expect(codes).toEqual([
      '755224',
      '287082',
      '359152',
      '969429',
      '338314',
      '254676',
      '287922',
      '162583',
      '399871',
      '520489',
    ]);
  });

  it('should be taken in their own step, the one before and the one after, and in no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1e8 }), fc.integer({ min: -4, max: 4 }), (step, apart) => {
        const code = codeOf(SECRET, step + apart);
        const others = [step - 1, step, step + 1].filter((one) => one !== step + apart);
        // One in a million codes is that of another step, too.
        fc.pre(!others.some((one) => codeOf(SECRET, one) === code));
        const found = matchingStep(SECRET, code, at(step * 30 + 29), 0);
        expect(found).toBe(Math.abs(apart) <= 1 ? step + apart : null);
      }),
    );
  });

  it('should not be taken twice, nor after a later one', () => {
    const now = at(3_000);
    for (const used of [100, 101]) expect(matchingStep(SECRET, codeOf(SECRET, 100), now, used)).toBeNull();
    expect(matchingStep(SECRET, codeOf(SECRET, 101), now, 100)).toBe(101);
  });

  it.each(['', '12345', '1234567', 'abcdef', '12 345', '１２３４５６'])('should not be %j', (code) => {
    expect(matchingStep(SECRET, code, at(0), -9)).toBeNull();
  });

  it('should be set up by what authenticator apps read', () => {
    expect(base32Of(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    // RFC 4648, section 10, without padding.
    const vectors = {
      '': '',
      f: 'MY',
      fo: 'MZXQ',
      foo: 'MZXW6',
      foob: 'MZXW6YQ',
      fooba: 'MZXW6YTB',
      foobar: 'MZXW6YTBOI',
    };
    for (const [text, encoded] of Object.entries(vectors)) expect(base32Of(Buffer.from(text))).toBe(encoded);
    expect(otpauthUri(SECRET, 'a b@x.example', 'Wasl وصل')).toBe(
      'otpauth://totp/Wasl%20%D9%88%D8%B5%D9%84:a%20b%40x.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Wasl%20%D9%88%D8%B5%D9%84',
    );
  });
});
