import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanPhoto, PHOTO_TYPES } from './clean-photo.js';

const SECRET = Buffer.from('GPS-SECRET');

const segment = (marker: number, body: Buffer | string) => {
  const bytes = Buffer.from(body);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};
const tiff = (orientation: number) => {
  const bytes = Buffer.from('49492a000800000001001201030001000000ff00000000000000', 'hex');
  bytes.writeUInt16LE(orientation, 18);
  return Buffer.concat([bytes, SECRET]);
};
/** EXIF with an orientation, followed by text that stands for a location. */
const exif = (orientation: number) =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff(orientation)]));
const SOI = Buffer.from([0xff, 0xd8]);
const SCAN = Buffer.concat([
  segment(0xda, Buffer.from([1, 2, 3])),
  Buffer.from([0x11, 0xff, 0x00, 0xff, 0xd0, 0x22]),
]);
const EOI = Buffer.from([0xff, 0xd9]);
const JFIF = segment(0xe0, 'JFIF\0\x01\x02');
const PROFILE = segment(0xe2, 'ICC_PROFILE\0colours');
const ADOBE = segment(0xee, 'Adobe\0d');
const PLAIN = Buffer.concat([SOI, JFIF, PROFILE, ADOBE, SCAN, EOI]);
const contentOf = (photo: Buffer, type: string) => cleanPhoto(photo, type)?.content;

describe('a photograph’s metadata', () => {
  it.each([
    ['EXIF', exif(1)],
    ['XMP', segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SECRET}`)],
    ['IPTC', segment(0xed, `Photoshop 3.0\0${SECRET}`)],
    ['a comment', segment(0xfe, SECRET)],
    ['a small copy of itself', segment(0xe0, `JFXX\0${SECRET}`)],
    ['an index of more pictures', segment(0xe2, `MPF\0${SECRET}`)],
    ['where a camera that films was', segment(0xe6, `GoPro\0${SECRET}`)],
    ['who edited it (C2PA)', segment(0xeb, `JP${SECRET}`)],
    ['what no one has heard of', segment(0xef, SECRET)],
  ])('is dropped from JPEG: %s', (_what, part) => {
    const photo = Buffer.concat([SOI, JFIF, part, PROFILE, ADOBE, SCAN, EOI]);
    expect(contentOf(photo, 'image/jpeg')).toEqual(PLAIN);
  });

  it('is dropped together with data after the end of the picture', () => {
    expect(contentOf(Buffer.concat([PLAIN, exif(1), SECRET]), 'image/jpeg')).toEqual(PLAIN);
  });

  it('is dropped between two scans, too', () => {
    const photo = Buffer.concat([SOI, SCAN, segment(0xfe, SECRET), SCAN, EOI]);
    expect(contentOf(photo, 'image/jpeg')).toEqual(Buffer.concat([SOI, SCAN, SCAN, EOI]));
  });

  it('is dropped from a JPEG that is cut short, which is shown as far as it goes', () => {
    const photo = Buffer.concat([SOI, exif(1), SCAN]);
    expect(contentOf(photo, 'image/jpeg')).toEqual(Buffer.concat([SOI, SCAN, EOI]));
  });

  it('is dropped except for the orientation of a JPEG, and cleaning twice changes nothing', () => {
    const clean = cleanPhoto(Buffer.concat([SOI, exif(6), SCAN, EOI]), 'image/jpeg')!;
    expect(clean.orientation).toBe(6);
    expect(clean.content.indexOf('Exif')).toBe(6);
    expect(clean.content.includes(SECRET)).toBe(false);
    expect(cleanPhoto(clean.content, 'image/jpeg')).toEqual(clean);
  });

  it('is dropped from PNG', () => {
    const chunk = (type: string, body: Buffer | string) => {
      const bytes = Buffer.from(body);
      const head = Buffer.alloc(8);
      head.writeUInt32BE(bytes.length);
      head.write(type, 4, 'latin1');
      return Buffer.concat([head, bytes, Buffer.alloc(4)]);
    };
    const start = Buffer.from('89504e470d0a1a0a', 'hex');
    const dropped = ['tEXt', 'iTXt', 'zTXt', 'tIME', 'caBX', 'prVt'].map((type) => chunk(type, SECRET));
    const [head, profile, pixels, end] = [
      chunk('IHDR', 'x'),
      chunk('iCCP', 'p'),
      chunk('IDAT', 'y'),
      chunk('IEND', ''),
    ];
    const photo = Buffer.concat([
      start,
      head,
      chunk('eXIf', tiff(8)),
      profile,
      ...dropped,
      pixels,
      end,
      SECRET,
    ]);
    const clean = Buffer.concat([start, head, profile, pixels, end]);
    expect(cleanPhoto(photo, 'image/png')).toEqual({ content: clean, orientation: 8, animated: false });
    expect(cleanPhoto(photo.subarray(0, 60), 'image/png')).toBeNull();
  });

  it('is dropped from WebP and from the flags in its header', () => {
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
    const photo = riff(
      header(0b101100),
      picture,
      chunk('EXIF', tiff(3)),
      chunk('XMP ', SECRET),
      chunk('????', SECRET),
    );
    const clean = riff(header(0b100000), picture);
    expect(cleanPhoto(Buffer.concat([photo, SECRET]), 'image/webp')).toEqual({
      content: clean,
      orientation: 3,
      animated: false,
    });
    expect(cleanPhoto(riff(header(0), chunk('ANIM', SECRET)), 'image/webp')?.animated).toBe(true);
    expect(cleanPhoto(photo.subarray(0, 40), 'image/webp')).toBeNull();
  });

  it('is dropped from GIF, which stays animated', () => {
    const start = Buffer.concat([
      Buffer.from('GIF89a\x01\x00\x01\x00\x80\x00\x00', 'latin1'),
      Buffer.alloc(6),
    ]);
    const pieces = (...bodies: (Buffer | string)[]) =>
      Buffer.concat([
        ...bodies.map((body) => Buffer.concat([Buffer.from([body.length]), Buffer.from(body)])),
        Buffer.from([0]),
      ]);
    const extension = (label: number, ...bodies: (Buffer | string)[]) =>
      Buffer.concat([Buffer.from([0x21, label]), pieces(...bodies)]);
    const loop = extension(0xff, 'NETSCAPE2.0', '\x01\x00\x00');
    const control = extension(0xf9, '\x00\x00\x00\x00');
    const image = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2]), pieces('\x4c\x01')]);
    const end = Buffer.from([0x3b]);
    const photo = Buffer.concat([
      start,
      extension(0xfe, SECRET, SECRET),
      loop,
      extension(0xff, 'XMP DataXMP', SECRET),
      control,
      image,
      end,
      SECRET,
    ]);
    const clean = Buffer.concat([start, loop, control, image, end]);
    expect(contentOf(photo, 'image/gif')).toEqual(clean);
    expect(cleanPhoto(clean.subarray(0, -4), 'image/gif')).toBeNull();
  });

  it('is not removed from a picture that cannot be parsed', () => {
    for (const type of PHOTO_TYPES) {
      expect(cleanPhoto(Buffer.from('ffd8ffe1000a4578', 'hex'), type)).toBeNull();
      expect(cleanPhoto(Buffer.concat([Buffer.from('<svg>'), SECRET]), type)).toBeNull();
    }
  });

  it('is searched in any bytes in finite time', () => {
    const starts = ['ffd8', '89504e470d0a1a0a', '474946383961', '52494646'].map((hex) =>
      Buffer.from(hex, 'hex'),
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...PHOTO_TYPES),
        fc.constantFrom(...starts),
        (bytes, type, start) => {
          const photo = Buffer.concat([start, Buffer.from(bytes)]);
          const clean = cleanPhoto(photo, type);
          // Clean content stays unchanged.
          if (clean) expect(cleanPhoto(clean.content, type)).toEqual(clean);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
