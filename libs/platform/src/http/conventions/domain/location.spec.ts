import { filledTemplate, locationCandidates } from './location.js';

describe('locations of creations', () => {
  it('should be filled from the answer first, then from the request', () => {
    expect(filledTemplate('/t/:number', { number: '2' }, { number: '1' })).toBe('/t/2');
    expect(filledTemplate('/t/:number/m/:id', { id: 'a/b' }, { number: '1' })).toBe('/t/1/m/a%2Fb');
    expect(filledTemplate('/t/:ticket.number', { ticket: { number: 7 } }, {})).toBe('/t/7');
    expect(filledTemplate('@url', { url: 'https://x.example/y' }, {})).toBe('https://x.example/y');
  });

  it('should be missing when a value is', () => {
    expect(filledTemplate('/t/:number', { number: null }, {})).toBeUndefined();
    expect(filledTemplate('/t/:ticket.number', { ticket: null }, {})).toBeUndefined();
    expect(filledTemplate('@url', { url: '' }, {})).toBeUndefined();
  });

  it('should be looked for by each identifier, then in the list', () => {
    expect(locationCandidates('/queues/', { id: 'i', key: 'a b' })).toEqual([
      '/queues/a%20b',
      '/queues/i',
      '/queues',
    ]);
  });
});
