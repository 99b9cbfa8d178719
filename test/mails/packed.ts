import { base64, CRLF, file, html, lines, type MailCase, mail, multipart, part, PNG, text } from './build.js';

/** Uuencoded files in the text, from before MIME. */
function uu(name: string, content: Buffer, mode = '644'): string {
  const rows: string[] = [];
  for (let at = 0; at < content.length; at += 45) {
    const row = content.subarray(at, at + 45);
    let line = String.fromCharCode(32 + row.length);
    for (let i = 0; i < row.length; i += 3) {
      const value = ((row[i] ?? 0) << 16) | ((row[i + 1] ?? 0) << 8) | (row[i + 2] ?? 0);
      for (const shift of [18, 12, 6, 0])
        line += String.fromCharCode(((value >> shift) & 63) + 32).replace(' ', '`');
    }
    rows.push(line);
  }
  return [`begin ${mode} ${name}`, ...rows, '`', 'end', ''].join(CRLF);
}

const u16 = (n: number) => Buffer.from([n & 255, n >> 8]);
const u32 = (n: number) => Buffer.from([n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >> 24) & 255]);

/** Attributes of a winmail.dat: level, id, type, and data with checksum. */
function attribute(level: 1 | 2, id: number, type: number, data: Buffer): Buffer {
  const sum = data.reduce((total, byte) => (total + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([level]), u16(id), u16(type), u32(data.length), data, u16(sum)]);
}
const tnef = (...attributes: Buffer[]) => Buffer.concat([u32(0x223e9f78), u16(1), ...attributes]);

function properties(...of: [id: number, type: number, value: Buffer][]): Buffer {
  const padded = (value: Buffer) => Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
  return Buffer.concat([
    u32(of.length),
    ...of.flatMap(([id, type, value]) => [
      u16(type),
      u16(id),
      ...(type === 3 ? [value] : [u32(1), u32(value.length), padded(value)]),
    ]),
  ]);
}
const unicode = (value: string) => Buffer.from(`${value}\0`, 'utf16le');

const codepage = attribute(1, 0x9007, 6, Buffer.concat([u32(1256), u32(0)]));
const message = (...of: [number, number, Buffer][]) => attribute(1, 0x9003, 6, properties(...of));
const attached = (name: string, content: Buffer, ...of: [number, number, Buffer][]) =>
  Buffer.concat([
    attribute(2, 0x9002, 6, Buffer.alloc(14)),
    attribute(2, 0x8010, 1, Buffer.from(`${name}\0`)),
    attribute(2, 0x800f, 6, content),
    ...(of.length > 0 ? [attribute(2, 0x9005, 6, properties(...of))] : []),
  ]);
const uncompressed = (rtf: string) =>
  Buffer.concat([
    u32(rtf.length + 12),
    u32(rtf.length),
    Buffer.from('MELA'),
    u32(0),
    Buffer.from(rtf, 'latin1'),
  ]);
/** Compressed RTF: the example of MS-OXRTFCP 4.1, with a reference into the initial dictionary. */
const COMPRESSED = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  'hex',
);
const ARABIC_RTF =
  "{\\rtf1\\ansi\\ansicpg1256{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\f0 \\'e3\\'d9\\'e1\\'e3\\par \\u1605?\\u1592?\\u1604?\\u1605?\\par\\{ok\\}}";

function winmail(name: string, content: Buffer, said = 'It is dark.'): MailCase {
  return mail(name, {
    head: ['Content-Type: multipart/mixed; boundary=b'],
    body: multipart('b', [text(said), file('winmail.dat', 'application/ms-tnef', content)]),
  });
}

/** ASN.1 values by their tags. */
const der = (tag: number, ...inside: Buffer[]): Buffer => {
  const content = Buffer.concat(inside);
  const length =
    content.length < 128
      ? Buffer.from([content.length])
      : Buffer.from([0x82, content.length >> 8, content.length & 255]);
  return Buffer.concat([Buffer.from([tag]), length, content]);
};
const ber = (tag: number, ...inside: Buffer[]) =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...inside, Buffer.alloc(2)]);
const pkcs7 = (kind: number) => der(0x06, Buffer.from('2a864886f70d0107', 'hex'), Buffer.from([kind]));
const signed = (content: Buffer) =>
  der(
    0x30,
    pkcs7(2),
    der(
      0xa0,
      der(
        0x30,
        der(0x02, Buffer.from([1])),
        der(0x31),
        der(0x30, pkcs7(1), der(0xa0, der(0x04, content))),
        der(0x31),
      ),
    ),
  );
const signedInPieces = (content: Buffer) =>
  ber(
    0x30,
    pkcs7(2),
    ber(
      0xa0,
      ber(
        0x30,
        der(0x02, Buffer.from([1])),
        der(0x31),
        ber(
          0x30,
          pkcs7(1),
          ber(0xa0, ber(0x24, der(0x04, content.subarray(0, 20)), der(0x04, content.subarray(20)))),
        ),
        der(0x31),
      ),
    ),
  );
const p7m = (name: string, content: Buffer, kind = 'signed-data') =>
  mail(name, {
    head: [
      `Content-Type: application/pkcs7-mime; smime-type=${kind}; name=smime.p7m`,
      'Content-Disposition: attachment; filename=smime.p7m',
      'Content-Transfer-Encoding: base64',
    ],
    body: base64(content),
  });
const inside = multipart('s', [text('It is dark.'), file('plan.pdf', 'application/pdf', '%PDF-1.4')]);
const insideMail = Buffer.concat([lines('Content-Type: multipart/mixed; boundary=s', ''), inside]);

const PGP_SIGNATURE = [
  '-----BEGIN PGP SIGNATURE-----',
  '',
  'iQEzBAEBCAAdFiEE',
  '=abcd',
  '-----END PGP SIGNATURE-----',
  '',
].join(CRLF);
const PGP_MESSAGE = ['-----BEGIN PGP MESSAGE-----', '', 'hQEMA', '-----END PGP MESSAGE-----', ''].join(CRLF);

/** Content wrapped in other formats, which must be unpacked. */
export const PACKED: MailCase[] = [
  mail('uuencoded file', { body: `It is dark.\r\n\r\n${uu('lamp.png', PNG)}` }),
  mail('uuencoded files between text', {
    body: `It is\r\n${uu('a.png', PNG)}dark.\r\n${uu('b c.png', PNG, '0644')}`,
  }),
  mail('uuencoded file with spaces for zeros', {
    body: `It is dark.\r\n${uu('lamp.png', PNG).replace(/`/g, ' ')}`,
  }),
  mail('uuencoded file cut off', {
    body: `It is dark.\r\n${uu('lamp.png', PNG).split(CRLF).slice(0, 2).join(CRLF)}`,
  }),
  mail('uuencoded in base64', {
    body: `It is dark.\r\nbegin-base64 644 lamp.png\r\n${base64(PNG)}\r\n====\r\n`,
  }),
  mail('begin as a word', { body: 'It is dark.\r\nbegin 644 is what I read\r\nand nothing followed\r\n' }),
  mail('uuencoded part', {
    head: ['Content-Type: multipart/mixed; boundary=b'],
    body: multipart('b', [
      text('It is dark.'),
      part(
        ['Content-Type: image/png; name=lamp.png', 'Content-Transfer-Encoding: x-uuencode'],
        uu('lamp.png', PNG),
      ),
    ]),
  }),
  winmail('winmail.dat with a file', tnef(codepage, attached('lamp.png', PNG))),
  winmail(
    'winmail.dat with a long name',
    tnef(
      codepage,
      attached(
        'LAMP~1.PNG',
        PNG,
        [0x3707, 0x1f, unicode('صورة الشارع.png')],
        [0x370e, 0x1e, Buffer.from('image/png\0')],
        [0x3712, 0x1e, Buffer.from('lamp@x\0')],
      ),
    ),
  ),
  winmail(
    'winmail.dat with the text',
    tnef(codepage, message([0x1000, 0x1f, unicode('It is dark.\r\nمظلم')]), attached('lamp.png', PNG)),
    '',
  ),
  winmail(
    'winmail.dat with text in a codepage',
    tnef(codepage, attribute(1, 0x800c, 2, Buffer.from('e3d9e1e300', 'hex'))),
    '',
  ),
  winmail(
    'winmail.dat with HTML',
    tnef(
      codepage,
      message([0x0037, 0x03, u32(7)], [0x1013, 0x102, Buffer.from('<meta charset=utf-8><p>مظلم</p>')]),
    ),
    '',
  ),
  winmail('winmail.dat with RTF', tnef(codepage, message([0x1009, 0x102, uncompressed(ARABIC_RTF)])), ''),
  winmail('winmail.dat with compressed RTF', tnef(codepage, message([0x1009, 0x102, COMPRESSED])), ''),
  winmail(
    'winmail.dat cut off',
    tnef(codepage, attached('lamp.png', PNG), attached('b.png', PNG)).subarray(0, -40),
  ),
  winmail('winmail.dat that is none', Buffer.from('nothing of the kind')),
  mail('winmail.dat under another type', {
    head: ['Content-Type: multipart/mixed; boundary=b'],
    body: multipart('b', [
      text('It is dark.'),
      file('WINMAIL.DAT', 'application/octet-stream', tnef(attached('lamp.png', PNG))),
    ]),
  }),
  p7m('S/MIME opaque', signed(insideMail)),
  p7m('S/MIME opaque in pieces', signedInPieces(insideMail)),
  p7m(
    'S/MIME opaque twice',
    signed(
      Buffer.concat([
        lines(
          'Content-Type: application/pkcs7-mime; smime-type=signed-data',
          'Content-Transfer-Encoding: base64',
          '',
        ),
        Buffer.from(base64(signed(insideMail))),
      ]),
    ),
  ),
  p7m(
    'S/MIME encrypted',
    der(0x30, pkcs7(3), der(0xa0, der(0x30, der(0x02, Buffer.from([0]))))),
    'enveloped-data',
  ),
  p7m('S/MIME spoilt', signed(insideMail).subarray(0, 18)),
  mail('S/MIME detached', {
    head: [
      'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=b',
    ],
    body: multipart('b', [
      text('It is dark.'),
      part(
        ['Content-Type: application/pkcs7-signature; name=smime.p7s', 'Content-Transfer-Encoding: base64'],
        base64(signed(Buffer.alloc(0))),
      ),
    ]),
  }),
  mail('PGP detached', {
    head: [
      'Content-Type: multipart/signed; protocol="application/pgp-signature"; micalg=pgp-sha256; boundary=b',
    ],
    body: multipart('b', [
      text('It is dark.'),
      part(['Content-Type: application/pgp-signature'], PGP_SIGNATURE),
    ]),
  }),
  mail('PGP in the clear', {
    body: [
      '-----BEGIN PGP SIGNED MESSAGE-----',
      'Hash: SHA256',
      '',
      'It is',
      '- -- dark.',
      PGP_SIGNATURE,
    ].join(CRLF),
  }),
  mail('PGP in the clear with words around', {
    body: [
      'Hello',
      '-----BEGIN PGP SIGNED MESSAGE-----',
      'Hash: SHA256',
      '',
      'It is dark.',
      `${PGP_SIGNATURE}Bye`,
    ].join(CRLF),
  }),
  mail('PGP encrypted', {
    head: ['Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b'],
    body: multipart('b', [
      part(['Content-Type: application/pgp-encrypted'], 'Version: 1'),
      part(['Content-Type: application/octet-stream; name=encrypted.asc'], PGP_MESSAGE),
    ]),
  }),
  mail('RTF as the text', { head: ['Content-Type: text/rtf'], body: ARABIC_RTF }),
  mail('picture in HTML as data', {
    head: ['Content-Type: multipart/alternative; boundary=b'],
    body: multipart('b', [
      text('It is dark.'),
      html(`<p>x<img src="data:image/png;base64,${PNG.toString('base64')}"></p>`),
    ]),
  }),
];
