import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cpuMs } from '../../../../test/support/machine-speed.js';
import { safeHtml, htmlToText } from './html-body.js';

describe('the text extracted from HTML', () => {
  it.each([
    ['<p>One</p><p>two<br>three</p>', 'One\n\ntwo\nthree'],
    ['<ul><li>a</li><li>b</li></ul>', '• a\n• b'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a\tb'],
    ['a &lt;b&gt; &amp;amp; &eacute;&nbsp;x', 'a <b> &amp; é x'],
    ['<head><title>no</title><style>p{x:1}</style></head><body>yes<script>no()</script></body>', 'yes'],
    ['<p dir="rtl">الشارع <b>مظلم</b></p>', 'الشارع مظلم'],
    ['<', '<'],
    ['', ''],
  ])('of %j', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('is extracted within the time limit even from HTML that is too deep to parse', () => {
    const { ms } = cpuMs(() => {
      expect(htmlToText(`${'<b>'.repeat(300_000)}x`)).toBe('x');
      expect(htmlToText(`${'<b>'.repeat(1_000)}deep`)).toBe('deep');
      for (const bit of ['<', '<br', '<td>', '</td>', '<script', ' ', '&nbsp;', '<b x='])
        htmlToText(bit.repeat(200_000));
    });
    expect(ms).toBeLessThan(5_000);
  });
});

describe('sanitized HTML', () => {
  it.each([
    '<script>x()</script>',
    '<img src=x onerror=x()>',
    '<svg onload=x()><script>x()</script></svg>',
    '<a href="javascript:x()">a</a>',
    '<a href="data:text/html,x">a</a>',
    '<form action="https://evil.example"><input name=p></form>',
    '<iframe src="https://evil.example"></iframe>',
    '<img src="https://spy.example/pixel.gif">',
    '<p style="background:url(https://spy.example)" class="admin" id="root">x</p>',
    '<base href="https://evil.example"><link rel=stylesheet href=x><meta http-equiv=refresh content="0;url=x">',
    '<math><mtext><table><mglyph><style><img src=x onerror=x()>',
  ])('contains nothing active: %s', (html) => {
    const kept = safeHtml(html) ?? '';
    expect(kept).not.toMatch(
      /<(?:script|svg|form|input|iframe|base|link|meta|style|math)|\son\w+=|javascript:|data:|spy\.example|style=|class=|id=/i,
    );
  });

  it.each([
    '/admin',
    'admin',
    '//evil.example',
    '?a=1',
    '#x',
    '',
    'www.home.example',
    'https:/x',
    'java\tscript:x()',
    'ftp://x',
    `https://x/${'y'.repeat(5_000)}`,
  ])('has no link to %j, which is not absolute', (href) => {
    expect(safeHtml(`<p>See <a href="${href}">this</a></p>`)).toBe('<p>See <a>this</a></p>');
  });

  it.each(['http://home.example', 'https://home.example/a?b#c', 'mailto:a@home.example', 'tel:+97317000000'])(
    'keeps a link to %j',
    (href) => {
      expect(safeHtml(`<a href=" ${href}">this</a>`)).toContain(`href="${href}"`);
    },
  );

  it('keeps structure, direction, and images of the mail itself', () => {
    const html = '<p dir="rtl" lang="ar">x<b>y</b><img src="cid:1@x" alt="z" /></p>';
    expect(safeHtml(html)).toBe(html);
  });

  it('never contains a script, whatever is sent', () => {
    const bits = fc.constantFrom(
      '<',
      '>',
      'script',
      'img',
      ' onerror=',
      '"',
      "'",
      '/',
      '<!--',
      '-->',
      'svg',
      '&lt;',
      'x',
      '=',
      '<style>',
      '</style>',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        expect(safeHtml(parts.join('')) ?? '').not.toMatch(/<script|<svg|<[^>]*\sonerror=/i);
      }),
    );
  });
});
