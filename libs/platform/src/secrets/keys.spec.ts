import { describe, expect, it } from '@jest/globals';
import { STORED_KEY_PURPOSES } from './key-uses.js';
import { type StoredKey, Keys } from './keys.js';
import { deriveKey, keyIdOf, secretKeyFault, secretKeysOf } from './secret-keys.js';

const A = 'a'.repeat(40);
const B = 'b'.repeat(40);
const kept = (secret: string, retired = false): StoredKey[] =>
  STORED_KEY_PURPOSES.map((purpose) => {
    const [key] = secretKeysOf(secret);
    return { purpose, origin: key!.id, key: deriveKey(key!, purpose), retired };
  });
const hex = (mac: Buffer) => mac.toString('hex');

describe('the keys of a list', () => {
  const before = new Keys({ SECRET_KEY: A });
  const during = new Keys({ SECRET_KEY: `${B},${A}` }, [...kept(A), ...kept(B)]);
  const after = new Keys({ SECRET_KEY: B }, [...kept(A, true), ...kept(B)]);

  it('are derived from the only key when there is one', () => {
    expect(before.ids).toEqual([keyIdOf(A)]);
    for (const purpose of ['ticket-number', 'mail-address', 'csrf', 'otp-secret'] as const)
      expect(before.all(purpose)).toEqual([deriveKey(secretKeysOf(A)[0]!, purpose)]);
  });

  it('use the key that the database was made with for a pinned purpose', () => {
    for (const purpose of ['ticket-number', 'tracking-code', 'message-id', 'cti-token'] as const) {
      expect(during.all(purpose)).toEqual(before.all(purpose));
      expect(after.all(purpose)).toEqual(before.all(purpose));
      expect(new Keys({ SECRET_KEY: `${B},${A}` }).all(purpose)).toEqual(before.all(purpose));
    }
  });

  it('sign a long-lived purpose with the newest key and accept every earlier one, even after its removal', () => {
    const old = hex(before.sign('mail-address', 'x'));
    expect(hex(during.sign('mail-address', 'x'))).not.toBe(old);
    for (const keys of [during, after])
      expect(keys.verifySignature('mail-address', 'x', old, hex)).toBe(true);
    expect(hex(after.sign('mail-address', 'x'))).toBe(hex(during.sign('mail-address', 'x')));
  });

  it('accept short-lived signatures only while their key is in the list', () => {
    const cookie = hex(before.sign('portal-cookie', 'x'));
    expect(during.verifySignature('portal-cookie', 'x', cookie, hex)).toBe(true);
    expect(after.verifySignature('portal-cookie', 'x', cookie, hex)).toBe(false);
    expect(during.verifySignature('portal-cookie', 'y', cookie, hex)).toBe(false);
    expect(during.verifySignature('csrf', 'x', cookie, hex)).toBe(false);
  });

  it('open values sealed with any key, and tell whether they should be sealed again', () => {
    const content = Buffer.from('secret');
    const old = before.seal('otp-secret', content, 'mona');
    expect(during.unseal('otp-secret', old, 'mona')).toEqual({ content, newest: false });
    expect(during.unseal('otp-secret', during.seal('otp-secret', content, 'mona'), 'mona')).toEqual({
      content,
      newest: true,
    });
    expect(after.unseal('otp-secret', old, 'mona')).toBeNull();
    expect(during.unseal('otp-secret', old, 'ali')).toBeNull();
    expect(during.unseal('otp-secret', Buffer.alloc(3), 'mona')).toBeNull();
  });

  it('no longer accept a seal of a key that was rotated away', () => {
    expect(during.current('audit')).toHaveLength(2);
    expect(after.current('audit')).toEqual([deriveKey(secretKeysOf(B)[0]!, 'audit')]);
    expect(after.all('audit')).toHaveLength(2);
  });
});

describe('SECRET_KEY', () => {
  it('is one key or several, by commas or lines, newest first', () => {
    expect(secretKeysOf(`${B}, ${A}\n`).map(({ value }) => value)).toEqual([B, A]);
    expect(secretKeysOf(`${B}\r\n${A}\r\n`).map(({ value }) => value)).toEqual([B, A]);
    // A key may contain a comma: before lists were supported it was one key.
    expect(secretKeysOf(`${A},short `).map(({ value }) => value)).toEqual([`${A},short `]);
    expect(secretKeysOf(A)[0]!.id).toMatch(/^[0-9a-f]{8}$/);
  });

  it.each([
    ['', 'must have at least 32 characters'],
    ['short', 'must have at least 32 characters'],
    [`${A},${A}`, 'must not list a key twice'],
    [Array.from({ length: 9 }, (_, n) => A + n).join(), 'must list no more than 8 keys'],
    [`${B},${A}`, null],
  ])('%j: %s', (setting, fault) => expect(secretKeyFault(setting)).toBe(fault));
});
