/** The pages of the console, as its router has them. The api serves the console at these paths and at no others. */
export const CONSOLE_PAGES = [
  '',
  'set-password',
  'setup',
  'counter/receipt/:id',
  'tickets/:number?',
  'referrals/:id?',
  'reports',
  'calls',
  'counter',
  'board',
  'account',
  'admin',
  'admin/:page',
] as const;

/** Whether a path of a URL is one of {@link CONSOLE_PAGES}. */
export function isConsolePage(path: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(path));
}

/** A parameter has no dot: that would be a file. */
const PATTERNS = CONSOLE_PAGES.map((page) => {
  const parts = page.split('/').filter((part) => part !== '');
  const source = parts.map((part) =>
    part.startsWith(':') ? (part.endsWith('?') ? '(?:/[^/.]+)?' : '/[^/.]+') : `/${part}`,
  );
  return new RegExp(`^${source.join('')}/?$`);
});
