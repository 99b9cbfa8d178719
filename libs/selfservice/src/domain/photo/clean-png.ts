import type { CleanPhoto } from './clean-photo.js';
import { orientationIn } from './orientation.js';

const SIGNATURE = '89504e470d0a1a0a';
/** The chunks for pixels, transparency, colours and animation. */
const KEPT_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS bKGD sBIT pHYs gAMA cHRM sRGB iCCP cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);

export function cleanPng(content: Buffer): CleanPhoto | null {
  if (content.toString('hex', 0, 8) !== SIGNATURE) return null;
  const kept: Buffer[] = [content.subarray(0, 8)];
  let orientation = 1;
  let moves = false;
  for (let at = 8; ;) {
    const end = at + 12 + content.readUInt32BE(at);
    if (end > content.length) return null;
    const type = content.toString('latin1', at + 4, at + 8);
    if (type === 'eXIf') orientation = orientationIn(content.subarray(at + 8, end - 4));
    if (type === 'acTL') moves = true;
    if (KEPT_CHUNKS.has(type)) kept.push(content.subarray(at, end));
    if (type === 'IEND') return { content: Buffer.concat(kept), orientation, animated: moves };
    at = end;
  }
}
