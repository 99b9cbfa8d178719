import type { FieldFault } from '#wasl/kernel';

/** Enough to correct an honest request. */
export const MAX_FAULTS = 20;
const MAX_PATH_LENGTH = 120;
/** Characters that could break a line or change the text direction around them. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** With the `u` flag only lone surrogates match. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** A field path that is safe to return: its names come from the sender. */
export const printablePath = (path: string): string =>
  path.replace(UNPRINTABLE, '�').slice(0, MAX_PATH_LENGTH);

/**
 * Finds values that are never acceptable in parsed JSON, forms or URLs: PostgreSQL cannot store NUL, a lone surrogate
 * cannot be encoded as UTF-8, `1e999` is not finite, and `__proto__` is not a field.
 */
export function unstorableValues(root: unknown): FieldFault[] {
  const faults: FieldFault[] = [];
  const rest: { path: string; value: unknown }[] = [{ path: '', value: root }];
  while (rest.length > 0 && faults.length < MAX_FAULTS) {
    const { path, value } = rest.pop()!;
    if (value !== null && typeof value === 'object') {
      // The stack is popped from the end, so push in reverse order to report faults in document order.
      for (const [name, item] of Object.entries(value).reverse()) {
        const below = path ? `${path}.${name}` : name;
        if (name === '__proto__') faults.push({ path: printablePath(below), code: 'unknown' });
        else if (unstorableText(name)) faults.push({ path: printablePath(below), code: 'unknown' });
        else rest.push({ path: below, value: item });
      }
      continue;
    }
    const code = oddValue(value);
    if (code) faults.push({ path: printablePath(path), code });
  }
  return faults.slice(0, MAX_FAULTS);
}

function oddValue(value: unknown): string | null {
  if (typeof value === 'string') return unstorableText(value);
  return typeof value === 'number' && !Number.isFinite(value) ? 'number' : null;
}

/** @returns the fault code of a text that is never acceptable, or null */
export function unstorableText(text: string): string | null {
  if (text.includes('\0')) return 'control_character';
  return LONE_SURROGATE.test(text) ? 'unicode' : null;
}
