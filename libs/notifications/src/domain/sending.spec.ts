import { describe, expect, it } from '@jest/globals';
import { isPermanentFailure } from './delivery-failure.js';
import { htmlBody, textBody } from './mail-body.js';
import { mailRetryDelay } from './retry-schedule.js';

describe('the delays between attempts', () => {
  it('begin with a minute, grow, and end after about a day', () => {
    const waits: number[] = [];
    for (let attempt = 1, wait = mailRetryDelay(1); wait !== null; wait = mailRetryDelay(++attempt))
      waits.push(wait);
    expect(waits.slice(0, 5)).toEqual([1, 5, 15, 60, 240].map((n) => n * 60_000));
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(28);
  });
});

describe('a delivery failure', () => {
  const error = (code: string, responseCode?: number) =>
    Object.assign(new Error('x'), { code, responseCode });

  it.each([error('EENVELOPE', 550), error('EMESSAGE', 554), error('EENVELOPE'), error('EPROTOCOL', 500)])(
    'is final: %j',
    (one) => {
      expect(isPermanentFailure(one)).toBe(true);
    },
  );

  it.each([
    error('EENVELOPE', 450),
    error('EMESSAGE', 421),
    error('ECONNECTION'),
    error('ETIMEDOUT'),
    error('ESOCKET'),
    error('EDNS'),
    error('EAUTH', 535),
    error('ETLS', 554),
    error('ENOSPC'),
    new Error('anything'),
  ])('is temporary: %j', (one) => {
    expect(isPermanentFailure(one)).toBe(false);
  });
});

describe('the body of a mail', () => {
  const paragraphs = [
    { line: ['No ', { ltr: '2648-1937-0521' }, ' <b>'] },
    { link: 'https://portal.example/ar/track/1?a=1&b="2"' },
    { said: '<script>x()</script>' },
  ];

  it('isolates numbers in Arabic text, and leaves links alone', () => {
    expect(textBody(paragraphs, 'ar').split('\n\n').slice(0, 2)).toEqual([
      'No \u20662648-1937-0521\u2069 <b>',
      'https://portal.example/ar/track/1?a=1&b="2"',
    ]);
    expect(textBody(paragraphs, 'en')).toContain('No 2648-1937-0521 <b>');
  });

  it('is HTML with language and direction, in which user text is escaped', () => {
    const html = htmlBody(paragraphs, 'ar');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('<bdi dir="ltr">2648-1937-0521</bdi> &lt;b&gt;');
    expect(html).toContain('href="https://portal.example/ar/track/1?a=1&amp;b=&quot;2&quot;"');
    expect(html).toContain(
      '<div dir="auto" style="white-space:pre-wrap">&lt;script&gt;x()&lt;/script&gt;</div>',
    );
  });
});
