import { pictureSize } from './picture-size.js';

/** What a file was refused for. `virus` carries the scanner's name for it. */
export type FileFault =
  | 'archive_too_large'
  | 'archive_nested'
  | 'archive_overlapping'
  | 'archive_unreadable'
  | 'picture_too_large'
  | 'not_scannable'
  | 'lost'
  | `virus:${string}`;

/** An archive may unpack to so much: our own limit for a file, twenty times. */
const MOST_UNPACKED = 500 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
/** Text shrinks to a tenth, bombs to a thousandth and less. Small files may shrink as they like. */
const MOST_RATIO = 200;
const SMALL = 10 * 1024 * 1024;
/** Archives inside an archive; some documents hold a few. */
const MOST_INNER_ARCHIVES = 3;
const ARCHIVE_NAME = /\.(?:zip|jar|gz|tgz|bz2|xz|7z|rar|tar|cab|iso|zst)$/i;
export const MOST_PIXELS = 120_000_000;

/**
 * Looks for what would harm whoever opens the file: archives that unpack to gigabytes, pictures of gigapixels. Nothing
 * is unpacked or drawn: the headers say enough, and one that lies harms nobody here.
 * @param type by content
 * @returns null when nothing was found
 */
export function inspectFile(content: Buffer, type: string): FileFault | null {
  try {
    if (type.startsWith('image/')) return picture(content, type);
    if (isZip(content)) return zip(content);
    if (type === 'application/gzip') return gzip(content);
    return null;
  } catch (error) {
    // By name: the class itself may be of another realm.
    if ((error as Error).name === 'RangeError') return 'archive_unreadable';
    throw error;
  }
}

const isZip = (content: Buffer) => content.length >= 22 && content.readUInt32LE(0) === 0x04034b50;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const UNKNOWN_32 = 0xffffffff;

function zip(content: Buffer): FileFault | null {
  const end = endOfDirectory(content);
  if (end < 0) return 'archive_unreadable';
  const entries = content.readUInt16LE(end + 10);
  if (entries > MOST_ENTRIES) return 'archive_too_large';
  let at = content.readUInt32LE(end + 16);
  let [packed, unpacked, inner] = [0, 0, 0];
  for (let i = 0; i < entries; i++) {
    if (content.readUInt32LE(at) !== ENTRY) return 'archive_unreadable';
    const sizes = [content.readUInt32LE(at + 20), content.readUInt32LE(at + 24)] as const;
    // Beyond 4 GB the sizes stand elsewhere: nothing of that size fits through our limits.
    if (sizes.includes(UNKNOWN_32)) return 'archive_too_large';
    packed += sizes[0];
    unpacked += sizes[1];
    const name = content.toString('latin1', at + 46, at + 46 + content.readUInt16LE(at + 28));
    if (ARCHIVE_NAME.test(name)) inner += 1;
    at += 46 + content.readUInt16LE(at + 28) + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  if (unpacked > MOST_UNPACKED) return 'archive_too_large';
  if (unpacked > SMALL && unpacked > packed * MOST_RATIO) return 'archive_too_large';
  // More packed bytes than the file has: its entries share them.
  if (packed > content.length) return 'archive_overlapping';
  return inner > MOST_INNER_ARCHIVES ? 'archive_nested' : null;
}

/** The record stands at the end, before a comment of at most 65,535 bytes. */
function endOfDirectory(content: Buffer): number {
  const earliest = Math.max(0, content.length - 22 - 65_535);
  for (let at = content.length - 22; at >= earliest; at--) {
    if (content.readUInt32LE(at) === END) return at;
  }
  return -1;
}

/** The last four bytes say the size before packing, modulo 4 GB. */
function gzip(content: Buffer): FileFault | null {
  const unpacked = content.readUInt32LE(content.length - 4);
  const bomb = unpacked > MOST_UNPACKED || (unpacked > SMALL && unpacked > content.length * MOST_RATIO);
  return bomb ? 'archive_too_large' : null;
}

function picture(content: Buffer, type: string): FileFault | null {
  const size = pictureSize(content, type);
  return size && size.width * size.height > MOST_PIXELS ? 'picture_too_large' : null;
}
