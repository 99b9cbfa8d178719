import { encodeCursor, uuidv7 } from '#wasl/kernel';

const cursor = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString('base64url');
const UUID = uuidv7();

/** Invalid page cursors, and cursors of other lists. */
const CURSORS = [
  cursor([]),
  cursor([null]),
  cursor([{}]),
  cursor({ 0: 'x' }),
  cursor(['\0']),
  cursor(['\ud800']),
  cursor(['not an id']),
  cursor([1e308]),
  cursor([-1]),
  cursor([1.5]),
  cursor(['99999999999999999999999']),
  cursor(['', '']),
  cursor(['\0', '\0']),
  cursor(['infinity', UUID]),
  cursor(['2026-13-45', UUID]),
  cursor(['2026-01-01T00:00:00Z', 'x']),
  cursor(['275761-01-01T00:00:00Z', UUID]),
  cursor([1e21, 'x', '\0']),
  cursor(['x', 'x', 'x']),
  cursor(['x'.repeat(2_000)]),
  `${'['.repeat(3_000)}`,
  encodeCursor([UUID]),
  encodeCursor([12]),
  encodeCursor(['general']),
  encodeCursor(['2026-01-01 00:00:00+00', UUID]),
  encodeCursor(['decline', 3, 'busy']),
];

/** Values of query parameters. */
export const MALFORMED_VALUES = [
  '%00',
  'a%00b',
  '%ED%A0%80',
  '%',
  '%zz',
  '%C3%28',
  '9'.repeat(30),
  '-1',
  '0',
  '1e999',
  'NaN',
  '2147483648',
  '9223372036854775808',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  `${UUID}%20`,
  'null',
  '%27%3B--',
  '%5C',
  '%25%27%22',
  '__proto__',
  'constructor',
  'toString',
  '0000-00-00',
  '9999-12-31T23:59:59Z',
  '2026-02-30',
  '2026-13-45T25:61:61Z',
  '-271821-04-20T00:00:00Z',
  'x'.repeat(3_000),
  '%F0%9F%98%80',
  '%E2%80%AE%E2%80%8B',
  'a%0D%0ASet-Cookie%3A%20x',
  '..%2F..%2Fetc%2Fpasswd',
  ',,,,',
  '%D9%A1%D9%A2%D9%A3',
  '(',
  '%2A%3A%2A%26%7C%21',
];

/** Values of path parameters, which are ids, keys or numbers. */
export const MALFORMED_PATHS = [
  '%00',
  '%ED%A0%80',
  '%',
  '%zz',
  '9'.repeat(30),
  '-1',
  '1e999',
  '2147483648',
  '9223372036854775808',
  '00000000-0000-0000-0000-000000000000',
  `${UUID}%20`,
  '__proto__',
  '%25%27%22',
  'x'.repeat(3_000),
  '..%2F..%2Fetc%2Fpasswd',
  '%F0%9F%98%80',
];

/** Malformed query strings for one parameter. */
export function malformedQueries(name: string): string[] {
  const key = encodeURIComponent(name);
  return ['', ...MALFORMED_VALUES, ...(name.includes('after') ? CURSORS.map(encodeURIComponent) : [])]
    .map((value) => `${key}=${value}`)
    .concat([
      key,
      `${key}=1&${key}=2`,
      `${key}[]=1`,
      `${key}[a]=1`,
      `${key}[__proto__]=1`,
      `${key}[a][b][c][d][e][f][g]=1`,
      `${key}[]=${'1,'.repeat(500)}`,
    ]);
}

/** Malformed URLs. */
export const MALFORMED_URLS = [
  `?${'a=1&'.repeat(300)}`,
  `?q=${'x'.repeat(9_000)}`,
  '?__proto__[x]=1&constructor[prototype][x]=1',
  '?hasOwnProperty=1&toString=2&valueOf=3',
  '?%00=1',
  '?%=%&%zz',
  `?${'a[b]'.repeat(500)}=1`,
];

/** @returns all, or the given number from evenly spaced positions, the same in every run */
export function sampleEvenly<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most);
  return Array.from({ length: Math.min(list.length, most) }, (_, n) => list[Math.floor(n * step)]!);
}
