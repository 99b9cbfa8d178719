import type { UiLanguage } from '#wasl/kernel';
import type { Paragraph } from './mail-body.js';

/** Stands for the link until the mail leaves: a mail that waits holds nothing with which one could get in. */
export const LINK_PLACE = 'https://link.invalid/set-password';

interface Words {
  sender: string;
  subject: string;
  hello: string;
  asked: string;
  open: string;
  expires: string;
  notAsked: string;
}

const WORDS: Record<UiLanguage, Words> = {
  ar: {
    sender: 'وصل',
    subject: 'تعيين كلمة مرور جديدة',
    hello: 'تحية طيبة،',
    asked: 'طُلب تعيين كلمة مرور جديدة لحسابكم في وصل.',
    open: 'لتعيينها افتحوا هذا الرابط:',
    expires: 'يصلح الرابط مرة واحدة، ولمدة ساعة.',
    notAsked: 'إن لم تطلبوا ذلك فتجاهلوا هذه الرسالة؛ كلمة مروركم لم تتغير.',
  },
  en: {
    sender: 'Wasl',
    subject: 'Set a new password',
    hello: 'Hello,',
    asked: 'someone asked to set a new password for your account with Wasl.',
    open: 'To set it, open this link:',
    expires: 'The link is good once, for an hour.',
    notAsked: 'If it was not you, ignore this mail; your password is unchanged.',
  },
};

export interface StaffNotice {
  sender: string;
  subject: string;
  paragraphs: Paragraph[];
}

/** Told to whoever forgot their password. */
export function passwordReset(language: UiLanguage): StaffNotice {
  const words = WORDS[language];
  return {
    sender: words.sender,
    subject: words.subject,
    paragraphs: [
      { line: [words.hello] },
      { line: [words.asked] },
      { line: [words.open] },
      { link: LINK_PLACE },
      { line: [words.expires] },
      { line: [words.notAsked] },
    ],
  };
}
