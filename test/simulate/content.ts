import type { Random } from './random.js';

export type Language = 'ar' | 'en';

interface Matter {
  queue: 'general' | 'billing' | 'technical' | 'complaints';
  kind: 'enquiry' | 'complaint' | 'request' | 'report';
  subject: string;
  text: string;
}

const MATTERS: Record<Language, Matter[]> = {
  ar: [
    {
      queue: 'technical',
      kind: 'report',
      subject: 'إنارة الشارع',
      text: 'المصباح أمام البيت لا يعمل منذ أسبوع.',
    },
    { queue: 'billing', kind: 'enquiry', subject: 'فاتورة مرتفعة', text: 'الفاتورة ضعف ما كانت عليه.' },
    {
      queue: 'complaints',
      kind: 'complaint',
      subject: 'انتظار طويل في المركز الصحي',
      text: 'انتظرت ثلاث ساعات.',
    },
    {
      queue: 'general',
      kind: 'request',
      subject: 'تجديد الإقامة',
      text: 'ما الأوراق المطلوبة لتجديد الإقامة؟',
    },
  ],
  en: [
    {
      queue: 'technical',
      kind: 'report',
      subject: 'Water leak',
      text: 'Water has been running down the road since noon.',
    },
    {
      queue: 'billing',
      kind: 'enquiry',
      subject: 'Payment not recorded',
      text: 'I paid on Sunday; the bill still shows it.',
    },
    {
      queue: 'complaints',
      kind: 'complaint',
      subject: 'Refused exchange',
      text: 'The shop would not take it back.',
    },
    { queue: 'general', kind: 'request', subject: 'Passport renewal', text: 'Which day can I come in?' },
  ],
};
const NAMES: Record<Language, string[]> = {
  ar: ['فاطمة علي', 'عبد الله حسن', 'مريم السيد', 'يوسف خليل', 'زينب أحمد'],
  en: ['Sara Kumar', 'John Mathew', 'Layla Aziz', 'Peter Cruz', 'Hana Lim'],
};

export interface Content extends Matter {
  language: Language;
  name: string;
}

/** A random enquiry of one person. */
export function randomContent(random: Random): Content {
  const language = random.chance(0.6) ? 'ar' : 'en';
  return { language, name: random.pick(NAMES[language]), ...random.pick(MATTERS[language]) };
}

export const ANSWERS: Record<Language, string> = {
  ar: 'شكرا لتواصلك معنا، وصلنا طلبك ونعمل عليه.',
  en: 'Thank you for writing. We have it in hand.',
};
export const SOLUTIONS: Record<Language, string> = { ar: 'انتهت معالجة الطلب.', en: 'This has been done.' };
