import iconv from 'iconv-lite';
import { isRangeError } from './range-error.js';
import { rtfText, unpackRtf } from './rtf-text.js';

/** The content of a winmail.dat file of Outlook. */
export interface Tnef {
  text: string | null;
  html: Buffer | null;
  files: { name: string; type: string; content: Buffer; contentId: string | null }[];
  /** it is truncated */
  broken: boolean;
}

const SIGNATURE = 0x223e9f78;
const MAX_FILES = 200;
/** MS-OXTNEF, 2.1.3.2 */
const ATTRIBUTE = {
  renderData: 0x9002,
  attachTitle: 0x8010,
  attachData: 0x800f,
  attachment: 0x9005,
  body: 0x800c,
  codepage: 0x9007,
  message: 0x9003,
};
/** MAPI properties (MS-OXPROPS) by their ids. */
const PROPERTY = {
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  longName: 0x3707,
  mimeTag: 0x370e,
  contentId: 0x3712,
  data: 0x3701,
};

/** While it is unpacked. */
interface Unpacking extends Tnef {
  /** the properties of the mail have been read */
  described?: boolean;
}

type Properties = Map<number, Buffer | string>;

/** @returns null when it is no TNEF */
export function unpackTnef(content: Buffer): Tnef | null {
  if (content.length < 6 || content.readUInt32LE(0) !== SIGNATURE) return null;
  const tnef: Unpacking = { text: null, html: null, files: [], broken: false };
  let codepage = 'cp1252';
  try {
    for (let at = 6; at < content.length;) {
      const id = content.readUInt16LE(at + 1);
      const length = content.readUInt32LE(at + 5);
      const from = at + 9;
      if (from + length + 2 > content.length) throw new RangeError('cut off');
      const data = content.subarray(from, from + length);
      if (id === ATTRIBUTE.codepage && length >= 4) codepage = charsetOf(data.readUInt32LE(0)) ?? codepage;
      else readAttribute(tnef, id, data, codepage);
      at = from + length + 2;
    }
  } catch (error) {
    if (!isRangeError(error)) throw error;
    tnef.broken = true;
  }
  tnef.files = tnef.files.filter(({ content: bytes }) => bytes.length > 0);
  return tnef;
}

function charsetOf(codepage: number): string | null {
  if (codepage === 65001) return 'utf-8';
  return iconv.encodingExists(`cp${codepage}`) ? `cp${codepage}` : null;
}

function readAttribute(tnef: Unpacking, id: number, data: Buffer, codepage: string): void {
  const file = tnef.files.at(-1);
  switch (id) {
    case ATTRIBUTE.renderData:
      if (tnef.files.length >= MAX_FILES) throw new RangeError('too many');
      tnef.files.push({
        name: '',
        type: 'application/octet-stream',
        content: Buffer.alloc(0),
        contentId: null,
      });
      break;
    case ATTRIBUTE.attachTitle:
      if (file) file.name ||= untilNul(iconv.decode(data, codepage));
      break;
    case ATTRIBUTE.attachData:
      if (file) file.content = data;
      break;
    case ATTRIBUTE.attachment:
      if (file) describe(file, propertiesOf(data, codepage));
      break;
    case ATTRIBUTE.body:
      tnef.text ??= untilNul(iconv.decode(data, codepage));
      break;
    case ATTRIBUTE.message:
      // The properties of the mail come once; unpacking their text again and again would be an attack.
      if (!tnef.described) readBody(tnef, propertiesOf(data, codepage));
      tnef.described = true;
      break;
  }
}

function describe(file: Tnef['files'][number], properties: Properties): void {
  const text = (id: number) => {
    const value = properties.get(id);
    return typeof value === 'string' ? value : '';
  };
  file.name = text(PROPERTY.longName) || file.name;
  file.type = text(PROPERTY.mimeTag).toLowerCase() || file.type;
  file.contentId = text(PROPERTY.contentId) || null;
  const data = properties.get(PROPERTY.data);
  if (file.content.length === 0 && Buffer.isBuffer(data)) file.content = data;
}

function readBody(tnef: Tnef, properties: Properties): void {
  const body = properties.get(PROPERTY.body);
  const html = properties.get(PROPERTY.html);
  const rtf = properties.get(PROPERTY.rtf);
  if (typeof body === 'string' && body.trim() !== '') tnef.text = body;
  if (html) tnef.html = typeof html === 'string' ? Buffer.from(html) : html;
  if (!tnef.text && !tnef.html && Buffer.isBuffer(rtf)) tnef.text = rtfText(unpackRtf(rtf));
}

const FIXED: Record<number, number> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};

/** A list of MAPI properties: the first of each that is text or bytes (MS-OXTNEF, 2.1.3.4). */
function propertiesOf(data: Buffer, codepage: string): Properties {
  const found: Properties = new Map();
  let at = 4;
  for (let left = data.readUInt32LE(0); left > 0 && at < data.length; left--) {
    const type = data.readUInt16LE(at) & 0xefff;
    const multiple = (data.readUInt16LE(at) & 0x1000) !== 0;
    const id = data.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) at = afterName(data, at);
    const fixed = FIXED[type];
    if (fixed !== undefined && !multiple) {
      at += fixed;
      continue;
    }
    let count = data.readUInt32LE(at);
    at += 4;
    if (fixed !== undefined) at += Math.ceil((fixed * count) / 4) * 4;
    else
      for (; count > 0; count--) {
        const length = data.readUInt32LE(at);
        const bytes = data.subarray(at + 4, at + 4 + length);
        if (bytes.length < length) throw new RangeError('cut off');
        if (!found.has(id)) found.set(id, valueOf(type, bytes, codepage));
        at += 4 + Math.ceil(length / 4) * 4;
      }
  }
  return found;
}

/** Properties with names carry a GUID and a number or a text. */
function afterName(data: Buffer, at: number): number {
  if (data.readUInt32LE(at + 16) === 0) return at + 24;
  return at + 24 + Math.ceil(data.readUInt32LE(at + 20) / 4) * 4;
}

function valueOf(type: number, bytes: Buffer, codepage: string): Buffer | string {
  if (type === 0x1f) return untilNul(bytes.toString('utf16le'));
  if (type === 0x1e) return untilNul(iconv.decode(bytes, codepage));
  return bytes;
}

const untilNul = (text: string) => text.replace(/\0[^]*$/, '');
