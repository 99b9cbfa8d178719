import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { audioType, wavSeconds } from './audio-file.js';

/** @param length of the sound, as the header says */
function head(bytesPerSecond: number, length: number, before = Buffer.alloc(0)): Buffer {
  const format = Buffer.alloc(24);
  format.write('fmt ', 0, 'latin1');
  format.writeUInt32LE(16, 4);
  format.writeUInt32LE(bytesPerSecond, 16);
  const data = Buffer.alloc(8);
  data.write('data', 0, 'latin1');
  data.writeUInt32LE(length, 4);
  return Buffer.concat([Buffer.from('RIFF....WAVE', 'latin1'), before, format, data]);
}

describe('how long a WAV file plays', () => {
  it('is its bytes by those of a second', () => {
    expect(wavSeconds(head(16_000, 160_000), 160_044)).toBe(10);
    const list = Buffer.concat([Buffer.from('LIST\u0003\0\0\0abc\0', 'latin1')]);
    expect(wavSeconds(head(16_000, 32_000, list), 32_056)).toBe(2);
  });

  it('follows the file when the recorder was interrupted', () => {
    expect(wavSeconds(head(16_000, 0), 32_044)).toBe(2);
    expect(wavSeconds(head(16_000, 0xffffffff), 32_044)).toBe(2);
  });

  it.each([[Buffer.alloc(0)], [Buffer.from('RIFF....WAVE')], [head(0, 100)], [Buffer.from('ID3 something')]])(
    'is unknown otherwise',
    (beginning) => expect(wavSeconds(beginning, 1_000)).toBeNull(),
  );

  it('never takes long, and never throws', () => {
    const chunk = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(chunk, fc.nat(), (bytes, size) => {
        const seconds = wavSeconds(Buffer.concat([Buffer.from('RIFF....WAVE'), bytes]), size);
        expect(seconds === null || seconds >= 0).toBe(true);
      }),
    );
  });
});

describe('types of sound', () => {
  it.each([
    ['audio/vnd.wave', 'audio/wav'],
    ['audio/ogg; codecs=opus', 'audio/ogg'],
    ['audio/mpeg', 'audio/mpeg'],
    ['audio/x-m4a', 'audio/mp4'],
  ])('%s is served as %s', (detected, served) => expect(audioType(detected)).toBe(served));

  it.each([undefined, '', 'text/html', 'video/mp4', 'image/svg+xml', 'audio/', 'application/ogg'])(
    '%s is none',
    (detected) => expect(audioType(detected)).toBeNull(),
  );
});
