/**
 * A photograph without where, when and by what it was taken: EXIF, XMP, IPTC and comments are dropped, and so is
 * whatever is hidden behind the picture's end. What the picture needs stays: colour profile and, in JPEG, which way up.
 * Content that is not what it claims to be comes back unchanged.
 */
export function withoutPhotoMetadata(content: Buffer, type: string): Buffer {
  try {
    if (type === 'image/jpeg') return cleanJpeg(content);
    if (type === 'image/png') return cleanPng(content);
    if (type === 'image/webp') return cleanWebp(content);
    return content;
  } catch (error) {
    if ((error as Error).name === 'RangeError') return content; // cut short
    throw error;
  }
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP13 = 0xed;
const COMMENT = 0xfe;

function cleanJpeg(content: Buffer): Buffer {
  if (content.readUInt16BE(0) !== 0xff00 + SOI) return content;
  const kept: Buffer[] = [content.subarray(0, 2)];
  let orientation = 1;
  let at = 2;
  for (;;) {
    if (content.readUInt8(at) !== 0xff) return content;
    const marker = content.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1; // padding between segments
      continue;
    }
    if (marker === EOI) {
      kept.push(content.subarray(at, at + 2));
      break;
    }
    const end = at + 2 + content.readUInt16BE(at + 2);
    const body = content.subarray(at + 4, end);
    if (marker === APP1) orientation = orientationOf(body) ?? orientation;
    else if (!isDropped(marker, body)) kept.push(content.subarray(at, end));
    at = end;
    if (marker === SOS) {
      const scanEnd = endOfScan(content, at);
      kept.push(content.subarray(at, scanEnd));
      at = scanEnd;
    }
  }
  if (orientation > 1) kept.splice(1, 0, orientationSegment(orientation));
  return Buffer.concat(kept);
}

/** APP2 holds the colour profile, but also the index of further pictures behind this one, which go. */
function isDropped(marker: number, body: Buffer): boolean {
  return (
    marker === APP13 ||
    marker === COMMENT ||
    (marker === APP2 && !body.toString('latin1', 0, 11).startsWith('ICC_PROFILE'))
  );
}

/** Compressed data ends at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 2)) {
    const next = content.readUInt8(at + 1);
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  throw new RangeError('no end of scan');
}

const ORIENTATION = 0x0112;

function orientationOf(body: Buffer): number | undefined {
  if (body.toString('latin1', 0, 4) !== 'Exif') return undefined;
  const tiff = body.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = short(directory);
  for (let i = 0; i < count; i++) {
    const entry = directory + 2 + 12 * i;
    if (short(entry) !== ORIENTATION) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** The smallest EXIF there is: one directory with one entry. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.alloc(2)]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const PNG_DROPPED = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

function cleanPng(content: Buffer): Buffer {
  if (content.toString('latin1', 0, 4) !== '\x89PNG') return content;
  const kept: Buffer[] = [content.subarray(0, 8)];
  for (let at = 8; ;) {
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) throw new RangeError('cut short');
    const type = content.toString('latin1', at + 4, at + 8);
    if (!PNG_DROPPED.has(type)) kept.push(content.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
}

function cleanWebp(content: Buffer): Buffer {
  if (content.toString('latin1', 0, 4) !== 'RIFF' || content.toString('latin1', 8, 12) !== 'WEBP')
    return content;
  const length = Math.min(content.length, 8 + content.readUInt32LE(4));
  const kept: Buffer[] = [Buffer.from(content.subarray(0, 12))];
  for (let at = 12; at + 8 <= length;) {
    const size = content.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > length) throw new RangeError('cut short');
    const type = content.toString('latin1', at, at + 4);
    if (type === 'VP8X') {
      const header = Buffer.from(content.subarray(at, end));
      header.writeUInt8(header.readUInt8(8) & ~0b1100, 8); // no EXIF, no XMP any more
      kept.push(header);
    } else if (type !== 'EXIF' && type !== 'XMP ') kept.push(content.subarray(at, end));
    at = end;
  }
  const cleaned = Buffer.concat(kept);
  cleaned.writeUInt32LE(cleaned.length - 8, 4);
  return cleaned;
}
