import type { UiLanguage } from '#wasl/kernel';
import type { Paragraph } from './mail-body.js';

export interface NoticeFacts {
  /** grouped */
  number: string;
  subject: string;
  trackUrl: string;
  trackingCode: string;
  /** in the country's zone and the notice's language */
  expectedBy: string | null;
  sender: string;
}

interface Words {
  centre: string;
  hello: string;
  received: string;
  about: string;
  expected: string;
  follow: string;
  code: string;
  reply: string;
  number: string;
  resolved: string;
  codeAsked: string;
  codeNotAsked: string;
}

const WORDS: Record<UiLanguage, Words> = {
  ar: {
    centre: 'مركز الاتصال الوطني',
    hello: 'تحية طيبة،',
    received: 'وصلتنا رسالتكم وسُجِّلت تذكرة برقم ',
    about: 'الموضوع: ',
    expected: 'نتوقع إنجازها في موعد أقصاه ',
    follow: 'لمتابعة التذكرة:',
    code: 'رمز المتابعة: ',
    reply: 'لإضافة معلومات يكفي الرد على هذه الرسالة.',
    number: 'رقم التذكرة: ',
    resolved: 'نعتبر هذا الأمر منجزًا. إن لم يكن كذلك فردّوا على هذه الرسالة لنعيد فتح التذكرة.',
    codeAsked: 'طُلب رمز متابعة التذكرة رقم ',
    codeNotAsked: 'إن لم تطلبوه فتجاهلوا هذه الرسالة، ولا تشاركوا الرمز مع أحد.',
  },
  en: {
    centre: 'National Contact Centre',
    hello: 'Hello,',
    received: 'we have received your message and opened ticket ',
    about: 'Subject: ',
    expected: 'We expect to settle it by ',
    follow: 'To follow it:',
    code: 'Tracking code: ',
    reply: 'To add anything, simply reply to this mail.',
    number: 'Ticket ',
    resolved:
      'We consider this settled. If it is not, reply to this mail and the ticket will be opened again.',
    codeAsked: 'someone asked for the tracking code of ticket ',
    codeNotAsked: 'If it was not you, ignore this mail, and give the code to nobody.',
  },
};

export const centreName = (language: UiLanguage) => WORDS[language].centre;

/** What a requester is told when a ticket was opened. */
export function acknowledgement(facts: NoticeFacts, language: UiLanguage): Paragraph[] {
  const words = WORDS[language];
  return [
    { line: [words.hello] },
    { line: [words.received, { ltr: facts.number }, '.'] },
    { said: `${words.about}${facts.subject}` },
    ...(facts.expectedBy ? [{ line: [`${words.expected}${facts.expectedBy}.`] }] : []),
    { line: [words.follow] },
    { link: facts.trackUrl },
    { line: [words.code, { ltr: facts.trackingCode }] },
    { line: [words.reply] },
    { line: [facts.sender] },
  ];
}

/** An agent's answer, with what the requester needs to go on. */
export function reply(
  body: string,
  resolved: boolean,
  facts: NoticeFacts,
  language: UiLanguage,
): Paragraph[] {
  const words = WORDS[language];
  return [
    { said: body },
    { line: ['—'] },
    ...(resolved ? [{ line: [words.resolved] }] : []),
    { line: [words.number, { ltr: facts.number }] },
    { link: facts.trackUrl },
  ];
}

/** The tracking code, for whoever lost it. */
export function codeReminder(facts: NoticeFacts, language: UiLanguage): Paragraph[] {
  const words = WORDS[language];
  return [
    { line: [words.hello] },
    { line: [words.codeAsked, { ltr: facts.number }, '.'] },
    { line: [words.code, { ltr: facts.trackingCode }] },
    { link: facts.trackUrl },
    { line: [words.codeNotAsked] },
    { line: [facts.sender] },
  ];
}
