import type { FieldFault } from '#wasl/kernel';

/** Enough to mend an honest request by. */
export const MOST_FAULTS = 20;
const LONGEST_PATH = 120;
/** Nothing that could break a line, or turn the direction of what stands around it. */
const UNSHOWN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** In a pattern of code points only half a pair is a surrogate. */
const HALF_PAIR = /\p{Surrogate}/u;

/** A path as it may be told back: names come from the sender. */
export const shownPath = (path: string): string => path.replace(UNSHOWN, '�').slice(0, LONGEST_PATH);

/**
 * Faults of what was parsed from JSON, a form or an address, which hold whatever the values are for: PostgreSQL stores no
 * NUL, half a surrogate pair cannot be written as UTF-8, `1e999` is no number that can be stored, and `__proto__` is no
 * field.
 */
export function oddValues(root: unknown): FieldFault[] {
  const faults: FieldFault[] = [];
  const rest: { path: string; value: unknown }[] = [{ path: '', value: root }];
  while (rest.length > 0 && faults.length < MOST_FAULTS) {
    const { path, value } = rest.pop()!;
    if (value !== null && typeof value === 'object') {
      // Taken from the end: pushed backwards, so that faults come in the order of the text.
      for (const [name, item] of Object.entries(value).reverse()) {
        const below = path ? `${path}.${name}` : name;
        if (name === '__proto__') faults.push({ path: shownPath(below), code: 'unknown' });
        else if (oddText(name)) faults.push({ path: shownPath(below), code: 'unknown' });
        else rest.push({ path: below, value: item });
      }
      continue;
    }
    const code = oddValue(value);
    if (code) faults.push({ path: shownPath(path), code });
  }
  return faults.slice(0, MOST_FAULTS);
}

function oddValue(value: unknown): string | null {
  if (typeof value === 'string') return oddText(value);
  return typeof value === 'number' && !Number.isFinite(value) ? 'number' : null;
}

/** @returns the code of what is wrong with a text, whatever it is for */
export function oddText(text: string): string | null {
  if (text.includes('\0')) return 'control_character';
  return HALF_PAIR.test(text) ? 'unicode' : null;
}
