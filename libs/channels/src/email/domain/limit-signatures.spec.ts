import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { limitSignatures } from './limit-signatures.js';

const signature = (n: number) => `DKIM-Signature: v=1; d=d${n}.example;\r\n\tb=x`;
const mail = (fields: string[], body = 'It is dark.') => Buffer.from(`${fields.join('\r\n')}\r\n\r\n${body}`);
const FIELDS = ['From: a@home.example', 'Subject: مصباح\r\n dark', 'X-DKIM-Signature: no'];

describe('the limit of signatures', () => {
  it('leaves a mail with ten of them as it is', () => {
    const raw = mail([...Array.from({ length: 10 }, (_, n) => signature(n)), ...FIELDS]);
    expect(limitSignatures(raw)).toBe(raw);
  });

  it('keeps the first ten and every other byte', () => {
    const raw = (count: number) =>
      mail([...Array.from({ length: count }, (_, n) => signature(n)), ...FIELDS]);
    expect(limitSignatures(raw(500)).toString()).toBe(raw(10).toString());
  });

  it('finds them in any case and with white space before the colon', () => {
    const odd = Array.from({ length: 12 }, (_, n) =>
      signature(n).replace('DKIM-Signature:', 'dkim-SIGNATURE \t:'),
    );
    expect(
      limitSignatures(mail(odd))
        .toString()
        .match(/dkim-signature/gi),
    ).toHaveLength(10);
  });

  it('takes none from the body, and any bytes', () => {
    const body = Array.from({ length: 20 }, (_, n) => signature(n)).join('\r\n');
    const raw = mail(FIELDS, body);
    expect(limitSignatures(raw)).toBe(raw);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const any = Buffer.from(bytes);
        expect(limitSignatures(any)).toBe(any);
      }),
    );
  });
});
