import fc from 'fast-check';
import { cpuMs } from '../../../../../test/support/machine-speed.js';
import { publicText } from './public-text.js';

describe('redacted text', () => {
  it.each([
    ['Call me: +973 3600-1234, thanks', 'Call me: …, thanks'],
    ['رقمي ٣٦٠٠١٢٣٤ من فضلكم', 'رقمي … من فضلكم'],
    ['CPR 800112345', 'CPR …'],
    ['write to salma.k@example.com.', 'write to …'],
    ['Lamp 12 on road 2825, since 2026-11-20', 'Lamp 12 on road 2825, since 2026-11-20'],
    ['Dear Salma Al-Khatib, dear SALMA', 'Dear … …, dear …'],
    ['Salmanabad is a place', 'Salmanabad is a place'],
    ['عزيزتي سلمى، شكرًا', 'عزيزتي سلمى، شكرًا'],
  ])('should show %j as %j', (text, shown) => expect(publicText(text, 'Salma Al-Khatib')).toBe(shown));

  it('should redact an Arabic name as well', () => {
    expect(publicText('عزيزتي سلمى، شكرًا', 'سلمى الخطيب')).toBe('عزيزتي …، شكرًا');
  });

  it('should never show seven digits in a row, nor an address', () => {
    const number = fc.stringMatching(/^[0-9]{7,15}$/);
    fc.assert(
      fc.property(fc.string(), number, fc.string(), (before, digits, after) => {
        expect(publicText(`${before} ${digits} ${after}`, null)).not.toContain(digits);
      }),
    );
  });

  it('should take time proportional to the length of the text', () => {
    for (const text of ['1 '.repeat(20_000), 'a@'.repeat(20_000), '('.repeat(40_000), '1('.repeat(20_000)]) {
      expect(cpuMs(() => publicText(text, 'aaa bbb')).ms).toBeLessThan(2_000);
    }
  });

  it('should not treat a name as a regular expression', () => {
    expect(publicText('a.b (((', 'a.* (((+ [[')).toBe('a.b (((');
  });
});
