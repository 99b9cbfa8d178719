import { type BuiltIn, mail, text } from './built-in-parts.js';

export const ARABIC: BuiltIn = {
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
  confirm_address: {
    mail: mail(
      [
        'تحية طيبة،',
        'ذُكر هذا العنوان في التذكرة رقم {{ticketNumber}}. إن كنتم أنتم من قدّمها فأكّدوه لتصلكم الردود عليه:',
        '{{contactLink}}',
        'أو أدخلوا هذا الرمز في صفحة التذكرة: {{contactCode}}',
        'وإن لم تكونوا أنتم فأخبرونا بذلك من الرابط نفسه، ولن تصلكم رسائل أخرى بشأنها.',
        '{{sender}}',
      ],
      'تأكيد عنوانكم',
    ),
    text: text([
      '{{sender}}: ذُكر رقمكم في التذكرة {{ticketNumber}}. لتأكيده رمزه {{contactCode}} أو من هنا:',
      '{{contactLink}}',
      'إن لم تكونوا أنتم فأخبرونا هناك.',
    ]),
  },
  answer_waiting: {
    mail: mail(
      [
        'تحية طيبة،',
        'صدر رد على التذكرة رقم {{ticketNumber}}، ونرسله إليكم حين تؤكدون أن هذا العنوان لكم:',
        '{{contactLink}}',
        'أو أدخلوا هذا الرمز في صفحة التذكرة: {{contactCode}}',
        'وإن لم تكن التذكرة لكم فأخبرونا بذلك من الرابط نفسه، ولن تصلكم رسائل أخرى بشأنها.',
        '{{sender}}',
      ],
      'لديكم رد ينتظر تأكيد عنوانكم',
    ),
    text: text([
      '{{sender}}: صدر رد على التذكرة {{ticketNumber}}. لاستلامه أكّدوا رقمكم بالرمز {{contactCode}} أو من هنا:',
      '{{contactLink}}',
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
  security_notice: {
    mail: mail(
      [
        'تحية طيبة،',
        'تغيّرت طريقة الدخول إلى حسابكم في وصل:',
        '{{securityChange}}',
        'إن كنتم من أجرى هذا التغيير فلا يلزمكم شيء.',
        'وإن لم تكونوا أنتم فأبلغوا مدير النظام فورًا.',
      ],
      'تغيير في طريقة الدخول إلى حسابكم',
    ),
  },
  texts_stopped: { text: text(['{{sender}}: لن تصلكم منا رسائل نصية بعد الآن. لاستئنافها أرسلوا: ابدأ']) },
  texts_resumed: { text: text(['{{sender}}: ستصلكم رسائلنا النصية من جديد. لإيقافها أرسلوا: توقف']) },
};
