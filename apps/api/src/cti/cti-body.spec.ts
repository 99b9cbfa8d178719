import { describe, expect, it } from '@jest/globals';
import { decodeCtiBody } from './cti-body.js';

const decode = (text: string) => decodeCtiBody(Buffer.from(text));

describe('a body without a type', () => {
  it('is JSON, or else a form', () => {
    expect(decode(' {"event":"newCall","user":["201"]}')).toEqual({ event: 'newCall', user: ['201'] });
    expect(decode('event=newCall&from=%2B97317000001&user%5B%5D=201&user[]=202')).toEqual({
      event: 'newCall',
      from: '+97317000001',
      'user[]': ['201', '202'],
    });
  });

  it('that is neither has nothing that is asked for', () => {
    expect(decode('{"event": "newCall"')).not.toHaveProperty('event');
    expect(decode('5')).toEqual({ 5: '' });
    expect(decode('')).toEqual({});
  });

  it('cannot reach a prototype', () => {
    expect(Object.getPrototypeOf(decode('__proto__=x'))).toBe(Object.prototype);
  });

  it('that was parsed already stays as it is', () => {
    const parsed = { event: 'answer' };
    expect(decodeCtiBody(parsed)).toBe(parsed);
  });
});
