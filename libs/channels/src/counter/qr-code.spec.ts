import { describe, expect, it } from '@jest/globals';
import { modulesOf, readQr } from '../../../../test/support/read-qr.js';
import { qrPicture } from './qr-code.js';

describe('The QR code', () => {
  it.each([
    'https://portal.example/ar/track?number=2648-1937-0521#code=AB12CD34',
    'http://localhost:3001/en/track?number=2648-1937-0521#code=0Z9Y8X7W',
    'HTTPS://A.EXAMPLE/1234567890',
  ])('is read as %s', (text) => {
    expect(readQr(modulesOf(qrPicture(text)))).toBe(text);
  });

  it('has a quiet zone of four modules, which readers need', () => {
    const { size, path } = qrPicture('https://portal.example');
    const columns = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number));
    for (const [x, y, length] of columns) {
      expect(Math.min(x!, y!)).toBeGreaterThanOrEqual(4);
      expect(Math.max(x! + length!, y! + 1)).toBeLessThanOrEqual(size - 4);
    }
  });
});
