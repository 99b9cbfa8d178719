/** Limits of a form-encoded body. */
export interface FormBounds {
  /** pairs of name and value */
  pairs: number;
  /** UTF-16 units of a value */
  text: number;
}

const MAX_NAME_LENGTH = 200;

/**
 * The name/value pairs of a form, with names unparsed (`a[b]` is one name). Invalid UTF-8 becomes U+FFFD.
 * @returns null when a limit is exceeded; pairs are counted before any is parsed
 */
export function formPairs(text: string, bounds: FormBounds): [string, string][] | null {
  let pairs = 1;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    if (++pairs > bounds.pairs) return null;
  }
  const form = [...new URLSearchParams(text)];
  const fits = form.every(([name, value]) => name.length <= MAX_NAME_LENGTH && value.length <= bounds.text);
  return fits ? form : null;
}

/** The pairs as an object without a prototype; a repeated name becomes a list. */
export function formObject(pairs: Iterable<[string, string]>): Record<string, string | string[]> {
  const form = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of pairs) {
    const known = form[name];
    if (known === undefined) form[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else form[name] = [known, value];
  }
  return form;
}
