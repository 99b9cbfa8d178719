import type { CleanPhoto } from './clean-photo.js';
import { orientationIn } from './orientation.js';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
/** An identifier and a zero; EXIF has one more zero. */
const EXIF = 'Exif\0\0';

export function cleanJpeg(content: Buffer): CleanPhoto | null {
  if (content.readUInt16BE(0) !== 0xff00 + SOI) return null;
  const kept: Buffer[] = [content.subarray(0, 2)];
  let orientation = 1;
  let seen = false;
  for (let at = 2; ;) {
    const marker = content.readUInt8(at + 1);
    if (content.readUInt8(at) !== 0xff) return null;
    if (marker === 0xff) {
      at += 1; // padding between segments
      continue;
    }
    if (marker === EOI) break;
    const end = at + 2 + content.readUInt16BE(at + 2);
    const body = content.subarray(at + 4, end);
    if (isExif(marker, body)) orientation = orientationIn(body.subarray(EXIF.length));
    else if (isNeededToShow(marker, body)) kept.push(content.subarray(at, end));
    at = end;
    if (marker !== SOS) continue;
    seen = true;
    const scanEnd = endOfScan(content, at);
    kept.push(content.subarray(at, scanEnd));
    at = scanEnd;
    // A truncated picture is shown as far as it goes.
    if (at >= content.length - 1) break;
  }
  if (!seen) return null;
  kept.push(Buffer.from([0xff, EOI]));
  if (orientation > 1) kept.splice(1, 0, orientationSegment(orientation));
  return { content: Buffer.concat(kept), orientation, animated: false };
}

const isExif = (marker: number, body: Buffer) =>
  marker === APP1 && body.toString('latin1', 0, EXIF.length) === EXIF;

/** Of the application segments, those needed to show the picture: JFIF, colour profile, Adobe's colours. */
function isNeededToShow(marker: number, body: Buffer): boolean {
  const begins = (name: string) => body.toString('latin1', 0, name.length) === name;
  if (marker === APP0) return begins('JFIF\0');
  if (marker === APP2) return begins('ICC_PROFILE\0');
  if (marker === APP14) return begins('Adobe');
  return marker !== COMMENT && !(marker >= APP0 && marker <= APP15);
}

/** Compressed data ends at the first marker that is neither a stuffed zero nor a restart marker. */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at >= 0; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return content.length;
}

/** The smallest EXIF there is: one directory with one entry. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from(EXIF, 'latin1'), tiff, Buffer.alloc(2)]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
