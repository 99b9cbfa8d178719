import { describe, expect, it } from '@jest/globals';
import { isAcceptedFile } from './accepted-files.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('accepted attachments', () => {
  it('are decided by content, not by name', () => {
    expect(isAcceptedFile('photo.exe', bytes('…'), 'image/jpeg')).toBe(true);
    expect(isAcceptedFile('photo.jpg', bytes('MZ'), 'application/x-msdownload')).toBe(false);
    expect(isAcceptedFile('photo.jpg', bytes('no picture'), undefined)).toBe(false);
  });

  it.each([
    ['a page', 'note.txt', '  <html>'],
    ['a drawing', 'note.txt', '<svg onload="x">'],
    ['binary content', 'note.txt', 'a\u0000b'],
    ['a script by name', 'note.js', 'alert(1)'],
    ['nothing', 'note.txt', ''],
  ])('are never %s', (_what, name, content) => {
    expect(isAcceptedFile(name, bytes(content), undefined)).toBe(false);
  });

  it('may be plain text in any language', () => {
    expect(isAcceptedFile('شكوى.txt', bytes('انقطعت المياه\r\nمنذ أمس'), undefined)).toBe(true);
    expect(isAcceptedFile('broken.txt', Uint8Array.of(0xff, 0xfe, 0x41), undefined)).toBe(false);
  });
});
