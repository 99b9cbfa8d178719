import { isIP } from 'node:net';

/**
 * The key that limits are counted by: an IPv4 address, or the /64 of an IPv6 address, because one subscriber has a
 * whole /64. The result is normalised. Anything that is not an address counts as one unknown source.
 */
export function sourceOf(address: string | undefined): string {
  const plain = (address ?? '').trim().replace(/%.*$/, '');
  if (isIP(plain) === 4) return plain;
  if (isIP(plain) !== 6) return 'unknown';
  const groups = expand(plain);
  if (isMapped(groups)) return dotted(groups);
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/**
 * The part of an address that is shown to people: enough to recognise a network, not enough to identify a subscriber.
 */
export function networkLabelOf(address: string | undefined): string {
  const source = sourceOf(address);
  if (isIP(source) === 4) return `${source.split('.').slice(0, 3).join('.')}.0/24`;
  return source === 'unknown' ? '' : `${source.split(':').slice(0, 3).join(':')}::/48`;
}

/** The eight groups of a valid IPv6 address. */
function expand(address: string): number[] {
  const hexadecimal = address.replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_, a, b, c, d) =>
    [(Number(a) << 8) | Number(b), (Number(c) << 8) | Number(d)].map((pair) => pair.toString(16)).join(':'),
  );
  const [head = '', tail] = hexadecimal.split('::');
  const read = (text: string) => (text === '' ? [] : text.split(':').map((group) => parseInt(group, 16)));
  const before = read(head);
  if (tail === undefined) return before;
  const after = read(tail);
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** An IPv4-mapped IPv6 address, as a dual-stack socket reports it: `::ffff:10.1.2.3`. */
const isMapped = (groups: number[]) =>
  groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;

const dotted = (groups: number[]) =>
  groups
    .slice(6)
    .flatMap((pair) => [pair >> 8, pair & 255])
    .join('.');
