import type { Faults } from './faults.js';
import { MimeHead, splitHead } from './mime-head.js';
import type { Parameterised } from './parameters.js';

const MAX_DEPTH = 20;
const MAX_PARTS = 400;
/** RFC 2046 allows 70. A search for a very long one would not be linear. */
const MAX_BOUNDARY = 200;
/** Within so many bytes, an undeclared boundary is looked for. */
const GUESS_BYTES = 64 * 1024;

/** One part of a mail, and the mail itself. */
export interface Part {
  head: MimeHead;
  /** in lower case: `text/plain` */
  type: string;
  content: Parameterised;
  /** the body bytes; of a multipart, all of them */
  body: Buffer;
  /** the whole part, including its header */
  whole: Buffer;
  children: Part[];
}

/**
 * Parses a mail into its parts, within limits: what is nested deeper, or exceeds the number, stays one part and is
 * reported.
 */
export function readParts(raw: Buffer, faults: Faults): Part {
  return new Reader(faults).read(normalizeLineEndings(raw), 0, 'text/plain');
}

class Reader {
  private parts = 0;

  constructor(private readonly faults: Faults) {}

  read(whole: Buffer, depth: number, defaultType: string): Part {
    this.parts++;
    this.faults.spend(whole.length);
    const { head: lines, body, whole: complete } = splitHead(whole);
    if (!complete && depth === 0 && body.length > 0) this.faults.note('structure.no_head');
    const head = MimeHead.read(lines, this.faults);
    const content = head.parameterised('content-type');
    const type = /^[\w.+-]{1,80}\/[\w.+-]{1,120}$/.test(content.value)
      ? content.value
      : typeOf(content.value, defaultType);
    const part: Part = { head, type, content, body, whole, children: [] };
    if (type.startsWith('multipart/')) this.divide(part, depth);
    return part;
  }

  private divide(part: Part, depth: number): void {
    if (depth >= MAX_DEPTH) {
      this.faults.note('limit.depth');
      part.type = 'application/octet-stream';
      return;
    }
    const { pieces, closed } = this.pieces(part);
    if (!closed && pieces.length > 0) this.faults.note('structure.unclosed');
    const defaultChildType = part.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    for (const piece of pieces) {
      if (this.parts >= MAX_PARTS) {
        this.faults.note('limit.parts');
        break;
      }
      part.children.push(this.read(piece, depth + 1, defaultChildType));
    }
    if (part.children.length === 0) part.type = 'text/plain';
  }

  private pieces(part: Part): { pieces: Buffer[]; closed: boolean } {
    const declared = part.content.parameters.get('boundary');
    const found = declared && declared.length <= MAX_BOUNDARY ? between(part.body, declared) : null;
    if (found && found.pieces.length > 0) return found;
    this.faults.note('structure.no_boundary');
    const guess = /^--(\S[^\r\n]{0,100})\r?\ncontent-/im
      .exec(part.body.toString('latin1', 0, GUESS_BYTES))?.[1]
      ?.trimEnd();
    return guess ? between(part.body, guess) : { pieces: [], closed: true };
  }
}

/** `text` and `html` are understood; any other unreadable type counts as not given. */
function typeOf(value: string, defaultType: string): string {
  if (value === 'text' || value === 'plain') return 'text/plain';
  if (value === 'html' || value === 'text/') return value === 'html' ? 'text/html' : 'text/plain';
  return defaultType;
}

/** The pieces of a body between its delimiters, which stand at the beginning of a line. */
function between(body: Buffer, boundary: string): { pieces: Buffer[]; closed: boolean } {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const pieces: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    const after = at + delimiter.length;
    const atLine = at === 0 || body[at - 1] === 0x0a || body[at - 1] === 0x0d;
    const last = body[after] === 0x2d && body[after + 1] === 0x2d;
    if (!atLine || (!last && !endsLine(body, after))) continue;
    if (start >= 0) pieces.push(body.subarray(start, beforeNewline(body, at, start)));
    if (last) return { pieces, closed: true };
    const newline = body.indexOf(0x0a, after);
    start = newline < 0 ? body.length : newline + 1;
    // Parts beyond the limit are not read.
    if (pieces.length > MAX_PARTS) return { pieces, closed: true };
  }
  if (start >= 0) pieces.push(body.subarray(start));
  return { pieces, closed: false };
}

function endsLine(body: Buffer, from: number): boolean {
  let i = from;
  while (i < body.length && (body[i] === 0x20 || body[i] === 0x09)) i++;
  return i >= body.length || body[i] === 0x0a || body[i] === 0x0d;
}

/** The line break before a delimiter belongs to the delimiter. */
function beforeNewline(body: Buffer, at: number, start: number): number {
  let end = at;
  if (end > start && body[end - 1] === 0x0a) end--;
  if (end > start && body[end - 1] === 0x0d) end--;
  return end;
}

/** Normalizes line endings; mail that needs no change is not copied. */
function normalizeLineEndings(raw: Buffer): Buffer {
  let start = 0;
  while (raw[start] === 0x0d || raw[start] === 0x0a) start++;
  const mail = raw.subarray(start);
  const sample = mail.subarray(0, 8 * 1024);
  // Old systems end lines with a single carriage return, and faulty ones with two.
  if (!sample.includes(0x0a) && sample.includes(0x0d)) return replaced(mail, /\r\n?/g, '\n');
  return sample.includes('\r\r\n') ? replaced(mail, /(?<!\r)\r{2,}\n/g, '\r\n') : mail;
}

const replaced = (mail: Buffer, pattern: RegExp, by: string) =>
  Buffer.from(mail.toString('latin1').replace(pattern, by), 'latin1');
