/** The header fields of a mail, in order of arrival; names in lower case. */
export class MailHeaders {
  private readonly values = new Map<string, string[]>();

  /** @param lines whole lines, folded or not: `Subject: …` */
  constructor(lines: Iterable<string>) {
    for (const line of lines) {
      const colon = line.indexOf(':');
      if (colon < 1) continue;
      const name = line.slice(0, colon).trim().toLowerCase();
      const value = line
        .slice(colon + 1)
        .replace(/\r?\n[ \t]?/g, ' ')
        .trim();
      const known = this.values.get(name);
      if (known) known.push(value);
      else this.values.set(name, [value]);
    }
  }

  /** Reads a header block from text, up to the first empty line. */
  static from(text: string): MailHeaders {
    const lines: string[] = [];
    for (const line of text.split(/\r?\n/)) {
      if (line === '' && lines.length > 0) break;
      if (/^[ \t]/.test(line) && lines.length > 0) lines[lines.length - 1] += ` ${line.trim()}`;
      else if (line !== '') lines.push(line);
    }
    return new MailHeaders(lines);
  }

  /** Every field on one line. */
  lines(): string[] {
    return [...this.values].flatMap(([name, values]) => values.map((value) => `${name}: ${value}`));
  }

  has(name: string): boolean {
    return this.values.has(name);
  }

  /** The first of that name, or an empty text. */
  first(name: string): string {
    return this.values.get(name)?.[0] ?? '';
  }

  all(name: string): string[] {
    return this.values.get(name) ?? [];
  }
}
