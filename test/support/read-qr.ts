import { Buffer } from 'node:buffer';

/** Data codewords per block by version, at error correction level M. */
const BLOCKS = [[16], [28], [44], [32, 32], [43, 43], [27, 27, 27, 27], [31, 31, 31, 31]];
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const MASKS: ((y: number, x: number) => boolean)[] = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];
const QUIET = 4;

/** Dark modules of an SVG path of rectangles, without the quiet zone, which must be empty. */
export function modulesOf({ size, path }: { size: number; path: string }): boolean[][] {
  const side = size - 2 * QUIET;
  const modules = Array.from({ length: side }, () => Array<boolean>(side).fill(false));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let i = 0; i < Number(run); i++) {
      const [row, column] = [Number(y) - QUIET, Number(x) - QUIET + i];
      if (modules[row]?.[column] === undefined) throw new Error('the quiet zone is not quiet');
      modules[row][column] = true;
    }
  }
  return modules;
}

/** Decodes a QR code by the standard (ISO/IEC 18004), without error correction. */
export function readQr(modules: boolean[][]): string {
  const size = modules.length;
  const version = (size - 17) / 4;
  const format = formatOf(modules);
  if (format >> 3 !== 0) throw new Error('not at level M');
  const mask = MASKS[format & 7]!;
  const bits: number[] = [];
  for (const [y, x] of path(size)) {
    if (!isFunction(y, x, size, version)) bits.push(Number(modules[y]![x] !== mask(y, x)));
  }
  const codewords = Array.from({ length: bits.length >> 3 }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((value, bit) => value * 2 + bit, 0),
  );
  const blocks = BLOCKS[version - 1]!;
  const data = blocks.flatMap((length, block) =>
    Array.from({ length }, (_, i) => codewords[i * blocks.length + block]!),
  );
  return textOf(data.flatMap((value) => [...value.toString(2).padStart(8, '0')].map(Number)));
}

function formatOf(modules: boolean[][]): number {
  const spots = [
    [8, 0],
    [8, 1],
    [8, 2],
    [8, 3],
    [8, 4],
  ] as const;
  const read = spots.reduce((value, [y, x]) => value * 2 + Number(modules[y]![x]), 0);
  return read ^ 0b10101;
}

/** Two columns at a time from the right, alternating up and down, skipping the timing pattern's column. */
function* path(size: number): Generator<[number, number]> {
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let i = 0; i < size; i++) {
      const y = upwards ? size - 1 - i : i;
      yield [y, right];
      yield [y, right - 1];
    }
    upwards = !upwards;
  }
}

function isFunction(y: number, x: number, size: number, version: number): boolean {
  const finder = (y < 9 && (x < 9 || x >= size - 8)) || (y >= size - 8 && x < 9);
  const timing = y === 6 || x === 6;
  const at = size - 7;
  const alignment = version > 1 && Math.abs(y - at) <= 2 && Math.abs(x - at) <= 2;
  const middle = version >= 7 ? [6, 22, 38] : [];
  const others = middle.some((cy) =>
    middle.some((cx) => !nearFinder(cy, cx, size) && Math.abs(y - cy) <= 2 && Math.abs(x - cx) <= 2),
  );
  const versions = version >= 7 && ((y < 6 && x >= size - 11) || (x < 6 && y >= size - 11));
  return finder || timing || alignment || others || versions;
}
const nearFinder = (y: number, x: number, size: number) =>
  (y < 9 && (x < 9 || x >= size - 9)) || (y >= size - 9 && x < 9);

function textOf(bits: number[]): string {
  let at = 0;
  const take = (count: number) => {
    const value = bits.slice(at, at + count).reduce((sum, bit) => sum * 2 + bit, 0);
    at += count;
    return value;
  };
  let text = '';
  for (let mode = take(4); mode !== 0; mode = at + 4 <= bits.length ? take(4) : 0) {
    if (mode === 1) text += numeric(take, take(10));
    else if (mode === 2) text += alphanumeric(take, take(9));
    else if (mode === 4) text += Buffer.from(Array.from({ length: take(8) }, () => take(8))).toString();
    else throw new Error(`mode ${mode}`);
  }
  return text;
}

function numeric(take: (count: number) => number, length: number): string {
  let text = '';
  for (let left = length; left > 0; left -= 3) {
    const digits = Math.min(3, left);
    text += String(take([4, 7, 10][digits - 1]!)).padStart(digits, '0');
  }
  return text;
}

function alphanumeric(take: (count: number) => number, length: number): string {
  let text = '';
  for (let left = length; left > 0; left -= 2) {
    const pair = left > 1;
    const value = take(pair ? 11 : 6);
    text += pair ? ALPHANUMERIC[Math.floor(value / 45)]! + ALPHANUMERIC[value % 45]! : ALPHANUMERIC[value]!;
  }
  return text;
}
