import { isRangeError } from './range-error.js';

/** OIDs 1.2.840.113549.1.7.x in DER. */
const PKCS7 = Buffer.from('2a864886f70d0107', 'hex');
const SIGNED_DATA = 2;
const MAX_DEPTH = 40;
const MAX_PIECES = 100_000;

interface Value {
  tag: number;
  from: number;
  to: number;
  /** where the next value begins */
  next: number;
}

/**
 * The signed content of an opaque S/MIME message (CMS SignedData, RFC 5652, 5.1). The signature is not verified here;
 * the part stays an attachment so that others can verify it.
 * @returns null when it is encrypted, detached, or no CMS
 */
export function signedContent(der: Buffer): Buffer | null {
  try {
    const outer = children(der, valueAt(der, 0));
    if (!isPkcs7(der, outer[0], SIGNED_DATA)) return null;
    const [signedData] = children(der, outer[1]);
    const info = children(der, signedData)[2];
    const [, explicit] = children(der, info);
    const [content] = children(der, explicit);
    return content ? octets(der, content, 0) : null;
  } catch (error) {
    if (isRangeError(error)) return null;
    throw error;
  }
}

function isPkcs7(der: Buffer, oid: Value | undefined, kind: number): boolean {
  if (!oid || oid.tag !== 0x06) return false;
  const bytes = der.subarray(oid.from, oid.to);
  return bytes.length === PKCS7.length + 1 && bytes.subarray(0, -1).equals(PKCS7) && bytes.at(-1) === kind;
}

/** An octet string may be split into pieces (BER), which some programs do for large mail. */
function octets(der: Buffer, value: Value, depth: number): Buffer {
  if (depth > MAX_DEPTH) throw new RangeError('too deep');
  if ((value.tag & 0x20) === 0) return der.subarray(value.from, value.to);
  return Buffer.concat(children(der, value).map((piece) => octets(der, piece, depth + 1)));
}

function children(der: Buffer, of: Value | undefined): Value[] {
  if (!of) throw new RangeError('missing');
  const found: Value[] = [];
  for (let at = of.from; at < of.to; at = found.at(-1)!.next) {
    if (found.length >= MAX_PIECES) throw new RangeError('too many');
    found.push(valueAt(der, at));
  }
  return found;
}

function valueAt(der: Buffer, at: number, depth = 0): Value {
  const tag = der.readUInt8(at);
  if ((tag & 0x1f) === 0x1f || depth > MAX_DEPTH) throw new RangeError('unsupported');
  const first = der.readUInt8(at + 1);
  if (first === 0x80) return indefinite(der, tag, at + 2, depth);
  const long = first > 0x80 ? first & 0x7f : 0;
  const length = long > 0 ? der.readUIntBE(at + 2, Math.min(long, 6)) : first;
  const from = at + 2 + long;
  const to = Math.min(from + length, der.length);
  return { tag, from, to, next: to };
}

/** BER's indefinite length: the value ends with two zero bytes. */
function indefinite(der: Buffer, tag: number, from: number, depth: number): Value {
  let at = from;
  while (der.readUInt16BE(at) !== 0) at = valueAt(der, at, depth + 1).next;
  return { tag, from, to: at, next: at + 2 };
}
