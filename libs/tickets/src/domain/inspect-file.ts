import { pictureSize } from './picture-size.js';

/** Why a file was rejected. `virus` is followed by the scanner's name for it. */
export type FileRejection =
  | 'archive_too_large'
  | 'archive_nested'
  | 'archive_overlapping'
  | 'archive_unreadable'
  | 'picture_too_large'
  | 'not_scannable'
  | 'lost'
  | `virus:${string}`;

/** Twenty times our own limit for a file. */
const MAX_UNPACKED_BYTES = 500 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
/** Text compresses to a tenth, decompression bombs to a thousandth and less. Small files are exempt. */
const MAX_COMPRESSION_RATIO = 200;
const SMALL = 10 * 1024 * 1024;
/** Archives inside an archive; some documents contain a few. */
const MAX_INNER_ARCHIVES = 3;
const ARCHIVE_NAME = /\.(?:zip|jar|gz|tgz|bz2|xz|7z|rar|tar|cab|iso|zst)$/i;
export const MAX_PIXELS = 120_000_000;

/**
 * Finds files that would harm the person who opens them: archives that unpack to gigabytes, pictures of gigapixels.
 * Nothing is unpacked or decoded: the headers are enough, and a false header does no harm here.
 * @param type detected from the content
 * @returns null when nothing was found
 */
export function inspectFile(content: Buffer, type: string): FileRejection | null {
  try {
    if (type.startsWith('image/')) return picture(content, type);
    if (isZip(content)) return zip(content);
    if (type === 'application/gzip') return gzip(content);
    return null;
  } catch (error) {
    // By name: the class may come from another JavaScript realm.
    if ((error as Error).name === 'RangeError') return 'archive_unreadable';
    throw error;
  }
}

const isZip = (content: Buffer) => content.length >= 22 && content.readUInt32LE(0) === 0x04034b50;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const UNKNOWN_32 = 0xffffffff;

function zip(content: Buffer): FileRejection | null {
  const end = endOfDirectory(content);
  if (end < 0) return 'archive_unreadable';
  const entries = content.readUInt16LE(end + 10);
  if (entries > MAX_ENTRIES) return 'archive_too_large';
  let at = content.readUInt32LE(end + 16);
  let [packed, unpacked, inner] = [0, 0, 0];
  for (let i = 0; i < entries; i++) {
    if (content.readUInt32LE(at) !== ENTRY) return 'archive_unreadable';
    const sizes = [content.readUInt32LE(at + 20), content.readUInt32LE(at + 24)] as const;
    // Beyond 4 GB the sizes are stored elsewhere; such archives exceed our limits.
    if (sizes.includes(UNKNOWN_32)) return 'archive_too_large';
    packed += sizes[0];
    unpacked += sizes[1];
    const name = content.toString('latin1', at + 46, at + 46 + content.readUInt16LE(at + 28));
    if (ARCHIVE_NAME.test(name)) inner += 1;
    at += 46 + content.readUInt16LE(at + 28) + content.readUInt16LE(at + 30) + content.readUInt16LE(at + 32);
  }
  if (unpacked > MAX_UNPACKED_BYTES) return 'archive_too_large';
  if (unpacked > SMALL && unpacked > packed * MAX_COMPRESSION_RATIO) return 'archive_too_large';
  // More compressed bytes than the file has: entries overlap.
  if (packed > content.length) return 'archive_overlapping';
  return inner > MAX_INNER_ARCHIVES ? 'archive_nested' : null;
}

/** The record is at the end, before a comment of at most 65,535 bytes. */
function endOfDirectory(content: Buffer): number {
  const earliest = Math.max(0, content.length - 22 - 65_535);
  for (let at = content.length - 22; at >= earliest; at--) {
    if (content.readUInt32LE(at) === END) return at;
  }
  return -1;
}

/** The last four bytes are the uncompressed size, modulo 4 GB. */
function gzip(content: Buffer): FileRejection | null {
  const unpacked = content.readUInt32LE(content.length - 4);
  const bomb =
    unpacked > MAX_UNPACKED_BYTES || (unpacked > SMALL && unpacked > content.length * MAX_COMPRESSION_RATIO);
  return bomb ? 'archive_too_large' : null;
}

function picture(content: Buffer, type: string): FileRejection | null {
  const size = pictureSize(content, type);
  return size && size.width * size.height > MAX_PIXELS ? 'picture_too_large' : null;
}
