import { DomainError, invalid } from '#wasl/kernel';
import { type FormBounds, formPairs } from './domain/form-bounds.js';
import { findJsonFault, type JsonBounds } from './domain/json-bounds.js';
import { unstorableValues } from './domain/unstorable-values.js';

const malformed = () => new DomainError('invalid', 'body.malformed');
const tooComplex = () => new DomainError('invalid', 'body.too_complex');

/**
 * Parses an untrusted JSON text.
 * @throws invalid `body.malformed`, `body.too_complex`, or with the paths of values that cannot be stored
 */
export function parseJson(body: Buffer | string, bounds: JsonBounds): unknown {
  const text = typeof body === 'string' ? body : decodeUtf8(body);
  const fault = findJsonFault(text, bounds);
  if (fault) throw fault === 'duplicate' ? new DomainError('invalid', 'body.duplicate_name') : tooComplex();
  const value = readJson(text);
  const faults = unstorableValues(value);
  if (faults.length > 0) throw invalid(faults);
  return value;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed();
  }
}

/** Also drops a leading byte order mark. */
function decodeUtf8(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw malformed();
  }
}

/**
 * Parses an untrusted form-encoded text.
 * @throws invalid `body.too_complex`, or with the names of fields that contain NUL
 */
export function parseForm(text: string, bounds: FormBounds): [string, string][] {
  const pairs = formPairs(text, bounds);
  if (!pairs) throw tooComplex();
  const faults = unstorableValues(
    Object.fromEntries(pairs.filter(([name, value]) => `${name}${value}`.includes('\0'))),
  );
  if (faults.length > 0) throw invalid(faults);
  return pairs;
}
