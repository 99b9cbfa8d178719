import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RunningSettings } from '../config/settings.js';
import { isKept, type KeyPurpose, KEY_USES } from './key-uses.js';
import { openWith, sealWith } from './sealing.js';
import { deriveKey, type SecretKey, secretKeysOf } from './secret-keys.js';

/** A key that is kept in the database, opened. */
export interface KeptKey {
  purpose: KeyPurpose;
  /** id of the key of `SECRET_KEY` from which it was derived */
  origin: string;
  key: Buffer;
  /** a rotation away from it has been completed */
  retired: boolean;
}

/**
 * Keys derived from those in `SECRET_KEY` by HKDF-SHA256, one for each purpose. What is made, is made with the newest;
 * what is checked may have been made with any. Keys of which things must outlive `SECRET_KEY` come from the database
 * (see key-ring.ts); without one, as in unit tests, they are derived.
 */
export class Keys {
  private readonly secrets: SecretKey[];
  private readonly byPurpose = new Map<KeyPurpose, Buffer[]>();

  /** @param kept in the order in which they were added */
  constructor(
    settings: Pick<RunningSettings, 'SECRET_KEY'>,
    private readonly kept: KeptKey[] = [],
  ) {
    this.secrets = secretKeysOf(settings.SECRET_KEY);
  }

  /** Ids of the keys in `SECRET_KEY`, newest first. */
  get ids(): string[] {
    return this.secrets.map(({ id }) => id);
  }

  /** The key with which new things of this purpose are made. */
  for(purpose: KeyPurpose): Buffer {
    return this.all(purpose)[0]!;
  }

  /** Every key with which something of this purpose may have been made, the one of {@link for} first. */
  all(purpose: KeyPurpose): Buffer[] {
    let keys = this.byPurpose.get(purpose);
    if (!keys) {
      keys = this.gather(purpose);
      this.byPurpose.set(purpose, keys);
    }
    return keys;
  }

  /** The same without those away from which a rotation has been completed: for what is signed anew by it. */
  current(purpose: KeyPurpose): Buffer[] {
    const retired = this.kept.filter((kept) => kept.retired && kept.purpose === purpose);
    return this.all(purpose).filter((key) => !retired.some((one) => one.key.equals(key)));
  }

  /** HMAC-SHA256 of `text` under the newest key of `purpose`. */
  sign(purpose: KeyPurpose, text: string): Buffer {
    return hmac(this.for(purpose), text);
  }

  /** The same under every key, newest first: for what is looked up by its signature. */
  signatures(purpose: KeyPurpose, text: string): Buffer[] {
    return this.all(purpose).map((key) => hmac(key, text));
  }

  /**
   * Whether `given` is a signature of `text` under any of the keys, in constant time for each.
   * @param form how signatures of this kind are written
   */
  isSigned(purpose: KeyPurpose, text: string, given: string, form: (mac: Buffer) => string): boolean {
    return this.signatures(purpose, text)
      .map((mac) => sameSecret(given, form(mac)))
      .includes(true);
  }

  seal(purpose: KeyPurpose, content: Buffer, owner: string): Buffer {
    return sealWith(this.for(purpose), content, owner);
  }

  /**
   * Opens what {@link seal} sealed.
   * @returns the content, and whether it is sealed with the newest key; null when none of the keys opens it
   */
  unseal(purpose: KeyPurpose, sealed: Buffer, owner: string): { content: Buffer; newest: boolean } | null {
    for (const [n, key] of this.all(purpose).entries()) {
      const content = openWith(key, sealed, owner);
      if (content) return { content, newest: n === 0 };
    }
    return null;
  }

  private gather(purpose: KeyPurpose): Buffer[] {
    const derived = this.secrets.map((secret) => deriveKey(secret, purpose));
    if (!isKept(purpose)) return derived;
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
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
