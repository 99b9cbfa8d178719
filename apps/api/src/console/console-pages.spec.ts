import { readFileSync } from 'node:fs';
import { CONSOLE_PAGES, isConsolePage } from './console-pages.js';

describe('pages of the console', () => {
  it('should be listed in console-pages.ts, by which the api serves the console', () => {
    const router = readFileSync('apps/console/src/app/router.tsx', 'utf8');
    const routed = [...router.matchAll(/\bpath: '([^'*]+)'/g)].map(([, path]) => path);
    expect(routed.length).toBeGreaterThan(5);
    expect([...CONSOLE_PAGES].sort()).toEqual(['', ...routed].sort());
  });

  it.each(['/', '/tickets', '/tickets/', '/tickets/2648-1937-0521', '/admin/users', '/counter/receipt/x'])(
    'should include %s',
    (path) => expect(isConsolePage(path)).toBe(true),
  );

  it.each([
    '/api',
    '/tickets/1/2',
    '/main.js',
    '/admin/users.php',
    '/.env',
    '/Tickets/',
    '/wp-login',
    '//tickets',
  ])('should not include %s', (path) => expect(isConsolePage(path)).toBe(false));
});
