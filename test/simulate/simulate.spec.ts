import { describe, expect, it } from '@jest/globals';
import { formOf } from './html-form.js';
import { encodedWord } from './mail.js';
import { planArrivals } from './plan.js';
import { Random } from './random.js';
import { percentile } from './report.js';

describe('an arrival plan', () => {
  it('is the same for the same seed, and different for others', () => {
    const plan = (seed: number) => planArrivals({ seed, minutes: 2, perMinute: 60 });
    expect(plan(7)).toEqual(plan(7));
    expect(plan(7)).not.toEqual(plan(8));
  });

  it('keeps its rate and its channels', () => {
    const arrivals = planArrivals({ seed: 1, minutes: 50, perMinute: 100 });
    expect(arrivals.length).toBeGreaterThan(4_700);
    expect(arrivals.length).toBeLessThan(5_300);
    const mails = arrivals.filter(({ channel }) => channel === 'email').length;
    expect(mails / arrivals.length).toBeCloseTo(0.45, 1);
  });
});

describe('the generator', () => {
  it('gives known numbers on every machine', () => {
    const random = new Random(42);
    expect([random.next(), random.next()].map((n) => n.toFixed(6))).toEqual(['0.601104', '0.448291']);
  });
});

describe('a form', () => {
  it('is submitted with its default values, decoded, without choices and files', () => {
    const html = `<form method="post" id="f" action="/en/new"><input type="hidden" name="token" value="a&amp;b&#x27;"/>
      <input type="radio" name="kind" value="x"/><input type="file" name="files"/><textarea name="t">1 &lt; 2</textarea></form>`;
    expect(formOf(html, 'f')).toEqual({
      action: '/en/new',
      fields: [
        ['token', "a&b'"],
        ['t', '1 < 2'],
      ],
    });
  });
});

describe('figures and headers', () => {
  it('compute percentiles by nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([0.5, 0.95, 0.99].map((share) => percentile(values, share))).toEqual([50, 95, 99]);
  });

  it('encode non-ASCII characters as encoded words', () => {
    const encoded = encodedWord('معاملة طويلة جدا في المركز الصحي القريب');
    for (const word of encoded.split('\r\n ')) expect(word).toMatch(/^=\?UTF-8\?B\?[A-Za-z0-9+/=]{1,60}\?=$/);
  });
});
