import { describe, expect, it } from '@jest/globals';
import { type CheckedMail, type VerifiedSignature, vouchedReplyTo } from './vouched-reply-to.js';

const FROM = 'From: Form <form@ministry.example>';
const REPLY_TO = 'Reply-To: Layla <Layla@home.example>';
const SIGNATURE: VerifiedSignature = {
  signingDomain: 'ministry.example',
  algo: 'rsa-sha256',
  signingHeaders: { keys: 'From: To: Reply-To' },
  canonBodyLengthLimited: false,
  canonBodyLength: 20,
  canonBodyLengthTotal: 20,
  signatureTimeValid: true,
  status: { result: 'pass', aligned: 'ministry.example' },
};
const MAIL: CheckedMail = {
  returnPath: 'form@ministry.example',
  lines: [FROM, 'To: general@contact.example', REPLY_TO],
  signatures: [SIGNATURE],
  dmarc: { result: 'pass', strict: false },
};
const signed = (more: Partial<VerifiedSignature>): Partial<CheckedMail> => ({
  signatures: [{ ...SIGNATURE, ...more }],
});
const status = (more: VerifiedSignature['status']) => signed({ status: { ...SIGNATURE.status, ...more } });
const lines = (...all: string[]): Partial<CheckedMail> => ({ lines: all });
const answers = (more: Partial<CheckedMail>) => vouchedReplyTo({ ...MAIL, ...more });

describe('the address for answers that the domain of From vouches for', () => {
  it.each<[string, Partial<CheckedMail>]>([
    ['an aligned signature over both fields', {}],
    [
      'one more signature, of another domain',
      { signatures: [{ ...SIGNATURE, status: { result: 'pass' } }, SIGNATURE] },
    ],
    [
      'one more signature, which is wrong',
      { signatures: [{ ...SIGNATURE, status: { result: 'fail' } }, SIGNATURE] },
    ],
    [
      'a signature that names each field twice',
      signed({ signingHeaders: { keys: 'from:from:reply-to:REPLY-TO' } }),
    ],
    ['the same domain where DMARC is strict', { dmarc: { result: 'pass', strict: true } }],
    ['a field folded', lines(FROM, 'Reply-To:\r\n layla@home.example')],
    ['a sender that reads no mail', lines('From: noreply@ministry.example', REPLY_TO)],
  ])('is read with %s', (_what, more) => expect(answers(more)).toBe('layla@home.example'));

  it.each<[string, Partial<CheckedMail>]>([
    ['no signature', { signatures: [] }],
    ...(['fail', 'neutral', 'none', 'temperror', 'permerror', 'policy'] as const).map(
      (result): [string, Partial<CheckedMail>] => [`a signature that is ${result}`, status({ result })],
    ),
    ...(['fail', 'none', 'neutral', 'temperror', 'permerror', undefined] as const).map(
      (result): [string, Partial<CheckedMail>] => [`DMARC ${result}`, { dmarc: { result, strict: false } }],
    ),
    ['a signature of another domain', status({ aligned: false })],
    ['a signature without a domain', signed({ signingDomain: '' })],
    [
      'a signature of a domain above, where DMARC is strict',
      {
        ...lines('From: form@web.ministry.example', REPLY_TO),
        dmarc: { result: 'pass', strict: true },
      },
    ],
    ['a signature that does not cover Reply-To', signed({ signingHeaders: { keys: 'From: To' } })],
    ['a signature that does not cover From', signed({ signingHeaders: { keys: 'Reply-To: To' } })],
    [
      'a signature that covers a field of a similar name',
      signed({ signingHeaders: { keys: 'From: X-Reply-To' } }),
    ],
    ['a signature that says nothing of fields', signed({ signingHeaders: undefined })],
    ['a signature over a part of the body', signed({ canonBodyLengthLimited: true })],
    ['a signature over less than the body', signed({ canonBodyLength: 19 })],
    ['a signature of which that is not known', signed({ canonBodyLengthLimited: undefined })],
    ['a signature whose time is over', signed({ signatureTimeValid: false })],
    ['a signature by SHA-1', signed({ algo: 'rsa-sha1' })],
    [
      'two signatures of which each does a part',
      {
        signatures: [
          { ...SIGNATURE, signingHeaders: { keys: 'From' } },
          { ...SIGNATURE, status: { result: 'pass', aligned: false } },
        ],
      },
    ],
    ['two fields', lines(FROM, REPLY_TO, 'Reply-To: other@home.example')],
    ['the same field twice', lines(FROM, REPLY_TO, REPLY_TO)],
    ['two addresses', lines(FROM, 'Reply-To: a@home.example, b@home.example')],
    ['no address', lines(FROM, 'Reply-To: Layla')],
    ['an address that cannot be used', lines(FROM, 'Reply-To: <layla@>')],
    ['no Reply-To', lines(FROM)],
    ['two From', lines(FROM, FROM, REPLY_TO)],
    ['two authors', lines('From: form@ministry.example, b@ministry.example', REPLY_TO)],
    ['no From', lines(REPLY_TO)],
    ['the address of From', lines(FROM, 'Reply-To: FORM@ministry.example')],
    ['the address of a program', lines(FROM, 'Reply-To: no-reply@home.example')],
    ['an automatic mail', lines(FROM, REPLY_TO, 'Auto-Submitted: auto-generated')],
    ['a mail in bulk', lines(FROM, REPLY_TO, 'Precedence: bulk')],
    ['the mail of a list', lines(FROM, REPLY_TO, 'List-Id: <list.ministry.example>')],
    [
      'the mail of a list that says where to write',
      lines(FROM, REPLY_TO, 'List-Post: <mailto:x@ministry.example>'),
    ],
    ['a report', { returnPath: '' }],
  ])('is none with %s', (_what, more) => expect(answers(more)).toBeNull());
});
