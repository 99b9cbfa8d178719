/** What a form-encoded body may be made of. */
export interface FormBounds {
  /** pairs of name and value */
  pairs: number;
  /** UTF-16 units of a value */
  text: number;
}

const LONGEST_NAME = 200;

/**
 * The pairs of a form, names as they stand (`a[b]` is a name). Bytes that are no UTF-8 become U+FFFD.
 * @returns null when it is beyond the bounds; its pairs are counted before any is read
 */
export function formPairs(text: string, bounds: FormBounds): [string, string][] | null {
  let pairs = 1;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    if (++pairs > bounds.pairs) return null;
  }
  const form = [...new URLSearchParams(text)];
  const fits = form.every(([name, value]) => name.length <= LONGEST_NAME && value.length <= bounds.text);
  return fits ? form : null;
}

/** As an object without a prototype; a name that comes several times is a list. */
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
