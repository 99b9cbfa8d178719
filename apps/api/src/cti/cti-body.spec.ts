import { describe, expect, it } from '@jest/globals';
import { decodeCtiBody } from './cti-body.js';

const decode = (text: string) => decodeCtiBody(Buffer.from(text));

describe('a CTI body without content type', () => {
  it('is parsed as JSON, otherwise as a form', () => {
    expect(decode(' {"event":"newCall","user":["201"]}')).toEqual({ event: 'newCall', user: ['201'] });
    expect(decode('event=newCall&from=%2B97317000001&user%5B%5D=201&user[]=202')).toEqual({
      event: 'newCall',
      from: '+97317000001',
      'user[]': ['201', '202'],
    });
  });

  it('yields no fields when it is neither', () => {
    expect(decode('{"event": "newCall"')).not.toHaveProperty('event');
    expect(decode('5')).toEqual({ 5: '' });
    expect(decode('')).toEqual({});
  });

  it('cannot pollute a prototype', () => {
    expect(Object.getPrototypeOf(decode('__proto__=x'))).toBe(Object.prototype);
  });

  it('is left alone when already parsed', () => {
    const parsed = { event: 'answer' };
    expect(decodeCtiBody(parsed)).toBe(parsed);
  });
});
