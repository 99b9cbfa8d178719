import iconv from 'iconv-lite';
import { byScript, looksLikeOtherScript } from './charset-guess.js';
import type { Faults } from './faults.js';

/** Labels that say nothing about bytes beyond ASCII. */
const UNINFORMATIVE_LABELS = new Set([
  '',
  'ascii',
  'us-ascii',
  'ansi_x3.4-1968',
  'unknown-8bit',
  'x-unknown',
  'unknown',
  'default',
  'none',
  'binary',
  '8bit',
]);
/** Western charsets that some programs declare by default while writing another script. */
const WESTERN = /^(?:iso-?8859-?(?:1|15)|latin-?[19]|windows-?1252|cp-?1252)$/;
const ALIASES: Record<string, string> = {
  'iso-8859-6-i': 'iso-8859-6',
  'iso-8859-6-e': 'iso-8859-6',
  'iso-8859-8-i': 'iso-8859-8',
  'iso-8859-8-e': 'iso-8859-8',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'unicode-1-1-utf-7': 'utf-7',
  'unicode-1-1-utf-8': 'utf-8',
  utf_8: 'utf-8',
  utf8mb4: 'utf-8',
  'asmo-708': 'iso-8859-6',
  'dos-720': 'cp720',
  'ks_c_5601-1987': 'cp949',
  'x-sjis': 'shift_jis',
  ms932: 'shift_jis',
};
/** Not supported by iconv-lite, but by Node and every browser. */
const BY_PLATFORM = new Set(['iso-2022-jp', 'csiso2022jp']);

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const lenientUtf8 = new TextDecoder('utf-8');

/**
 * Decodes text: the declared charset is used when the bytes agree with it; UTF-8 is recognised by its form; otherwise
 * the script decides.
 * @param declared as the sender wrote it; null when nothing was declared
 */
export function decodeText(bytes: Buffer, declared: string | null, faults: Faults): string {
  faults.spend(bytes.length);
  const marked = byByteOrderMark(bytes);
  if (marked !== null) return marked;
  const label = normalLabel(declared);
  if (label === null || !isKnown(label)) return undeclared(bytes, label, faults);
  if (BY_PLATFORM.has(label)) return new TextDecoder(label).decode(bytes);
  if (label === 'utf-8' || label === 'utf8') return declaredUtf8(bytes, faults);
  if (isAscii(bytes) && !/^(?:utf|ucs|iso-?2022|hz)/.test(label)) return bytes.toString('latin1');
  return declaredOther(bytes, label, faults);
}

/** A byte order mark takes precedence over any header. */
function byByteOrderMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return asUtf8(bytes.subarray(3)) ?? lenientUtf8.decode(bytes);
  if (bytes.length % 2 !== 0) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'utf-16be');
  return null;
}

function normalLabel(declared: string | null): string | null {
  const label = (declared ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']+|(?<!["';])["';]+$/g, '');
  return UNINFORMATIVE_LABELS.has(label) ? null : (ALIASES[label] ?? label);
}

const isKnown = (label: string) =>
  BY_PLATFORM.has(label) || (/^[a-z0-9_.:-]{2,40}$/.test(label) && iconv.encodingExists(label));

function undeclared(bytes: Buffer, label: string | null, faults: Faults): string {
  if (label !== null) faults.note('charset.unknown');
  if (bytes.includes(0x1b) && /\x1b\$[@B]/.test(bytes.toString('latin1', 0, 4096)))
    return new TextDecoder('iso-2022-jp').decode(bytes);
  if (isAscii(bytes)) return bytes.toString('latin1');
  if (label === null) faults.note('charset.missing');
  return asUtf8(bytes) ?? byScript(bytes);
}

function declaredUtf8(bytes: Buffer, faults: Faults): string {
  const text = asUtf8(bytes);
  if (text !== null) return text;
  faults.note('charset.wrong');
  const lenient = lenientUtf8.decode(bytes);
  // A few bytes are damaged. In another charset, hardly any sequence would be valid UTF-8.
  return countOf(lenient, '\ufffd') * 5 <= lenient.length - asciiIn(bytes) ? lenient : byScript(bytes);
}

function declaredOther(bytes: Buffer, label: string, faults: Faults): string {
  if (/^(?:utf|ucs)-?(?:16|2)/.test(label) && !bytes.includes(0)) {
    faults.note('charset.wrong');
    return asUtf8(bytes) ?? byScript(bytes);
  }
  const text = iconv.decode(bytes, label);
  if (isSingleByte(label)) {
    const utf8 = asUtf8(bytes);
    if (utf8 === null && !isDisproved(bytes, label, text)) return text;
    faults.note('charset.wrong');
    return utf8 ?? byScript(bytes);
  }
  if (!text.includes('\ufffd')) return text;
  faults.note('charset.wrong');
  return asUtf8(bytes) ?? text;
}

/** A declaration counts unless it is clearly wrong: the author knew the charset, a guess does not. */
function isDisproved(bytes: Buffer, label: string, text: string): boolean {
  if (WESTERN.test(label)) return looksLikeOtherScript(bytes);
  const undefinedBytes = countOf(text, '\ufffd');
  // Mail programs call windows-1256 by the name of the standard charset, which lacks its other letters.
  return undefinedBytes > 0 && (label === 'iso-8859-6' || undefinedBytes * 5 > bytes.length - asciiIn(bytes));
}

const isSingleByte = (label: string) =>
  /^(?:iso-?8859|windows-?12|cp-?(?:12|4|7|8)|koi8|latin|mac|tis|ibm)/.test(label);

/** @returns null when the bytes are not UTF-8 throughout */
function asUtf8(bytes: Buffer): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

export function isAscii(bytes: Buffer): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! > 0x7f) return false;
  return true;
}

function asciiIn(bytes: Buffer): number {
  let n = 0;
  for (const byte of bytes) if (byte < 0x80) n++;
  return n;
}

function countOf(text: string, character: string): number {
  let n = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) n++;
  return n;
}
