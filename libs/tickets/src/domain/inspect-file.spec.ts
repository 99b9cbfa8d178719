import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { inspectFile } from './inspect-file.js';

const PICTURES = ['image/png', 'image/gif', 'image/bmp', 'image/webp', 'image/jpeg'];

interface Entry {
  name: string;
  packed: number;
  unpacked: number;
}

/** A ZIP file with a valid directory; the entries contain zeros. */
function zip(entries: Entry[], { share = false } = {}): Buffer {
  const data = share ? 100 : entries.reduce((sum, { packed }) => sum + packed, 0);
  const head = Buffer.alloc(30 + data);
  head.writeUInt32LE(0x04034b50, 0);
  const directory = entries.map(({ name, packed, unpacked }) => {
    const row = Buffer.alloc(46 + name.length);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt32LE(packed, 20);
    row.writeUInt32LE(unpacked, 24);
    row.writeUInt16LE(name.length, 28);
    row.write(name, 46, 'latin1');
    return row;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, ...directory, end]);
}

const MB = 1024 * 1024;
const png = (width: number, height: number) => {
  const content = Buffer.alloc(33);
  content.writeUInt32BE(width, 16);
  content.writeUInt32BE(height, 20);
  return content;
};
const jpeg = (width: number, height: number) =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xc2,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    0,
    0,
  ]);

describe('inspecting a file', () => {
  it.each([
    ['a plain archive', zip([{ name: 'a.txt', packed: 1_000, unpacked: 9_000 }]), null],
    [
      'a document with a few archives in it',
      zip([1, 2, 3].map((i) => ({ name: `${i}.zip`, packed: 10, unpacked: 10 }))),
      null,
    ],
    ['a small file that shrinks well', zip([{ name: 'a', packed: 10, unpacked: 9 * MB }]), null],
    [
      'one that unpacks to a gigabyte',
      zip([{ name: 'a', packed: 100, unpacked: 1_000 * MB }]),
      'archive_too_large',
    ],
    [
      'one that shrank a thousandfold',
      zip([{ name: 'a', packed: 11_000, unpacked: 11 * MB }]),
      'archive_too_large',
    ],
    [
      'one of sizes beyond four gigabytes',
      zip([{ name: 'a', packed: 10, unpacked: 0xffffffff }]),
      'archive_too_large',
    ],
    [
      'one of too many files',
      zip(Array.from({ length: 10_001 }, () => ({ name: 'a', packed: 1, unpacked: 1 }))),
      'archive_too_large',
    ],
    [
      'entries that share their bytes',
      zip(
        Array.from({ length: 50 }, () => ({ name: 'a', packed: 5_000, unpacked: 9_000 })),
        { share: true },
      ),
      'archive_overlapping',
    ],
    [
      'archives in an archive',
      zip(Array.from({ length: 16 }, (_, i) => ({ name: `lib ${i}.zip`, packed: 30, unpacked: 30 }))),
      'archive_nested',
    ],
    ['one cut short', zip([{ name: 'a', packed: 10, unpacked: 10 }]).subarray(0, 60), 'archive_unreadable'],
  ])('should report the fault of %s', (_what, content, fault) => {
    expect(inspectFile(content, 'application/zip')).toBe(fault);
    // The declared type does not matter when the content is an archive.
    expect(inspectFile(content, 'application/vnd.oasis.opendocument.text')).toBe(fault);
  });

  it('should judge compressed streams by the size that they declare', () => {
    expect(inspectFile(gzipSync(Buffer.alloc(1_000)), 'application/gzip')).toBeNull();
    expect(inspectFile(gzipSync(Buffer.alloc(20 * MB)), 'application/gzip')).toBe('archive_too_large');
  });

  it.each([
    ['image/png', png(4_000, 3_000), null],
    ['image/png', png(60_000, 60_000), 'picture_too_large'],
    ['image/jpeg', jpeg(8_000, 6_000), null],
    ['image/jpeg', jpeg(65_000, 65_000), 'picture_too_large'],
    ['image/gif', Buffer.from('GIF89a\xff\xff\xff\xff\0\0', 'latin1'), 'picture_too_large'],
    ['image/gif', Buffer.from('GIF89a\x10\x00\x10\x00\0\0', 'latin1'), null],
    [
      'image/webp',
      Buffer.concat([Buffer.from('RIFF....WEBPVP8X........'), Buffer.alloc(6, 0xff)]),
      'picture_too_large',
    ],
    ['image/png', Buffer.from('short'), null],
  ])('should read a picture’s size from its header: %s', (type, content, fault) => {
    expect(inspectFile(content, type)).toBe(fault);
  });

  it('should terminate for any bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(...PICTURES, 'application/zip', 'application/gzip'),
        (bytes, type) => {
          inspectFile(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from(bytes)]), type);
          inspectFile(Buffer.from(bytes), type);
        },
      ),
    );
  });
});
