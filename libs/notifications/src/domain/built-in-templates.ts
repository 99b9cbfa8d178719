import type { UiLanguage } from '#wasl/kernel';
import type { TemplateKind, TemplateMedium, TemplateText } from './template-catalogue.js';

type BuiltIn = Record<TemplateKind, Partial<Record<TemplateMedium, TemplateText>>>;

const mail = (paragraphs: string[], subject = '{{subject}}'): TemplateText => ({
  subject,
  body: paragraphs.join('\n\n'),
});
const text = (lines: string[]): TemplateText => ({ subject: null, body: lines.join('\n') });

/** What is said where nobody has written other words. */
export const BUILT_IN: Record<UiLanguage, BuiltIn> = {
  ar: {
    acknowledgement: {
      mail: mail([
        'تحية طيبة،',
        'وصلتنا رسالتكم وسُجِّلت تذكرة برقم {{ticketNumber}}.',
        'الموضوع: {{subject}}',
        'نتوقع إنجازها في موعد أقصاه {{expectedBy}}.',
        'لمتابعة التذكرة:',
        '{{trackLink}}',
        'رمز المتابعة: {{trackingCode}}',
        'لإضافة معلومات يكفي الرد على هذه الرسالة.',
        '{{sender}}',
      ]),
      text: text([
        '{{sender}}: وصلتنا رسالتكم. رقم التذكرة {{ticketNumber}} ورمز المتابعة {{trackingCode}}.',
        'نتوقع إنجازها في موعد أقصاه {{expectedBy}}.',
        'للمتابعة:',
        '{{trackLink}}',
      ]),
    },
    reply: {
      mail: mail(['{{answer}}', '—', 'رقم التذكرة: {{ticketNumber}}', '{{trackLink}}']),
      text: text([
        '{{sender}}. التذكرة {{ticketNumber}}:',
        '{{answer}}',
        '{{whenShortened}}بقية الرد:',
        '{{trackLink}}',
      ]),
    },
    resolved: {
      mail: mail([
        '{{answer}}',
        '—',
        'نعتبر هذا الأمر منجزًا. إن لم يكن كذلك فردّوا على هذه الرسالة لنعيد فتح التذكرة.',
        'رقم التذكرة: {{ticketNumber}}',
        '{{trackLink}}',
      ]),
      text: text([
        '{{sender}}. التذكرة {{ticketNumber}}:',
        '{{answer}}',
        'نعتبر الأمر منجزًا. إن لم يكن كذلك فردّوا على هذه الرسالة.',
        '{{whenShortened}}بقية الرد:',
        '{{trackLink}}',
      ]),
    },
    tracking_code: {
      mail: mail([
        'تحية طيبة،',
        'طُلب رمز متابعة التذكرة رقم {{ticketNumber}}.',
        'رمز المتابعة: {{trackingCode}}',
        '{{trackLink}}',
        'إن لم تطلبوه فتجاهلوا هذه الرسالة، ولا تشاركوا الرمز مع أحد.',
        '{{sender}}',
      ]),
      text: text([
        '{{sender}}: رمز متابعة التذكرة {{ticketNumber}} هو {{trackingCode}}. لا تشاركوه مع أحد.',
        '{{trackLink}}',
      ]),
    },
    report_confirm: {
      mail: mail(
        [
          'تحية طيبة،',
          'طُلب إشعار هذا العنوان بمستجدات البلاغ رقم {{ticketNumber}} ({{reportService}}).',
          'لتأكيد ذلك افتحوا هذا الرابط:',
          '{{confirmLink}}',
          'إن لم تطلبوا ذلك فتجاهلوا هذه الرسالة: لن تصلكم رسائل أخرى، ويُحذف عنوانكم خلال يومين.',
          '{{sender}}',
        ],
        'تأكيد متابعة البلاغ: {{reportService}}',
      ),
      text: text([
        '{{sender}}: لمتابعة البلاغ {{ticketNumber}} أكّدوا رقمكم من هنا:',
        '{{confirmLink}}',
        'إن لم تطلبوا ذلك فتجاهلوا الرسالة.',
      ]),
    },
    report_stage: {
      mail: mail(
        [
          'تحية طيبة،',
          'البلاغ الذي تتابعونه، رقم {{ticketNumber}} ({{reportService}}):',
          '{{reportStage}}.',
          '{{reportLink}}',
          '—',
          'لا تُقرأ الردود على هذه الرسالة. لإيقاف هذه الإشعارات:',
          '{{stopLink}}',
          '{{sender}}',
        ],
        '{{reportService}}: {{reportStage}}',
      ),
      text: text([
        '{{sender}}. البلاغ {{ticketNumber}}: {{reportStage}}.',
        '{{reportLink}}',
        'للإيقاف أرسلوا: توقف',
      ]),
    },
    password_reset: {
      mail: mail(
        [
          'تحية طيبة،',
          'طُلب تعيين كلمة مرور جديدة لحسابكم في وصل.',
          'لتعيينها افتحوا هذا الرابط:',
          '{{passwordLink}}',
          'يصلح الرابط مرة واحدة، ولمدة ساعة.',
          'إن لم تطلبوا ذلك فتجاهلوا هذه الرسالة؛ كلمة مروركم لم تتغير.',
        ],
        'تعيين كلمة مرور جديدة',
      ),
    },
    texts_stopped: { text: text(['{{sender}}: لن تصلكم منا رسائل نصية بعد الآن. لاستئنافها أرسلوا: ابدأ']) },
    texts_resumed: { text: text(['{{sender}}: ستصلكم رسائلنا النصية من جديد. لإيقافها أرسلوا: توقف']) },
  },
  en: {
    acknowledgement: {
      mail: mail([
        'Hello,',
        'we have received your message and opened ticket {{ticketNumber}}.',
        'Subject: {{subject}}',
        'We expect to settle it by {{expectedBy}}.',
        'To follow it:',
        '{{trackLink}}',
        'Tracking code: {{trackingCode}}',
        'To add anything, simply reply to this mail.',
        '{{sender}}',
      ]),
      text: text([
        '{{sender}}: We have received your message. Ticket {{ticketNumber}}, tracking code {{trackingCode}}.',
        'We expect to settle it by {{expectedBy}}.',
        'Follow it:',
        '{{trackLink}}',
      ]),
    },
    reply: {
      mail: mail(['{{answer}}', '—', 'Ticket {{ticketNumber}}', '{{trackLink}}']),
      text: text([
        '{{sender}}. Ticket {{ticketNumber}}:',
        '{{answer}}',
        '{{whenShortened}}The whole answer:',
        '{{trackLink}}',
      ]),
    },
    resolved: {
      mail: mail([
        '{{answer}}',
        '—',
        'We consider this settled. If it is not, reply to this mail and the ticket will be opened again.',
        'Ticket {{ticketNumber}}',
        '{{trackLink}}',
      ]),
      text: text([
        '{{sender}}. Ticket {{ticketNumber}}:',
        '{{answer}}',
        'We consider this settled. If it is not, answer this text.',
        '{{whenShortened}}The whole answer:',
        '{{trackLink}}',
      ]),
    },
    tracking_code: {
      mail: mail([
        'Hello,',
        'someone asked for the tracking code of ticket {{ticketNumber}}.',
        'Tracking code: {{trackingCode}}',
        '{{trackLink}}',
        'If it was not you, ignore this mail, and give the code to nobody.',
        '{{sender}}',
      ]),
      text: text([
        '{{sender}}: The tracking code of ticket {{ticketNumber}} is {{trackingCode}}. Give it to nobody.',
        '{{trackLink}}',
      ]),
    },
    report_confirm: {
      mail: mail(
        [
          'Hello,',
          'someone asked that this address be told how report {{ticketNumber}} ({{reportService}}) goes on.',
          'To confirm that, open this link:',
          '{{confirmLink}}',
          'If it was not you, ignore this mail: nothing more will come, and your address is deleted within two days.',
          '{{sender}}',
        ],
        'Confirm that you follow the report: {{reportService}}',
      ),
      text: text([
        '{{sender}}: To follow report {{ticketNumber}}, confirm your number here:',
        '{{confirmLink}}',
        'If it was not you, ignore this.',
      ]),
    },
    report_stage: {
      mail: mail(
        [
          'Hello,',
          'the report that you follow, {{ticketNumber}} ({{reportService}}):',
          '{{reportStage}}.',
          '{{reportLink}}',
          '—',
          'Replies to this mail are not read. To get no more of these notices:',
          '{{stopLink}}',
          '{{sender}}',
        ],
        '{{reportService}}: {{reportStage}}',
      ),
      text: text([
        '{{sender}}. Report {{ticketNumber}}: {{reportStage}}.',
        '{{reportLink}}',
        'To stop these, text STOP',
      ]),
    },
    password_reset: {
      mail: mail(
        [
          'Hello,',
          'someone asked to set a new password for your account with Wasl.',
          'To set it, open this link:',
          '{{passwordLink}}',
          'The link is good once, for an hour.',
          'If it was not you, ignore this mail; your password is unchanged.',
        ],
        'Set a new password',
      ),
    },
    texts_stopped: {
      text: text(['{{sender}}: You will get no more texts from us. To get them again, text START']),
    },
    texts_resumed: { text: text(['{{sender}}: You will get our texts again. To stop them, text STOP']) },
  },
};
