import { describe, expect, it } from '@jest/globals';
import { withoutPhotoMetadata } from './photo-metadata.js';

const segment = (marker: number, body: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};
/** EXIF with an orientation and, behind it, words that stand for a place. */
const exif = (orientation: number) => {
  const tiff = Buffer.from('49492a000800000001001201030001000000ff00000000000000', 'hex');
  tiff.writeUInt16LE(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from('GPS-SECRET')]));
};
const SOI = Buffer.from([0xff, 0xd8]);
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 2, 3])),
  Buffer.from([0x11, 0xff, 0x00, 0xff, 0xd0, 0x22]),
]);
const EOI = Buffer.from([0xff, 0xd9]);
const PROFILE = segment(0xe2, Buffer.from('ICC_PROFILE\0colours', 'latin1'));

describe('a photograph’s metadata', () => {
  it('is dropped from JPEG, and so is what lies behind the picture', () => {
    const photo = Buffer.concat([
      SOI,
      exif(6),
      segment(0xfe, Buffer.from('GPS-SECRET')),
      PROFILE,
      SCAN,
      EOI,
      exif(1),
    ]);
    const clean = withoutPhotoMetadata(photo, 'image/jpeg');
    expect(clean.includes('GPS-SECRET')).toBe(false);
    expect(clean.includes('ICC_PROFILE')).toBe(true);
    expect(clean.subarray(-EOI.length - SCAN.length)).toEqual(Buffer.concat([SCAN, EOI]));
  });

  it('keeps which way up a JPEG is, and cleaning twice changes nothing', () => {
    const clean = withoutPhotoMetadata(Buffer.concat([SOI, exif(6), SCAN, EOI]), 'image/jpeg');
    expect(clean.indexOf('Exif')).toBe(6);
    expect(withoutPhotoMetadata(clean, 'image/jpeg')).toEqual(clean);
    const upright = withoutPhotoMetadata(Buffer.concat([SOI, exif(1), SCAN, EOI]), 'image/jpeg');
    expect(upright).toEqual(Buffer.concat([SOI, SCAN, EOI]));
  });

  it('is dropped from PNG', () => {
    const chunk = (type: string, body: string) => {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length);
      head.write(type, 4, 'latin1');
      return Buffer.concat([head, Buffer.from(body), Buffer.alloc(4)]);
    };
    const start = Buffer.from('89504e470d0a1a0a', 'hex');
    const photo = [
      start,
      chunk('IHDR', 'x'),
      chunk('tEXt', 'GPS-SECRET'),
      chunk('IDAT', 'y'),
      chunk('IEND', ''),
    ];
    const clean = withoutPhotoMetadata(Buffer.concat([...photo, Buffer.from('GPS-SECRET')]), 'image/png');
    expect(clean).toEqual(Buffer.concat([start, chunk('IHDR', 'x'), chunk('IDAT', 'y'), chunk('IEND', '')]));
  });

  it('is dropped from WebP, whose header then says so', () => {
    const chunk = (type: string, body: Buffer) => {
      const head = Buffer.from(`${type}\0\0\0\0`, 'latin1');
      head.writeUInt32LE(body.length, 4);
      return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
    };
    const riff = (...chunks: Buffer[]) => {
      const body = Buffer.concat([Buffer.from('WEBP'), ...chunks]);
      const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
      head.writeUInt32LE(body.length, 4);
      return Buffer.concat([head, body]);
    };
    const header = (flags: number) => chunk('VP8X', Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]));
    const picture = chunk('VP8 ', Buffer.from('odd'));
    const photo = riff(header(0b101100), picture, chunk('EXIF', Buffer.from('GPS-SECRET')));
    expect(withoutPhotoMetadata(photo, 'image/webp')).toEqual(riff(header(0b100000), picture));
  });

  it('leaves alone what is cut short or is no photograph', () => {
    for (const type of ['image/jpeg', 'image/png', 'image/webp', 'application/pdf']) {
      const content = Buffer.from('ffd8ffe1000a4578', 'hex');
      expect(withoutPhotoMetadata(content, type)).toEqual(content);
    }
  });
});
