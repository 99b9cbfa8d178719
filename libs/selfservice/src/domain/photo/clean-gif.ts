import type { CleanPhoto } from './clean-photo.js';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const PLAIN_TEXT = 0x01;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
/** The extensions with the loop count. */
const LOOP_EXTENSIONS = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

export function cleanGif(content: Buffer): CleanPhoto | null {
  if (!/^GIF8[79]a$/.test(content.toString('latin1', 0, 6))) return null;
  let at = 13 + tableLength(content.readUInt8(10));
  const kept: Buffer[] = [content.subarray(0, at)];
  for (;;) {
    const block = content.readUInt8(at);
    if (block === TRAILER) {
      kept.push(content.subarray(at, at + 1));
      return { content: Buffer.concat(kept), orientation: 1, animated: true };
    }
    const end = endOfBlock(content, at, block);
    if (end === null) return null;
    if (block === IMAGE || isNeededToShow(content, at)) kept.push(content.subarray(at, end));
    at = end;
  }
}

function endOfBlock(content: Buffer, at: number, block: number): number | null {
  if (block === EXTENSION) return endOfPieces(content, at + 2);
  if (block !== IMAGE) return null;
  return endOfPieces(content, at + 11 + tableLength(content.readUInt8(at + 9)));
}

/** Sub-blocks of at most 255 bytes, each preceded by its length; length zero ends them. */
function endOfPieces(content: Buffer, from: number): number {
  let at = from;
  for (let length = content.readUInt8(at); length > 0; length = content.readUInt8(at)) at += 1 + length;
  return at + 1;
}

/** The size of a colour table: the number of entries is in the flags, three bytes each. */
const tableLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0);

function isNeededToShow(content: Buffer, at: number): boolean {
  const label = content.readUInt8(at + 1);
  if (label === APPLICATION) return LOOP_EXTENSIONS.includes(content.toString('latin1', at + 3, at + 14));
  return label === GRAPHIC_CONTROL || label === PLAIN_TEXT;
}
