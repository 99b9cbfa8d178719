import { directionOf, type UiLanguage } from '#wasl/kernel';
import type { NoticeFacts } from './notices.js';

const ISOLATE = '\u2066';
const END_ISOLATE = '\u2069';

/** How much of an answer stands in the text itself; the rest is behind the link. Three SMS, or what a screen shows. */
const MOST_OF_ANSWER = { sms: { ar: 150, en: 330 }, whatsapp: { ar: 3_000, en: 3_000 } };

interface Words {
  received(number: string, code: string): string;
  expected(by: string): string;
  follow: string;
  about(number: string): string;
  rest: string;
  resolved: string;
  code(number: string, code: string): string;
  secret: string;
  stopped: string;
  resumed: string;
}

const WORDS: Record<UiLanguage, Words> = {
  ar: {
    received: (number, code) => `وصلتنا رسالتكم. رقم التذكرة ${number} ورمز المتابعة ${code}.`,
    expected: (by) => `نتوقع إنجازها في موعد أقصاه ${by}.`,
    follow: 'للمتابعة:',
    about: (number) => `التذكرة ${number}:`,
    rest: 'بقية الرد:',
    resolved: 'نعتبر الأمر منجزًا. إن لم يكن كذلك فردّوا على هذه الرسالة.',
    code: (number, code) => `رمز متابعة التذكرة ${number} هو ${code}.`,
    secret: 'لا تشاركوه مع أحد.',
    stopped: 'لن تصلكم منا رسائل نصية بعد الآن. لاستئنافها أرسلوا: ابدأ',
    resumed: 'ستصلكم رسائلنا النصية من جديد. لإيقافها أرسلوا: توقف',
  },
  en: {
    received: (number, code) => `We have received your message. Ticket ${number}, tracking code ${code}.`,
    expected: (by) => `We expect to settle it by ${by}.`,
    follow: 'Follow it:',
    about: (number) => `Ticket ${number}:`,
    rest: 'The whole answer:',
    resolved: 'We consider this settled. If it is not, answer this text.',
    code: (number, code) => `The tracking code of ticket ${number} is ${code}.`,
    secret: 'Give it to nobody.',
    stopped: 'You will get no more texts from us. To get them again, text START',
    resumed: 'You will get our texts again. To stop them, text STOP',
  },
};

/** A number or code that must keep its order in Arabic text. */
function ltr(text: string, language: UiLanguage): string {
  return directionOf(language) === 'rtl' ? ISOLATE + text + END_ISOLATE : text;
}

/** The link stands on a line of its own: telephones would take what follows it for part of it. */
const lines = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join('\n');

export function acknowledgementText(facts: NoticeFacts, language: UiLanguage): string {
  const words = WORDS[language];
  return lines(
    `${facts.sender}: ${words.received(ltr(facts.number, language), ltr(facts.trackingCode, language))}`,
    facts.expectedBy && words.expected(facts.expectedBy),
    words.follow,
    facts.trackUrl,
  );
}

/** An agent's answer: its beginning, and where the whole of it is. */
export function replyText(
  body: string,
  resolved: boolean,
  facts: NoticeFacts,
  language: UiLanguage,
  medium: 'sms' | 'whatsapp',
): string {
  const words = WORDS[language];
  const { text, cut } = beginningOf(body.trim(), MOST_OF_ANSWER[medium][language]);
  return lines(
    `${facts.sender}. ${words.about(ltr(facts.number, language))}`,
    text,
    resolved ? words.resolved : null,
    cut ? words.rest : null,
    facts.trackUrl,
  );
}

export function codeText(facts: NoticeFacts, language: UiLanguage): string {
  const words = WORDS[language];
  return lines(
    `${facts.sender}: ${words.code(ltr(facts.number, language), ltr(facts.trackingCode, language))} ${words.secret}`,
    facts.trackUrl,
  );
}

/** What STOP and START are answered with, once. */
export function keywordText(keyword: 'stop' | 'start', sender: string, language: UiLanguage): string {
  const words = WORDS[language];
  return `${sender}: ${keyword === 'stop' ? words.stopped : words.resumed}`;
}

function beginningOf(text: string, most: number): { text: string; cut: boolean } {
  if (text.length <= most) return { text, cut: false };
  const beginning = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return { text: `${beginning.replace(/\s+\S*$/, '') || beginning}…`, cut: true };
}
