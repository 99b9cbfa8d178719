import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RuntimeSettings } from '../config/settings.js';
import { isStoredKey, type KeyPurpose, KEY_USES } from './key-uses.js';
import { openWith, sealWith } from './sealing.js';
import { deriveKey, type SecretKey, secretKeysOf } from './secret-keys.js';

/** A key stored in the database, unwrapped. */
export interface StoredKey {
  purpose: KeyPurpose;
  /** id of the key of `SECRET_KEY` from which it was derived */
  origin: string;
  key: Buffer;
  /** a rotation away from it has been completed */
  retired: boolean;
}

/**
 * Keys derived from `SECRET_KEY` by HKDF-SHA256, one for each purpose. The newest key is used for signing and sealing,
 * all keys for checking. Keys that must outlive `SECRET_KEY` come from the database (see key-ring.ts); without a
 * database, as in unit tests, they are derived.
 */
export class Keys {
  private readonly secrets: SecretKey[];
  private readonly byPurpose = new Map<KeyPurpose, Buffer[]>();

  /** @param kept in the order in which they were added */
  constructor(
    settings: Pick<RuntimeSettings, 'SECRET_KEY'>,
    private readonly kept: StoredKey[] = [],
  ) {
    this.secrets = secretKeysOf(settings.SECRET_KEY);
  }

  /** Ids of the keys in `SECRET_KEY`, newest first. */
  get ids(): string[] {
    return this.secrets.map(({ id }) => id);
  }

  /** The newest key of a purpose, used for signing and sealing. */
  for(purpose: KeyPurpose): Buffer {
    return this.all(purpose)[0]!;
  }

  /** All valid keys of a purpose, the one of {@link for} first. */
  all(purpose: KeyPurpose): Buffer[] {
    let keys = this.byPurpose.get(purpose);
    if (!keys) {
      keys = this.collect(purpose);
      this.byPurpose.set(purpose, keys);
    }
    return keys;
  }

  /** The same without retired keys: for values that a rotation signs again. */
  current(purpose: KeyPurpose): Buffer[] {
    const retired = this.kept.filter((kept) => kept.retired && kept.purpose === purpose);
    return this.all(purpose).filter((key) => !retired.some((one) => one.key.equals(key)));
  }

  /** HMAC-SHA256 of `text` under the newest key of `purpose`. */
  sign(purpose: KeyPurpose, text: string): Buffer {
    return hmac(this.for(purpose), text);
  }

  /** The same under every key, newest first: for look-ups by signature. */
  signatures(purpose: KeyPurpose, text: string): Buffer[] {
    return this.all(purpose).map((key) => hmac(key, text));
  }

  /**
   * Whether `given` is a signature of `text` under any of the keys, in constant time for each.
   * @param form encodes a signature as text
   */
  verifySignature(purpose: KeyPurpose, text: string, given: string, form: (mac: Buffer) => string): boolean {
    return this.signatures(purpose, text)
      .map((mac) => secretsEqual(given, form(mac)))
      .includes(true);
  }

  seal(purpose: KeyPurpose, content: Buffer, owner: string): Buffer {
    return sealWith(this.for(purpose), content, owner);
  }

  /**
   * Opens what {@link seal} sealed.
   * @returns the content, and whether it is sealed with the newest key; null when no key can decrypt it
   */
  unseal(purpose: KeyPurpose, sealed: Buffer, owner: string): { content: Buffer; newest: boolean } | null {
    for (const [n, key] of this.all(purpose).entries()) {
      const content = openWith(key, sealed, owner);
      if (content) return { content, newest: n === 0 };
    }
    return null;
  }

  private collect(purpose: KeyPurpose): Buffer[] {
    const derived = this.secrets.map((secret) => deriveKey(secret, purpose));
    if (!isStoredKey(purpose)) return derived;
    const kept = this.kept.filter((key) => key.purpose === purpose);
    if (KEY_USES[purpose] === 'pinned') return kept.length > 0 ? [kept[0]!.key] : derived.slice(-1);
    const newest = kept.find(({ origin }) => origin === this.ids[0]);
    const others = [
      ...kept
        .filter((key) => key !== newest)
        .map(({ key }) => key)
        .reverse(),
      ...derived,
    ];
    const all = newest ? [newest.key, ...others] : [derived[0]!, ...others];
    return all.filter((key, n) => all.findIndex((other) => other.equals(key)) === n);
  }
}

const hmac = (key: Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** Compares two secrets in constant time, whatever their lengths. */
export function secretsEqual(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
