import type { Faults } from './faults.js';
import { decodeUu } from './uuencode.js';

/** Decodes the transfer encoding of a part. Data that does not follow the declared encoding is kept as it is. */
export function decodeTransfer(body: Buffer, encoding: string, faults: Faults): Buffer {
  faults.spend(body.length);
  switch (encoding.trim().toLowerCase().replace(/["']/g, '')) {
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return body;
    case 'base64':
    case 'b':
      return base64(body, faults);
    case 'quoted-printable':
    case 'q':
      return quotedPrintable(body, true, faults);
    case 'uuencode':
    case 'x-uuencode':
    case 'x-uue':
      return decodeUu(body.toString('latin1'))?.content ?? wrong(body, faults);
    default:
      faults.note('encoding.unknown');
      return body;
  }
}

function wrong(body: Buffer, faults: Faults): Buffer {
  faults.note('encoding.wrong');
  return body;
}

const EQUALS = 0x3d;
const NOT_BASE64 = /[^A-Za-z0-9+/=\s]/;

function base64(body: Buffer, faults: Faults): Buffer {
  const text = body.toString('latin1');
  if (!NOT_BASE64.test(text))
    return /=\s*[A-Za-z0-9+/]/.test(text) ? inPieces(text) : Buffer.from(text, 'base64');
  faults.note('encoding.wrong');
  // Plain text appended by a mailing list ends the base64; when the beginning is not base64, nothing is decoded.
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => NOT_BASE64.test(line) || / \S/.test(line.trim()));
  const head = lines.slice(0, end).join('');
  if (head.replace(/\s/g, '').length < 8) return body;
  return Buffer.concat([inPieces(head), Buffer.from(`\n${lines.slice(end).join('\n')}`, 'latin1')]);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEXTETS = Int8Array.from({ length: 256 }, (_, code) => ALPHABET.indexOf(String.fromCharCode(code)));

/** Some programs pad every line or concatenate encoded pieces: after padding, a new piece begins. */
function inPieces(text: string): Buffer {
  const out = Buffer.allocUnsafe(Math.ceil((text.length * 3) / 4) + 1);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const sextet = SEXTETS[code] ?? -1;
    if (code === EQUALS) bits = 0;
    if (sextet < 0) continue;
    held = ((held << 6) | sextet) & 0xffff;
    bits += 6;
    if (bits >= 8) out[length++] = held >> (bits -= 8);
  }
  return out.subarray(0, length);
}

/** @param lines whether it is a body, in which a lone `=` at the end of a line joins it with the next */
export function quotedPrintable(body: Buffer, lines: boolean, faults?: Faults): Buffer {
  if (!body.includes(EQUALS)) return body;
  const out = Buffer.allocUnsafe(body.length);
  let length = 0;
  let broken = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i]!;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const high = hex(body[i + 1]);
    const low = hex(body[i + 2]);
    if (high >= 0 && low >= 0) {
      out[length++] = (high << 4) | low;
      i += 2;
    } else if (lines && softBreak(body, i + 1) >= 0) i = softBreak(body, i + 1);
    else {
      out[length++] = byte;
      broken++;
    }
  }
  if (broken > 0) faults?.note('encoding.wrong');
  return out.subarray(0, length);
}

/** @returns where the line ends when nothing but white space follows, else -1 */
function softBreak(body: Buffer, from: number): number {
  let i = from;
  while (i < body.length && i - from < 80 && (body[i] === 0x20 || body[i] === 0x09)) i++;
  if (i >= body.length) return body.length;
  if (body[i] === 0x0d && body[i + 1] === 0x0a) return i + 1;
  return body[i] === 0x0a || body[i] === 0x0d ? i : -1;
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
