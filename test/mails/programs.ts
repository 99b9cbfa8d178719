import { base64, file, html, lines, type MailCase, mail, multipart, part, PNG, text, word } from './build.js';

const PDF = '%PDF-1.4';
const ARABIC = 'الإنارة أمام بيتنا لا تعمل.';
const of = (type: string, boundary: string, more = '') =>
  `Content-Type: multipart/${type}; boundary="${boundary}"${more}`;
const nested = (type: string, boundary: string, parts: Buffer[], more = '') =>
  part([of(type, boundary, more)], multipart(boundary, parts));
const quoted = (type: string, body: string, charset = 'utf-8') =>
  part([`Content-Type: ${type}; charset=${charset}`, 'Content-Transfer-Encoding: quoted-printable'], body);
const inline = (name: string, type: string, id: string) =>
  part(
    [
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: inline; filename="${name}"`,
      `Content-ID: <${id}>`,
      'Content-Transfer-Encoding: base64',
    ],
    base64(PNG),
  );

/** Mails of programs of people: the headers and the structure that each of them writes. */
const BY_PEOPLE: MailCase[] = [
  mail('Outlook for Windows', {
    head: [
      of('alternative', '----=_NextPart_000_0001_01DA0001.ABCD1234'),
      'X-Mailer: Microsoft Outlook 16.0',
      'Thread-Topic: Street light',
      'Thread-Index: AdoAAQ==',
      'Content-Language: ar-bh',
    ],
    body: multipart('----=_NextPart_000_0001_01DA0001.ABCD1234', [
      quoted('text/plain', 'It is dark=2E'),
      quoted(
        'text/html',
        '<html xmlns:o=3D"urn:schemas-microsoft-com:office:office"><body><p class=3DMsoNormal>It is dark=2E<o:p></o:p></p></body></html>',
      ),
    ]),
  }),
  mail('Outlook on the web, signature with a picture', {
    head: [of('related', '_004_A_', ';\r\n\ttype="multipart/alternative"')],
    body: multipart('_004_A_', [
      nested('alternative', '_000_A_', [
        text('It is dark.'),
        html('<p>It is dark.</p><img src="cid:image001.png@01DA">'),
      ]),
      inline('image001.png', 'image/png', 'image001.png@01DA'),
    ]),
  }),
  mail('Outlook for Mac', {
    head: [of('alternative', 'B_3780000000_1'), 'User-Agent: Microsoft-MacOutlook/16.80'],
    body: multipart('B_3780000000_1', [
      quoted('text/plain', 'It is dark=2E'),
      quoted('text/html', '<p>It is dark=2E</p>'),
    ]),
  }),
  mail('Outlook for Android', {
    head: [of('alternative', '_000_DB9_'), 'Content-Language: en-GB'],
    body: multipart('_000_DB9_', [
      text('It is dark.\r\n\r\nGet Outlook for Android<https://aka.ms/x>'),
      html('<div>It is dark.</div>'),
    ]),
  }),
  mail('Outlook Express', {
    head: [
      of('alternative', '----=_NextPart_000_0005'),
      'X-MSMail-Priority: Normal',
      'X-Mailer: Microsoft Outlook Express 6.00',
    ],
    body: multipart('----=_NextPart_000_0005', [text(ARABIC, 'windows-1256'), html('<p>x</p>')]),
  }),
  mail('Gmail on the web', {
    head: [of('alternative', '0000000000001a2b'), 'X-Gm-Message-State: AOJu0Y'],
    body: multipart('0000000000001a2b', [
      part(
        ['Content-Type: text/plain; charset="UTF-8"', 'Content-Transfer-Encoding: base64'],
        base64(ARABIC),
      ),
      part(
        ['Content-Type: text/html; charset="UTF-8"', 'Content-Transfer-Encoding: base64'],
        base64(`<div dir="rtl">${ARABIC}</div>`),
      ),
    ]),
  }),
  mail('Gmail with a photo', {
    head: [of('mixed', '00a1')],
    body: multipart('00a1', [
      nested('alternative', '00b1', [text('It is dark.'), html('<div dir="ltr">It is dark.</div>')]),
      part(
        [
          'Content-Type: image/jpeg; name="IMG_2041.jpg"',
          'Content-Disposition: attachment; filename="IMG_2041.jpg"',
          'Content-Transfer-Encoding: base64',
          'Content-ID: <f_abc0>',
          'X-Attachment-Id: f_abc0',
        ],
        base64(PNG),
      ),
    ]),
  }),
  mail('Gmail in confidential mode', {
    head: [of('alternative', '00c1')],
    body: multipart('00c1', [
      text('Person has sent you an email via Gmail confidential mode: https://x.example'),
      html('<p>x</p>'),
    ]),
  }),
  mail('Apple Mail on a telephone', {
    head: [
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      'X-Mailer: iPhone Mail (21F90)',
    ],
    body: 'It is dark=2E\r\n\r\nSent from my iPhone',
  }),
  mail('Apple Mail on a telephone in Arabic', {
    head: [
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      'Mime-Version: 1.0 (1.0)',
    ],
    body: base64(`${ARABIC}\r\n\r\nأُرسلت من الـ iPhone`),
  }),
  mail('Apple Mail with photos between words', {
    head: [of('mixed', 'Apple-Mail-1')],
    body: multipart('Apple-Mail-1', [
      quoted('text/plain', 'Before:'),
      inline('IMG_0001.heic', 'image/heic', '1@apple'),
      quoted('text/plain', 'After:'),
      inline('IMG_0002.heic', 'image/heic', '2@apple'),
    ]),
  }),
  mail('Apple Mail on a Mac with a PDF', {
    head: [of('alternative', 'Apple-Mail=_A'), 'X-Mailer: Apple Mail (2.3774.600.62)'],
    body: multipart('Apple-Mail=_A', [
      quoted('text/plain', 'It is dark=2E'),
      nested('mixed', 'Apple-Mail=_B', [
        html('<p>It is dark.</p>'),
        file('plan.pdf', 'application/pdf', PDF),
      ]),
    ]),
  }),
  mail('Thunderbird', {
    head: [
      'Content-Type: text/plain; charset=UTF-8; format=flowed',
      'Content-Transfer-Encoding: 8bit',
      'User-Agent: Mozilla Thunderbird',
    ],
    body: 'The lamp in front of our house \r\nis out.\r\n',
  }),
  mail('Thunderbird with an autocrypt key', {
    head: [of('mixed', '------------x'), 'Autocrypt: addr=person@home.example; keydata=\r\n xsDNBF'],
    body: multipart('------------x', [
      nested('mixed', '------------y', [text('It is dark.')]),
      file('OpenPGP_0x1.asc', 'application/pgp-keys', 'KEY'),
    ]),
  }),
  mail('Yahoo Mail', {
    head: [of('alternative', '----=_Part_1_2.3'), 'X-Mailer: WebService/1.1.22407 YMailNovation'],
    body: multipart('----=_Part_1_2.3', [
      text('It is dark.'),
      html('<html><head></head><body><div class="ydp1">It is dark.</div></body></html>'),
    ]),
  }),
  mail('Samsung Email', {
    head: [of('mixed', '--_com.samsung.android.email_1')],
    body: multipart('--_com.samsung.android.email_1', [
      nested('alternative', '--_com.samsung.android.email_2', [
        part(
          ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
          base64('It is dark.'),
        ),
        html('<p>It is dark.</p>'),
      ]),
      file('20260101_120000.jpg', 'image/jpeg', PNG),
    ]),
  }),
  mail('K-9 Mail', {
    head: [of('alternative', '----K9'), 'User-Agent: K-9 Mail for Android'],
    body: multipart('----K9', [
      text('It is dark.\r\n-- \r\nSent from my Android device with K-9 Mail.'),
      html('<p>It is dark.</p>'),
    ]),
  }),
  mail('Proton Mail', {
    head: [of('alternative', 'b1_p')],
    body: multipart('b1_p', [text('It is dark.'), html('<div style="font-family: Arial">It is dark.</div>')]),
  }),
  mail('Zimbra', {
    head: [of('alternative', '=_z'), 'X-Mailer: Zimbra 8.8.15'],
    body: multipart('=_z', [text('It is dark.'), html('<div>It is dark.</div>')]),
  }),
  mail('Roundcube', {
    head: [
      'Content-Type: text/plain; charset=US-ASCII;\r\n format=flowed',
      'User-Agent: Roundcube Webmail/1.6.5',
    ],
    body: 'It is dark.\r\n',
  }),
  mail('Lotus Notes', {
    head: [of('alternative', '=_alternative 0012_='), 'X-Mailer: Lotus Notes Release 8.5.3'],
    body: multipart('=_alternative 0012_=', [
      text('It is dark.', 'us-ascii'),
      html('<font size=2 face="sans-serif">It is dark.</font>'),
    ]),
  }),
  mail('GroupWise', {
    head: [of('mixed', '=__Part1.0__='), 'X-Mailer: Novell GroupWise 18'],
    body: multipart('=__Part1.0__=', [text('It is dark.'), file('plan.pdf', 'application/pdf', PDF)]),
  }),
  mail('mutt with a signature', {
    head: [
      of('signed', 'x', '; micalg=pgp-sha256; protocol="application/pgp-signature"'),
      'User-Agent: Mutt/2.2',
    ],
    body: multipart('x', [
      text('It is dark.'),
      part(
        ['Content-Type: application/pgp-signature; name="signature.asc"'],
        '-----BEGIN PGP SIGNATURE-----\r\n-----END PGP SIGNATURE-----\r\n',
      ),
    ]),
  }),
  mail('Pine', {
    head: [of('mixed', '0-1-2=:3'), 'Content-ID: <Pine.1@home.example>'],
    body: multipart('0-1-2=:3', [
      part(['Content-Type: TEXT/PLAIN; charset=US-ASCII'], 'It is dark.'),
      file('plan.pdf', 'application/pdf', PDF),
    ]),
  }),
];

/** Mails of devices and services for people. */
const BY_DEVICES: MailCase[] = [
  mail('scanner that sends a file only', {
    subject: 'Scan from MFP-12345',
    head: [of('mixed', 'scan'), 'X-Mailer: MFP'],
    body: multipart('scan', [file('SCN_0001.pdf', 'application/pdf', PDF)]),
  }),
  mail('scanner that sends an empty text', {
    subject: 'Message from KM_C258',
    head: [of('mixed', 'KONICA_MINOLTA_1')],
    body: multipart('KONICA_MINOLTA_1', [
      text('', 'us-ascii'),
      file('SKM_C25826010112000.tif', 'image/tiff', 'II*'),
    ]),
  }),
  mail('fax gateway', {
    from: '"Fax +97317555555" <person@home.example>',
    subject: 'Fax received from +97317555555 (2 pages)',
    head: [of('mixed', 'fax')],
    body: multipart('fax', [text('2 pages, 14400 bps'), file('fax0001.tif', 'image/tiff', 'II*')]),
  }),
  mail('voice mail of a telephone system', {
    subject: '[PBX]: New message 3 in mailbox 401',
    head: [of('mixed', '----voicemail_1')],
    body: multipart('----voicemail_1', [
      text('There is a new message, 0:17 long.'),
      file('msg0003.wav', 'audio/x-wav', 'RIFF'),
    ]),
  }),
  mail('web form of a ministry', {
    from: `${word('نموذج التواصل')} <person@home.example>`,
    subject: word('رسالة من الموقع'),
    head: [
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: 8bit',
      'X-Mailer: PHPMailer 6.9',
    ],
    body: `الاسم: ليلى\r\nالهاتف: 33123456\r\nالرسالة: ${ARABIC}\r\n`,
  }),
  mail('web form in HTML alone', {
    head: ['Content-Type: text/html; charset=UTF-8'],
    body: '<table><tr><td>Name:</td><td>Laila</td></tr><tr><td>Message:</td><td>It is dark.</td></tr></table>',
  }),
  mail('chat exported to mail', {
    subject: 'WhatsApp Chat with Landlord',
    head: [of('mixed', '----=_chat')],
    body: multipart('----=_chat', [
      text('Chat history is attached.'),
      part(
        [
          'Content-Type: text/plain; name="WhatsApp Chat with Landlord.txt"',
          'Content-Disposition: attachment; filename="WhatsApp Chat with Landlord.txt"',
          'Content-Transfer-Encoding: base64',
        ],
        base64('1/1/26, 10:00 - Landlord: tomorrow'),
      ),
    ]),
  }),
  mail('telephone network: message by mail', {
    from: '97333123456@mms.example',
    subject: null,
    head: [of('related', 'mms')],
    body: multipart('mms', [
      part(
        ['Content-Type: text/plain; charset=utf-8; name="text_0.txt"', 'Content-ID: <text_0>'],
        'It is dark.',
      ),
      inline('image0.jpg', 'image/jpeg', 'image0'),
    ]),
  }),
  mail('shared link of a cloud drive', {
    head: [of('alternative', 'drive')],
    body: multipart('drive', [
      text('It is dark.\r\n plan.pdf\r\n<https://drive.example/d/1>'),
      html('<p>It is dark. <a href="https://drive.example/d/1">plan.pdf</a></p>'),
    ]),
  }),
  mail('read aloud: voice assistant', {
    head: ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
    body: base64('it is dark comma please help full stop'),
  }),
  mail('antivirus that adds a footer', {
    head: [of('mixed', 'av')],
    body: multipart('av', [text('It is dark.'), text('This email has been checked for viruses.')]),
  }),
  mail('gateway that wraps the mail', {
    subject: '[EXTERNAL] Street light',
    head: [of('mixed', 'gw')],
    body: multipart('gw', [
      text('CAUTION: from outside.'),
      part(
        ['Content-Type: message/rfc822', 'Content-Disposition: inline'],
        lines(
          'From: Omar <omar@work.example>',
          'Subject: Lamp',
          'Content-Type: text/plain',
          '',
          'It is dark.',
        ),
      ),
    ]),
  }),
];

export const PROGRAMS: MailCase[] = [...BY_PEOPLE, ...BY_DEVICES];
