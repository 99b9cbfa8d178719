import { enrolmentOf, matchingStep } from './totp.js';

const SECRET = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

/** RFC 4226, appendix D: the codes of the first ten steps of the same secret. */
const CODES = [
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
];

describe('one-time codes', () => {
  // RFC 6238, appendix B, without the two digits that six do not show.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('should be those of the RFC at %d s', (seconds, code) => {
    expect(matchingStep(SECRET, code, at(seconds), 0)).toBe(Math.floor(seconds / 30));
  });

  it('should be accepted in their own step, the previous and the next one only', () => {
    for (let now = 0; now < CODES.length; now++) {
      for (const second of [0, 29]) {
        const taken = CODES.map((code) => matchingStep(SECRET, code, at(now * 30 + second), -1));
        expect(taken).toEqual(CODES.map((_, step) => (Math.abs(step - now) <= 1 ? step : null)));
      }
    }
  });

  it('should not be accepted twice, or after a later one', () => {
    const now = at(5 * 30);
    for (const used of [5, 6]) expect(matchingStep(SECRET, CODES[5]!, now, used)).toBeNull();
    expect(matchingStep(SECRET, CODES[6]!, now, 5)).toBe(6);
  });

  it.each(['', '12345', '1234567', 'abcdef', '12 345', '１２３４５６'])('should not be %j', (code) => {
    expect(matchingStep(SECRET, code, at(0), -9)).toBeNull();
  });

  it('should be enrolled with a URI that authenticator apps can read', () => {
    const { secret, uri } = enrolmentOf(SECRET, 'a b@x.example', 'Wasl وصل');
    expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    const read = new URL(uri);
    expect([read.protocol, read.host, decodeURIComponent(read.pathname)]).toEqual([
      'otpauth:',
      'totp',
      '/Wasl وصل:a b@x.example',
    ]);
    expect(Object.fromEntries(read.searchParams)).toEqual({
      issuer: 'Wasl وصل',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
