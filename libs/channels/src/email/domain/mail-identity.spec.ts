import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprintsOf, hasSameContent, identityOf, replacementMessageId } from './mail-identity.js';

const MAIL = {
  from: { address: 'person@home.example' },
  subject: 'Street light',
  text: 'It is dark.\n\nStill.',
  html: '<p>It is <a href="https://one.example">dark</a>.</p>',
  attachments: [{ name: 'a.txt', content: Buffer.from('x') }],
};
const id = '<m1@home.example>';
const fingerprintOf = (mail: typeof MAIL | (Omit<typeof MAIL, 'html'> & { html: null })) =>
  fingerprintsOf(mail).current;
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
    ['HTML', { html: '<p>It is bright.</p>' }],
    ['missing HTML', { html: null }],
    ['file', { attachments: [{ name: 'a.txt', content: Buffer.from('y') }] }],
    ['file name', { attachments: [{ name: 'b.txt', content: Buffer.from('x') }] }],
    ['missing file', { attachments: [] }],
  ])('should tell another %s', (_what, other) => {
    expect(fingerprintOf({ ...MAIL, ...other })).not.toBe(fingerprint);
  });
});

describe('the fingerprint of versions before 0.2', () => {
  it('should leave out the HTML', () => {
    const other = { ...MAIL, html: '<p>It is bright.</p>' };
    expect(fingerprintsOf(other).earlier).toBe(fingerprintsOf(MAIL).earlier);
  });

  it('should be the current one without HTML', () => {
    const { current, earlier } = fingerprintsOf({ ...MAIL, html: null });
    expect(current).toBe(earlier);
  });
});

describe('the Message-ID of a received mail', () => {
  const clues = { messageId: id, fingerprint };
  const other = { id: '2', messageId: id, fingerprint: 'ff' };
  const replacement = replacementMessageId(id, fingerprint);

  it('should be its own when nobody used it', () => {
    expect(identityOf(clues, { seen: [], sent: null }, null)).toEqual({ messageId: id });
  });

  it('should be that of the mail it repeats when it was received before', () => {
    expect(identityOf(clues, { seen: [{ id: '1', messageId: id, fingerprint }], sent: null }, null)).toEqual({
      repeats: '1',
    });
  });

  it('should be a replacement when another mail has it, or we sent one with it', () => {
    expect(identityOf(clues, { seen: [other], sent: null }, null)).toEqual({ messageId: replacement });
    expect(identityOf(clues, { seen: [], sent: {} }, null)).toEqual({ messageId: replacement });
  });

  it('should be none when it repeats a mail with the replacement', () => {
    const again = { id: '3', messageId: replacement, fingerprint };
    expect(identityOf(clues, { seen: [other, again], sent: null }, null)).toEqual({ repeats: '3' });
  });

  it('should treat mail without fingerprint and original as the same', () => {
    expect(identityOf(clues, { seen: [{ ...other, fingerprint: null }], sent: null }, null)).toEqual({
      repeats: '2',
    });
  });

  it('should ignore its own row when it is retried', () => {
    expect(identityOf(clues, { seen: [{ id: '1', messageId: id, fingerprint }], sent: null }, '1')).toEqual({
      messageId: id,
    });
  });
});

describe('mails with one Message-ID', () => {
  it('should all be received, and each once, in any order', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(letters, (arrivals) => {
        const seen: { id: string; messageId: string; fingerprint: string }[] = [];
        for (const fingerprint of arrivals) {
          const identity = identityOf({ messageId: id, fingerprint }, { seen, sent: null }, null);
          const known = seen.find((one) => one.fingerprint === fingerprint);
          if (known) expect(identity).toEqual({ repeats: known.id });
          else if ('messageId' in identity) seen.push({ id: String(seen.length), ...identity, fingerprint });
        }
        expect(new Set(seen.map(({ messageId }) => messageId)).size).toBe(new Set(arrivals).size);
      }),
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
