import { pageLinks } from './page-links.js';

describe('links of pages', () => {
  const url = 'https://x.example/api/v1/tickets';

  it('should lead to the first and the next page', () => {
    expect(pageLinks(`${url}?q=a%20b&page[size]=2&page[after]=old`, { hasMore: true, after: 'a=b' })).toBe(
      `<${url}?q=a%20b&page%5Bsize%5D=2>; rel="first", ` +
        `<${url}?q=a%20b&page%5Bsize%5D=2&page%5Bafter%5D=a%3Db>; rel="next"`,
    );
  });

  it('should have no next page at the end, and no query where there is none', () => {
    expect(pageLinks(`${url}?page%5Bafter%5D=x`, { hasMore: false, after: 'x' })).toBe(
      `<${url}>; rel="first"`,
    );
    expect(pageLinks(url, { hasMore: true, after: null })).toBe(`<${url}>; rel="first"`);
  });

  it('should let nothing of the query end the link', () => {
    expect(pageLinks(`${url}?q=><"\\%zz`, { hasMore: false, after: null })).toBe(
      `<${url}?q=%3E%3C%22%5C%zz>; rel="first"`,
    );
  });
});
