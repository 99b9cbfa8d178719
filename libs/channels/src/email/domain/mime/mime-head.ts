import { decodeText } from './charset.js';
import { decodeWords } from './encoded-words.js';
import { type Faults, NO_FAULTS } from './faults.js';
import { parameterised, type Parameterised } from './parameters.js';

/** Longer heads are attacks; the rest is only in the original. */
export const MAX_HEAD_BYTES = 256 * 1024;
const MAX_FIELDS = 1_000;

interface Field {
  name: string;
  /** as received, unfolded; one character for each byte */
  raw: string;
}

/** The header of a mail or of one of its parts. Names are in lower case. */
export class MimeHead {
  /** declared for the body; empty when there is none */
  private charset?: string;

  private constructor(
    private readonly fields: Field[],
    private readonly faults: Faults,
  ) {}

  /** @param bytes up to, and without, the empty line */
  static read(bytes: Buffer, faults: Faults): MimeHead {
    if (bytes.length > MAX_HEAD_BYTES) faults.note('limit.head');
    faults.spend(Math.min(bytes.length, MAX_HEAD_BYTES));
    const text = bytes.toString('latin1', 0, MAX_HEAD_BYTES);
    if (text.includes('\0')) faults.note('header.nul');
    const fields: Field[] = [];
    for (const line of text.replace(/\0/g, '').split(/\r\n|\n|\r/)) {
      if (line === '') continue;
      const last = fields.at(-1);
      if (/^[ \t]/.test(line) && last) last.raw += ` ${line.trimStart()}`;
      else if (fields.length >= MAX_FIELDS) {
        faults.note('limit.head');
        break;
      } else addField(fields, line, faults);
    }
    return new MimeHead(fields, faults);
  }

  has(name: string): boolean {
    return this.fields.some((field) => field.name === name);
  }

  /** The first field of that name as received, for values that are not prose: ids, dates, encodings. */
  raw(name: string): string {
    return this.fields.find((field) => field.name === name)?.raw.trim() ?? '';
  }

  allRaw(name: string): string[] {
    return this.fields.filter((field) => field.name === name).map((field) => field.raw.trim());
  }

  /** Decoded to characters but with encoded words intact, for fields whose structure is parsed first. */
  characters(name: string): string[] {
    return this.allRaw(name).map((raw) => this.inCharacters(raw));
  }

  /** The first field of that name, fully decoded. */
  text(name: string): string {
    return decodeWords(this.inCharacters(this.raw(name)), this.faults);
  }

  parameterised(name: string): Parameterised {
    return parameterised(this.inCharacters(this.raw(name)), this.faults);
  }

  /** Every field, one per line. */
  lines(): string[] {
    return this.fields.map(({ name, raw }) => `${name}: ${this.inCharacters(raw)}`);
  }

  private inCharacters(raw: string): string {
    if (!/[\u0080-\u00ff]/.test(raw)) return raw;
    this.faults.note('header.eight_bit');
    // Searched once, because every field of the header may need it.
    this.charset ??= /charset\s*=\s*"?([\w.:-]{2,40})/i.exec(this.raw('content-type'))?.[1] ?? '';
    // A header declares no charset; that is not another fault.
    return decodeText(Buffer.from(raw, 'latin1'), this.charset || null, NO_FAULTS);
  }
}

function addField(fields: Field[], line: string, faults: Faults): void {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
  if (colon > 0 && /^[!-9;-~]{1,200}$/.test(name))
    fields.push({ name, raw: line.slice(colon + 1).trimStart() });
  // The `From ` line with which mailbox files begin each mail is not a fault.
  else if (!/^>?From /.test(line) || fields.length > 0) faults.note('header.broken');
}

/**
 * Splits header and body. A header ends with an empty line; when there is none, or its lines are not fields, it ends
 * where it no longer looks like a header.
 */
export function splitHead(bytes: Buffer): { head: Buffer; body: Buffer; whole: boolean } {
  if (bytes[0] === 0x0a) return { head: bytes.subarray(0, 0), body: bytes.subarray(1), whole: true };
  if (bytes[0] === 0x0d && bytes[1] === 0x0a)
    return { head: bytes.subarray(0, 0), body: bytes.subarray(2), whole: true };
  // Nearly every header ends early; only for one that does not, the whole is searched.
  for (const within of [bytes.subarray(0, 2 * MAX_HEAD_BYTES), bytes]) {
    const lf = within.indexOf('\n\n');
    const crlf = within.subarray(0, lf < 0 ? within.length : lf).indexOf('\n\r\n');
    if (crlf >= 0) return { head: bytes.subarray(0, crlf + 1), body: bytes.subarray(crlf + 3), whole: true };
    if (lf >= 0) return { head: bytes.subarray(0, lf + 1), body: bytes.subarray(lf + 2), whole: true };
  }
  return withoutEmptyLine(bytes);
}

function withoutEmptyLine(bytes: Buffer): { head: Buffer; body: Buffer; whole: boolean } {
  let at = 0;
  while (at < bytes.length && at < MAX_HEAD_BYTES) {
    const next = bytes.indexOf('\n', at);
    const line = bytes.toString('latin1', at, next < 0 ? Math.min(bytes.length, at + 1_000) : next);
    if (!/^(?:[!-9;-~]{1,76}:|[ \t]|From )/.test(line)) break;
    at = next < 0 ? bytes.length : next + 1;
  }
  return { head: bytes.subarray(0, at), body: bytes.subarray(at), whole: false };
}
