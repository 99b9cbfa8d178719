import type { CleanPhoto } from './clean-photo.js';
import { orientationIn } from './orientation.js';

/** The chunks for pixels, transparency, colours and animation. */
const KEPT_CHUNKS = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** The header flags for EXIF and XMP chunks. */
const METADATA_FLAGS = 0b1100;

export function cleanWebp(content: Buffer): CleanPhoto | null {
  if (content.toString('latin1', 0, 4) !== 'RIFF' || content.toString('latin1', 8, 12) !== 'WEBP')
    return null;
  const length = Math.min(content.length, 8 + content.readUInt32LE(4));
  const kept: Buffer[] = [Buffer.from(content.subarray(0, 12))];
  let orientation = 1;
  let moves = false;
  for (let at = 12; at + 8 <= length;) {
    const size = content.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    // Some encoders omit the final padding byte.
    if (at + 8 + size > length) return null;
    const chunk = content.subarray(at, end);
    const type = content.toString('latin1', at, at + 4);
    if (type === 'ANIM') moves = true;
    if (type === 'VP8X') kept.push(withoutFlags(chunk));
    else if (type === 'EXIF') orientation = orientationIn(tiffOf(chunk.subarray(8)));
    else if (KEPT_CHUNKS.has(type)) kept.push(chunk);
    at = end;
  }
  const cleaned = Buffer.concat(kept);
  cleaned.writeUInt32LE(cleaned.length - 8, 4);
  return { content: cleaned, orientation, animated: moves };
}

function withoutFlags(chunk: Buffer): Buffer {
  const header = Buffer.from(chunk);
  header.writeUInt8(header.readUInt8(8) & ~METADATA_FLAGS, 8);
  return header;
}

/** Some encoders write the EXIF identifier of JPEG before it. */
const tiffOf = (exif: Buffer) => (exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif);
