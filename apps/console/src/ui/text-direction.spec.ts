import { directionFor } from './text-direction.js';

describe('the direction of a text control', () => {
  it.each([
    ['text', 'auto'],
    ['search', 'auto'],
    [undefined, 'auto'],
    ['email', 'ltr'],
    ['tel', 'ltr'],
    ['url', 'ltr'],
    ['password', 'ltr'],
    ['date', undefined],
    ['time', undefined],
  ])('of type %s should be %s', (type, expected) => expect(directionFor(type)).toBe(expected));

  it('should be the one that was asked for', () => {
    expect(directionFor('text', 'ltr')).toBe('ltr');
    expect(directionFor('email', 'rtl')).toBe('rtl');
  });
});
