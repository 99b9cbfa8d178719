/** One message of the Asterisk Manager Interface: its fields by name. */
export type AmiMessage = ReadonlyMap<string, string>;

/** Larger than any real message; a server that sends more is not a manager interface. */
const MAX_BYTES = 4_000_000;

/**
 * Splits the stream of a manager connection into messages. Lines end with CR LF, a message with an empty line; the
 * first line is a greeting. A repeated field (command output, variables) becomes one multi-line value.
 */
export class AmiParser {
  private rest = '';
  private fields = new Map<string, string>();
  private taken = 0;
  /** `Asterisk Call Manager/9.0.0`; null until it came */
  greeting: string | null = null;

  /**
   * @returns the complete messages.
   * @throws Error when a message exceeds the limit
   */
  push(text: string): AmiMessage[] {
    const complete: AmiMessage[] = [];
    const lines = (this.rest + text).split('\n');
    this.rest = lines.pop()!;
    for (const line of lines) {
      const message = this.line(line.endsWith('\r') ? line.slice(0, -1) : line);
      if (message) complete.push(message);
    }
    if (this.rest.length + this.taken > MAX_BYTES) throw new Error('a message without an end');
    return complete;
  }

  private line(line: string): AmiMessage | null {
    if (this.greeting === null) {
      this.greeting = line;
      return null;
    }
    if (line === '') {
      const message = this.fields;
      this.fields = new Map();
      this.taken = 0;
      return message.size > 0 ? message : null;
    }
    this.taken += line.length;
    const colon = line.indexOf(':');
    // Output of old commands has lines without a field name.
    const [name, value] =
      colon > 0 ? [line.slice(0, colon), line.slice(colon + 1).trimStart()] : ['Output', line];
    const before = this.fields.get(name);
    this.fields.set(name, before === undefined ? value : `${before}\n${value}`);
    return null;
  }
}

/** Serializes an action. Line breaks in values are removed, because they would begin another field. */
export function amiAction(fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}
