import { describe, expect, it } from '@jest/globals';
import {
  base32,
  normalizeMailAddress,
  parseOurAddress,
  isValidRecipientTag,
  isValidSignature,
  signatureOf,
  signedLocalPart,
} from './mail-address.js';

const key = Buffer.alloc(32, 7);
const ticket = '264819370521';

describe('base32', () => {
  it('writes the bytes of RFC 4648 in lower case, without padding', () => {
    expect(base32(Buffer.from('foobar'))).toBe('mzxw6ytboi');
    expect(base32(Buffer.from('fooba'))).toBe('mzxw6ytb');
    expect(base32(Buffer.alloc(10, 0xff))).toBe('7'.repeat(16));
    expect(base32(Buffer.alloc(0))).toBe('');
  });
});

describe('a signed address', () => {
  it('is recognised in any case, with the ticket it was signed for', () => {
    const local = signedLocalPart('billing', ticket, null, key)!;
    expect(local).toMatch(/^billing\+264819370521\.[a-z2-7]{16}$/);
    const parsed = parseOurAddress(`${local}@Contact.Example`.toUpperCase(), 'contact.example');
    expect(parsed).toEqual({
      queueKey: 'billing',
      signed: { ticket, signature: signatureOf(ticket, key), tag: null },
    });
    expect(isValidSignature(ticket, parsed!.signed!.signature, key)).toBe(true);
  });

  it('is invalid for any other ticket, key or signature', () => {
    const signature = signatureOf(ticket, key);
    expect(isValidSignature('264819370526', signature, key)).toBe(false);
    expect(isValidSignature(ticket, signature, Buffer.alloc(32, 8))).toBe(false);
    expect(isValidSignature(ticket, `${signature}a`, key)).toBe(false);
    expect(isValidSignature(ticket, '', key)).toBe(false);
    for (let i = 0; i < signature.length; i++) {
      const other = signature[i] === 'a' ? 'b' : 'a';
      expect(isValidSignature(ticket, signature.slice(0, i) + other + signature.slice(i + 1), key)).toBe(
        false,
      );
    }
  });

  it('is not created when it would exceed the length of a local part', () => {
    expect(signedLocalPart('q'.repeat(34), ticket, null, key)).toHaveLength(64);
    expect(signedLocalPart('q'.repeat(35), ticket, null, key)).toBeNull();
    expect(signedLocalPart('q'.repeat(26), ticket, 'person@home.example', key)).toHaveLength(64);
    expect(signedLocalPart('q'.repeat(27), ticket, 'person@home.example', key)).toHaveLength(57);
  });

  it('identifies its recipient, and nobody else', () => {
    const local = signedLocalPart('billing', ticket, 'Person@Home.example', key)!;
    const { tag, signature } = parseOurAddress(`${local}@contact.example`, 'contact.example')!.signed!;
    expect(isValidSignature(ticket, signature, key)).toBe(true);
    expect(isValidRecipientTag(ticket, 'person@home.example', tag!, key)).toBe(true);
    expect(isValidRecipientTag(ticket, 'other@home.example', tag!, key)).toBe(false);
    expect(isValidRecipientTag('264819370526', 'person@home.example', tag!, key)).toBe(false);
    expect(isValidRecipientTag(ticket, 'person@home.example', tag!, Buffer.alloc(32, 8))).toBe(false);
  });
});

describe('an address of ours', () => {
  it.each([
    ['general@contact.example', 'general', null],
    ['GENERAL@CONTACT.EXAMPLE', 'general', null],
    ['general+anything@contact.example', 'general', null],
    ['general+264819370521.short@contact.example', 'general', null],
    ['general+@contact.example', 'general', null],
  ])('%s is for %s', (address, queueKey, signed) => {
    expect(parseOurAddress(address, 'contact.example')).toEqual({ queueKey, signed });
  });

  it.each([
    'general',
    '@contact.example',
    'general@other.example',
    'general@contact.example.evil.example',
    'a b@contact.example',
    'general@other.example@contact.example',
    '"general"@contact.example',
    '',
  ])('%s is not ours', (address) => {
    expect(parseOurAddress(address, 'contact.example')).toBeNull();
  });
});

describe('a foreign address', () => {
  it('is normalized to lower case without surrounding spaces', () => {
    expect(normalizeMailAddress(' Laila@Home.Example ')).toBe('laila@home.example');
    expect(normalizeMailAddress('ليلى@مثال.example')).toBe('ليلى@مثال.example');
  });

  it.each([
    '',
    'laila',
    'a@b@c',
    'a b@c.example',
    'a@c.example\r\nBcc: x@y.example',
    '<a@b.example>',
    'a,b@c.example',
    'a@',
    `${'a'.repeat(65)}@b.example`,
    null,
    undefined,
  ])('%j is refused', (address) => {
    expect(normalizeMailAddress(address)).toBeNull();
  });
});
