import fc from 'fast-check';
import { returnPath } from './return-path.js';

describe('the path after sign-in', () => {
  it.each(['/', '/tickets', '/tickets/264819370521?q=a%20b&x=1', '/admin/users'])('may be %s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    '',
    'tickets',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a/..//evil.example',
    '/a b',
    '/a#b',
    '/api/v1/session',
    '/API/v1/session',
    '/x/../api/v1/session/oidc',
    '/socket.io/',
    '/é',
    `/${'a'.repeat(1_000)}`,
  ])('may not be %j', (path) => {
    expect(returnPath(path)).toBeNull();
  });

  it('should never lead to another origin', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      ':',
      '@',
      '?',
      '#',
      'a',
      '%2f',
      '%5c',
      '\t',
      'evil.example',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = returnPath(pieces.join(''));
        if (path === null) return;
        const url = new URL(path, 'https://staff.example');
        expect(url.origin).toBe('https://staff.example');
        expect(url.pathname.startsWith('//')).toBe(false);
      }),
    );
  });
});
