/**
 * The `Link` header of a page (RFC 8288): the first page, and the next one when there is more. Other query parameters
 * stay as the caller wrote them.
 * @param url the absolute URL of this page
 */
export function pageLinks(
  url: string,
  { hasMore, after }: { hasMore: boolean; after: string | null },
): string {
  const [path, query = ''] = splitOnce(url, '?');
  const kept = query.split('&').filter((part) => part !== '' && nameOf(part) !== 'page[after]');
  const at = (more: string[]) => {
    const all = [...kept, ...more].join('&');
    return `${path}${all && '?'}${escapedForLink(all)}`;
  };
  const links = [`<${at([])}>; rel="first"`];
  if (hasMore && after !== null)
    links.push(`<${at([`page%5Bafter%5D=${encodeURIComponent(after)}`])}>; rel="next"`);
  return links.join(', ');
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** A malformed name is none of ours. */
function nameOf(part: string): string {
  try {
    return decodeURIComponent(part.split('=')[0]!);
  } catch {
    return part;
  }
}

/** Characters that would end the link's URL or the header, and brackets, which a URL may not have in its query. */
const escapedForLink = (query: string) =>
  query.replace(/[^\x21-\x7e]|[<>"[\]\\^`{|}]/g, (character) => encodeURIComponent(character));
