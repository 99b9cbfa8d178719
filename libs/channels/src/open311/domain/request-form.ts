const ATTRIBUTE = /^attribute\[([^[\]]{1,100})\](?:\[\])?$/;

/** A request as submitted: fields, and answers by the code of their question. */
export interface RequestForm {
  fields: ReadonlyMap<string, string>;
  attributes: ReadonlyMap<string, string[]>;
}

/**
 * Reads the pairs of a form. An empty value counts as not given, as the specification says; a repeated field keeps
 * its first value; `attribute[CODE]` and `attribute[CODE][]` may occur several times.
 */
export function readRequestForm(pairs: Iterable<[string, string]>): RequestForm {
  const fields = new Map<string, string>();
  const attributes = new Map<string, string[]>();
  for (const [name, raw] of pairs) {
    const value = plainText(raw);
    if (value === '') continue;
    const code = ATTRIBUTE.exec(name)?.[1];
    if (code === undefined) {
      if (!fields.has(name)) fields.set(name, value);
    } else {
      const known = attributes.get(code);
      if (known) known.push(value);
      else attributes.set(code, [value]);
    }
  }
  return { fields, attributes };
}

/** Removes control characters and normalizes line breaks. */
function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029]/g, '')
    .trim();
}
