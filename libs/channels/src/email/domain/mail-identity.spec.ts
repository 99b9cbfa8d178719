import { describe, expect, it } from '@jest/globals';
import { fingerprintOf, identityOf, replacementMessageId, saysTheSame } from './mail-identity.js';

const MAIL = {
  from: { address: 'person@home.example' },
  subject: 'Street light',
  text: 'It is dark.\n\nStill.',
  attachments: [{ name: 'a.txt', content: Buffer.from('x') }],
};
const id = '<m1@home.example>';
const fingerprint = fingerprintOf(MAIL);

describe('the fingerprint of a mail', () => {
  it('should be the same however systems on the way wrapped its lines', () => {
    expect(fingerprintOf({ ...MAIL, text: 'It is dark. \r\nStill.', subject: 'Street  light' })).toBe(
      fingerprint,
    );
  });

  it.each([
    ['sender', { from: { address: 'stranger@evil.example' } }],
    ['subject', { subject: 'Street lights' }],
    ['text', { text: 'It is bright.' }],
    ['file', { attachments: [{ name: 'a.txt', content: Buffer.from('y') }] }],
    ['file name', { attachments: [{ name: 'b.txt', content: Buffer.from('x') }] }],
    ['missing file', { attachments: [] }],
  ])('should tell another %s', (_what, other) => {
    expect(fingerprintOf({ ...MAIL, ...other })).not.toBe(fingerprint);
  });
});

describe('under which Message-ID a mail is received', () => {
  const clues = { messageId: id, fingerprint };
  const other = { id: '2', messageId: id, fingerprint: 'ff' };
  const replacement = replacementMessageId(id, fingerprint);

  it('should be its own when nobody used it', () => {
    expect(identityOf(clues, { seen: [], sent: null }, null)).toBe(id);
  });

  it('should be none when it was received before', () => {
    expect(
      identityOf(clues, { seen: [{ id: '1', messageId: id, fingerprint }], sent: null }, null),
    ).toBeNull();
  });

  it('should be another when another mail took it, or we sent one with it', () => {
    expect(identityOf(clues, { seen: [other], sent: null }, null)).toBe(replacement);
    expect(identityOf(clues, { seen: [], sent: {} }, null)).toBe(replacement);
  });

  it('should be none when it was received before under the other', () => {
    const again = { id: '3', messageId: replacement, fingerprint };
    expect(identityOf(clues, { seen: [other, again], sent: null }, null)).toBeNull();
  });

  it('should take mail received before fingerprints were kept for the same', () => {
    expect(identityOf(clues, { seen: [{ ...other, fingerprint: null }], sent: null }, null)).toBeNull();
  });

  it('should not be hindered by its own row when it is tried again', () => {
    expect(identityOf(clues, { seen: [{ id: '1', messageId: id, fingerprint }], sent: null }, '1')).toBe(id);
  });
});

describe('a mail that may be ours', () => {
  it('should be so only when it says what we sent', () => {
    const sent = { subject: 'Street light', text: 'It is dark. Still.' };
    expect(saysTheSame(MAIL, sent)).toBe(true);
    expect(saysTheSame({ ...MAIL, text: 'It is dark. Still. Pay here' }, sent)).toBe(false);
    expect(saysTheSame({ ...MAIL, subject: 'Another' }, sent)).toBe(false);
  });
});
