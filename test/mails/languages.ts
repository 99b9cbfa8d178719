import iconv from 'iconv-lite';
import { base64, type MailCase, mail, word } from './build.js';

/** What a person writes in a language: a text, its subject, their name, and the charset that older programs use for it. */
interface Sample {
  language: string;
  subject: string;
  text: string;
  name: string;
  legacy?: string;
}

/** The languages of the people who live in the Gulf, and those of its visitors. */
export const SAMPLES: Sample[] = [
  sample('Arabic', 'مصباح مكسور', 'المصباح أمام بيتنا مكسور منذ أسبوع، رقم 12.', 'ليلى حسن', 'windows-1256'),
  sample(
    'English',
    'Broken lamp',
    'The lamp at number 12 doesn’t work – please help.',
    'Sarah O’Neil',
    'windows-1252',
  ),
  sample('Persian', 'چراغ خراب', 'چراغ جلوی خانهٔ ما یک هفته است که خراب است.', 'پریسا کریمی'),
  sample('Urdu', 'خراب بتی', 'ہمارے گھر کے سامنے کی بتی ایک ہفتے سے خراب ہے۔', 'عائشہ خان'),
  sample('Hindi', 'टूटी बत्ती', 'हमारे घर के सामने की बत्ती एक हफ़्ते से ख़राब है।', 'प्रिया शर्मा'),
  sample('Bengali', 'ভাঙা বাতি', 'আমাদের বাড়ির সামনের বাতিটি এক সপ্তাহ ধরে নষ্ট।', 'রহিমা বেগম'),
  sample('Tamil', 'உடைந்த விளக்கு', 'எங்கள் வீட்டின் முன் விளக்கு ஒரு வாரமாக எரியவில்லை.', 'கவிதா ராஜன்'),
  sample('Malayalam', 'കേടായ വിളക്ക്', 'ഞങ്ങളുടെ വീടിനു മുന്നിലെ വിളക്ക് ഒരാഴ്ചയായി കത്തുന്നില്ല.', 'അനിത നായർ'),
  sample('Telugu', 'పాడైన దీపం', 'మా ఇంటి ముందు దీపం వారం రోజులుగా వెలగడం లేదు.', 'లక్ష్మి రెడ్డి'),
  sample('Sinhala', 'කැඩුණු පහන', 'අපේ නිවස ඉදිරිපිට පහන සතියක් තිස්සේ දැල්වෙන්නේ නැත.', 'නිමාලි පෙරේරා'),
  sample('Nepali', 'बिग्रेको बत्ती', 'हाम्रो घर अगाडिको बत्ती एक हप्तादेखि बिग्रेको छ।', 'सीता थापा'),
  sample(
    'Filipino',
    'Sirang ilaw',
    'Isang linggo nang sira ang ilaw sa harap ng bahay namin.',
    'Jose Peña',
    'iso-8859-1',
  ),
  sample(
    'Indonesian',
    'Lampu rusak',
    'Lampu di depan rumah kami sudah rusak sejak seminggu.',
    'Siti Rahayu',
    'us-ascii',
  ),
  sample('Thai', 'ไฟเสีย', 'ไฟหน้าบ้านของเราเสียมาหนึ่งสัปดาห์แล้ว', 'สมชาย ใจดี', 'windows-874'),
  sample('Vietnamese', 'Đèn hỏng', 'Đèn trước nhà chúng tôi đã hỏng một tuần nay.', 'Nguyễn Thị Hoa'),
  sample(
    'simplified Chinese',
    '路灯坏了',
    '我们家门前的路灯已经坏了一个星期，请尽快修理。',
    '王小明',
    'gb18030',
  ),
  sample(
    'traditional Chinese',
    '路燈壞了',
    '我們家門前的路燈已經壞了一個星期，請盡快修理。',
    '陳大文',
    'big5',
  ),
  sample('Japanese', '街灯の故障', '家の前の街灯が一週間前から点いていません。', '山田花子', 'shift_jis'),
  sample('Korean', '고장난 가로등', '집 앞 가로등이 일주일째 고장나 있습니다.', '김민수', 'euc-kr'),
  sample(
    'Russian',
    'Сломан фонарь',
    'Фонарь перед нашим домом не горит уже неделю.',
    'Анна Иванова',
    'koi8-r',
  ),
  sample(
    'Ukrainian',
    'Зламаний ліхтар',
    'Ліхтар перед нашим будинком не світить уже тиждень.',
    'Олена Коваль',
    'windows-1251',
  ),
  sample(
    'Bulgarian',
    'Счупена лампа',
    'Лампата пред нашата къща не свети от една седмица.',
    'Мария Петрова',
    'iso-8859-5',
  ),
  sample(
    'Greek',
    'Χαλασμένη λάμπα',
    'Η λάμπα μπροστά στο σπίτι μας δεν ανάβει εδώ και μία εβδομάδα.',
    'Ελένη Παππά',
    'iso-8859-7',
  ),
  sample('Hebrew', 'פנס שבור', 'הפנס מול הבית שלנו לא עובד כבר שבוע.', 'רחל כהן', 'windows-1255'),
  sample(
    'Turkish',
    'Bozuk lamba',
    'Evimizin önündeki lamba bir haftadır yanmıyor, ışık yok.',
    'Ayşe Yıldız',
    'iso-8859-9',
  ),
  sample(
    'French',
    'Lampadaire cassé',
    'Le lampadaire devant chez nous est éteint depuis une semaine.',
    'Hélène Lefèvre',
    'iso-8859-15',
  ),
  sample(
    'German',
    'Laterne kaputt',
    'Die Straßenlaterne vor unserem Haus ist seit einer Woche aus. Grüße',
    'Jürgen Groß',
    'iso-8859-1',
  ),
  sample(
    'Spanish',
    'Farola rota',
    '¿Cuándo repararán la farola? Lleva una semana sin luz, señores.',
    'María Núñez',
    'iso-8859-1',
  ),
  sample(
    'Portuguese',
    'Candeeiro avariado',
    'O candeeiro em frente à nossa casa não funciona há uma semana.',
    'João Conceição',
    'windows-1252',
  ),
  sample(
    'Polish',
    'Zepsuta latarnia',
    'Latarnia przed naszym domem nie świeci już tydzień, proszę o pomoc.',
    'Łukasz Żak',
    'iso-8859-2',
  ),
  sample(
    'Czech',
    'Rozbitá lampa',
    'Lampa před naším domem nesvítí už týden, prosíme o opravu.',
    'Jiří Dvořák',
    'windows-1250',
  ),
  sample(
    'Hungarian',
    'Rossz lámpa',
    'A házunk előtti lámpa egy hete nem működik, kérjük javítsák meg.',
    'Szabó Ödön',
    'iso-8859-2',
  ),
  sample(
    'Swahili',
    'Taa mbovu',
    'Taa iliyo mbele ya nyumba yetu haifanyi kazi kwa wiki moja.',
    'Amina Juma',
    'us-ascii',
  ),
  sample('Amharic', 'የተሰበረ መብራት', 'ከቤታችን ፊት ያለው መብራት ለአንድ ሳምንት አይሰራም።', 'አበበ ከበደ'),
];

function sample(language: string, subject: string, text: string, name: string, legacy?: string): Sample {
  return { language, subject, text, name, ...(legacy && { legacy }) };
}

const quotedPrintable = (bytes: Buffer) =>
  [...bytes]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
    .replace(/.{72}/g, '$&=\r\n');

function written({ language, subject, text, name, legacy }: Sample): MailCase[] {
  const plain = (charset: string, encoding: string) => [
    `Content-Type: text/plain; charset=${charset}`,
    `Content-Transfer-Encoding: ${encoding}`,
  ];
  return [
    mail(`${language}, UTF-8 in base64`, {
      from: `${word(name)} <person@home.example>`,
      subject: word(subject),
      head: plain('utf-8', 'base64'),
      body: base64(text),
    }),
    mail(`${language}, UTF-8 in quoted-printable`, {
      from: `${word(name, 'utf-8', 'Q')} <person@home.example>`,
      subject: word(subject, 'utf-8', 'Q'),
      head: plain('utf-8', 'quoted-printable'),
      body: quotedPrintable(Buffer.from(text)),
    }),
    mail(`${language}, UTF-8 everywhere`, {
      // As RFC 6532 allows, in quotes where the name needs them.
      from: `"${name}" <person@home.example>`,
      subject,
      head: plain('utf-8', '8bit'),
      body: text,
    }),
    ...(legacy
      ? [
          mail(`${language}, ${legacy}`, {
            from: `${word(name, legacy)} <person@home.example>`,
            subject: word(subject, legacy, 'Q'),
            head: plain(legacy, '8bit'),
            body: iconv.encode(text, legacy),
          }),
        ]
      : []),
  ];
}

/** Each language in each of the forms that mail programs send it in. */
export const LANGUAGES: MailCase[] = SAMPLES.flatMap(written);
