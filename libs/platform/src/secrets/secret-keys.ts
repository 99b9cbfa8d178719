import { hkdfSync } from 'node:crypto';
import type { KeyPurpose } from './key-uses.js';

/** One key of `SECRET_KEY`. */
export interface SecretKey {
  /** short public id that names the key in messages and in the database without revealing it */
  id: string;
  value: string;
}

const MIN_LENGTH = 32;
const MAX_KEYS = 8;

const derive = (value: string, purpose: string) => Buffer.from(hkdfSync('sha256', value, '', purpose, 32));

/** The keys in `SECRET_KEY`, newest first: separated by commas or by lines, as in the file that `npm start` keeps. */
export function secretKeysOf(setting: string): SecretKey[] {
  return secretValues(setting).map((value) => ({ id: keyIdOf(value), value }));
}

export function keyIdOf(value: string): string {
  return derive(value, 'wasl:key-id').toString('hex').slice(0, 8);
}

export function deriveKey(key: SecretKey, purpose: KeyPurpose): Buffer {
  return derive(key.value, `wasl:${purpose}`);
}

/** The key that wraps stored keys; never used for anything else. */
export function wrappingKeyOf(key: SecretKey): Buffer {
  return derive(key.value, 'wasl:key-wrapping');
}

/** @returns what is wrong with the setting, in words; null when nothing is */
export function secretKeyFault(setting: string): string | null {
  const values = secretValues(setting);
  if (values[0]!.length < MIN_LENGTH) return `must have at least ${MIN_LENGTH} characters`;
  if (values.length > MAX_KEYS) return `must list no more than ${MAX_KEYS} keys`;
  if (new Set(values).size < values.length) return 'must not list a key twice';
  return null;
}

/** A list if each part is long enough to be a key; otherwise the whole setting is one key, commas included. */
function secretValues(setting: string): string[] {
  const parts = setting
    .split(/[,\r\n]/)
    .map((value) => value.trim())
    .filter(Boolean);
  return parts.length > 1 && parts.every(({ length }) => length >= MIN_LENGTH) ? parts : [setting];
}
