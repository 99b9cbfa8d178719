import { describe, expect, it } from '@jest/globals';
import { fingerprintOf, chooseMessageId, replacementMessageId, hasSameContent } from './mail-identity.js';

const MAIL = {
  from: { address: 'person@home.example' },
  subject: 'Street light',
  text: 'It is dark.\n\nStill.',
  attachments: [{ name: 'a.txt', content: Buffer.from('x') }],
};
const id = '<m1@home.example>';
const fingerprint = fingerprintOf(MAIL);

describe('the fingerprint of a mail', () => {
  it('should not depend on line wrapping', () => {
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

describe('the Message-ID of a received mail', () => {
  const clues = { messageId: id, fingerprint };
  const other = { id: '2', messageId: id, fingerprint: 'ff' };
  const replacement = replacementMessageId(id, fingerprint);

  it('should be its own when nobody used it', () => {
    expect(chooseMessageId(clues, { seen: [], sent: null }, null)).toBe(id);
  });

  it('should be none when it was received before', () => {
    expect(
      chooseMessageId(clues, { seen: [{ id: '1', messageId: id, fingerprint }], sent: null }, null),
    ).toBeNull();
  });

  it('should be a replacement when another mail has it, or we sent one with it', () => {
    expect(chooseMessageId(clues, { seen: [other], sent: null }, null)).toBe(replacement);
    expect(chooseMessageId(clues, { seen: [], sent: {} }, null)).toBe(replacement);
  });

  it('should be none when it was received before under the replacement', () => {
    const again = { id: '3', messageId: replacement, fingerprint };
    expect(chooseMessageId(clues, { seen: [other, again], sent: null }, null)).toBeNull();
  });

  it('should treat mail received before fingerprints existed as the same', () => {
    expect(chooseMessageId(clues, { seen: [{ ...other, fingerprint: null }], sent: null }, null)).toBeNull();
  });

  it('should ignore its own row when it is retried', () => {
    expect(chooseMessageId(clues, { seen: [{ id: '1', messageId: id, fingerprint }], sent: null }, '1')).toBe(
      id,
    );
  });
});

describe('a mail that may be ours', () => {
  it('should be recognised only when its content equals what we sent', () => {
    const sent = { subject: 'Street light', text: 'It is dark. Still.' };
    expect(hasSameContent(MAIL, sent)).toBe(true);
    expect(hasSameContent({ ...MAIL, text: 'It is dark. Still. Pay here' }, sent)).toBe(false);
    expect(hasSameContent({ ...MAIL, subject: 'Another' }, sent)).toBe(false);
  });
});
