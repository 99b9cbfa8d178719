import type { Localized } from '#wasl/kernel';

/**
 * How a value is rendered: a `code` keeps its order within Arabic text, a `link` has its own line, text that somebody
 * `said` and a `name` have their own direction, `words` are ours, and a `mark` shows nothing but keeps or removes its
 * line.
 */
export type PlaceholderKind = 'code' | 'link' | 'said' | 'name' | 'words' | 'mark';

export interface Placeholder {
  sort: PlaceholderKind;
  /** The value may be missing; then its line is left out. */
  mayBeEmpty?: true;
  meaning: Localized;
  example: Localized;
}

const same = (example: string): Localized => ({ ar: example, en: example });

/** All placeholders. */
export const PLACEHOLDERS = {
  ticketNumber: {
    sort: 'code',
    meaning: { ar: 'رقم التذكرة', en: 'The ticket’s number' },
    example: same('2648-1937-0521'),
  },
  trackingCode: {
    sort: 'code',
    meaning: {
      ar: 'رمز المتابعة، وبه وحده تُفتح صفحة التذكرة',
      en: 'The tracking code, without which the ticket’s page does not open',
    },
    example: same('K7QX2M9P'),
  },
  trackLink: {
    sort: 'link',
    meaning: {
      ar: 'رابط صفحة التذكرة؛ في سطر وحده',
      en: 'The link to the ticket’s page; on a line of its own',
    },
    example: {
      ar: 'https://portal.example/ar/track/2648-1937-0521',
      en: 'https://portal.example/en/track/2648-1937-0521',
    },
  },
  subject: {
    sort: 'said',
    meaning: { ar: 'موضوع التذكرة كما كتبه صاحبها', en: 'The ticket’s subject, as its requester wrote it' },
    example: { ar: 'إنارة الشارع لا تعمل', en: 'The street light is out' },
  },
  requesterName: {
    sort: 'name',
    mayBeEmpty: true,
    meaning: { ar: 'اسم مقدّم الطلب، إن كان معروفًا', en: 'The requester’s name, where it is known' },
    example: { ar: 'خالد العلي', en: 'Khalid Al Ali' },
  },
  expectedBy: {
    sort: 'words',
    mayBeEmpty: true,
    meaning: {
      ar: 'الموعد المتوقع للإنجاز، إن وُعد بموعد',
      en: 'By when the matter should be settled, where that was promised',
    },
    example: { ar: 'الخميس، 5 مارس 2026 في 2:00 م', en: 'Thursday 5 March 2026 at 14:00' },
  },
  sender: {
    sort: 'words',
    meaning: {
      ar: 'اسم الجهة المعنية، أو اسم المركز',
      en: 'The name of the entity concerned, or of the centre',
    },
    example: { ar: 'مركز الاتصال الوطني', en: 'National Contact Centre' },
  },
  answer: {
    sort: 'said',
    meaning: {
      ar: 'ما كتبه الموظف؛ وفي الرسائل النصية بدايته إن كان طويلًا',
      en: 'What the agent wrote; in texts only its beginning when it is long',
    },
    example: {
      ar: 'شكرًا لبلاغكم. سيصلح فريق الصيانة المصباح غدًا صباحًا.',
      en: 'Thank you for telling us. Our crew will repair the lamp tomorrow morning.',
    },
  },
  whenShortened: {
    sort: 'mark',
    mayBeEmpty: true,
    meaning: {
      ar: 'لا يُظهر شيئًا؛ يبقى سطره فقط إن اختُصر الرد',
      en: 'Shows nothing; its line stands only when the answer was shortened',
    },
    example: same(''),
  },
  reportService: {
    sort: 'words',
    meaning: { ar: 'اسم الخدمة التي يخصها البلاغ', en: 'The service that the report is about' },
    example: { ar: 'إنارة الشوارع', en: 'Street lighting' },
  },
  reportStage: {
    sort: 'words',
    meaning: { ar: 'أين وصل البلاغ', en: 'How far the report is' },
    example: { ar: 'يجري العمل على البلاغ', en: 'Work on the report has begun' },
  },
  reportLink: {
    sort: 'link',
    meaning: {
      ar: 'رابط صفحة البلاغ المفتوحة للجميع؛ في سطر وحده',
      en: 'The link to the report’s page, which is open to everybody; on a line of its own',
    },
    example: {
      ar: 'https://portal.example/ar/reports/2648-1937-0521',
      en: 'https://portal.example/en/reports/2648-1937-0521',
    },
  },
  contactLink: {
    sort: 'link',
    meaning: {
      ar: 'الرابط الذي يؤكد به صاحب العنوان أنه له، أو يقول إنه ليس صاحب التذكرة؛ في سطر وحده',
      en: 'The link by which the owner of an address confirms it, or says that the ticket is not theirs; on a line of its own',
    },
    example: {
      ar: 'https://portal.example/ar/confirm/…',
      en: 'https://portal.example/en/confirm/…',
    },
  },
  signInCode: {
    sort: 'code',
    meaning: {
      ar: 'رمز لمرة واحدة يدخل به صاحب العنوان إلى صفحة طلباته',
      en: 'The one-time code by which the owner of an address signs in to their requests',
    },
    example: same('48291357'),
  },
  contactCode: {
    sort: 'code',
    meaning: {
      ar: 'رمز لمرة واحدة يؤكَّد به العنوان في صفحة التذكرة',
      en: 'The one-time code that confirms the address on the ticket’s page',
    },
    example: same('482913'),
  },
  confirmLink: {
    sort: 'link',
    meaning: {
      ar: 'الرابط الذي يؤكد به المتابع عنوانه؛ في سطر وحده',
      en: 'The link by which a follower confirms the address; on a line of its own',
    },
    example: {
      ar: 'https://portal.example/ar/reports/confirm/…',
      en: 'https://portal.example/en/reports/confirm/…',
    },
  },
  stopLink: {
    sort: 'link',
    meaning: {
      ar: 'الرابط الذي تُوقَف به الإشعارات؛ في سطر وحده',
      en: 'The link by which the notices are stopped; on a line of its own',
    },
    example: {
      ar: 'https://portal.example/ar/reports/stop/…',
      en: 'https://portal.example/en/reports/stop/…',
    },
  },
  passwordLink: {
    sort: 'link',
    meaning: {
      ar: 'الرابط الذي تُعيَّن به كلمة المرور؛ في سطر وحده',
      en: 'The link that sets the password; on a line of its own',
    },
    example: same('https://console.example/set-password#…'),
  },
  securityChange: {
    sort: 'words',
    meaning: {
      ar: 'ما الذي تغيّر في طريقة الدخول إلى الحساب',
      en: 'What was changed about signing in to the account',
    },
    example: { ar: 'أُضيف مفتاح مرور.', en: 'A passkey was added.' },
  },
  webhookReceiver: {
    sort: 'code',
    meaning: {
      ar: 'خادم المستقبِل الذي عُطّل إشعاره',
      en: 'The host of the receiver whose webhook is disabled',
    },
    example: same('receiver.example'),
  },
  webhookFault: {
    sort: 'words',
    meaning: { ar: 'سبب تعطيل الإشعار البرمجي', en: 'Why the webhook was disabled' },
    example: {
      ar: 'لم ينجح التسليم رغم محاولات استمرت أكثر من ثلاثة أيام.',
      en: 'Delivery has failed for more than three days.',
    },
  },
  agentName: {
    sort: 'name',
    meaning: { ar: 'اسم الموظف الذي يكتب', en: 'The name of the agent who writes' },
    example: { ar: 'منى', en: 'Mona' },
  },
  queueName: {
    sort: 'words',
    meaning: { ar: 'اسم قائمة الانتظار', en: 'The name of the queue' },
    example: { ar: 'الخدمات العامة', en: 'General services' },
  },
} as const satisfies Record<string, Placeholder>;

export type PlaceholderName = keyof typeof PLACEHOLDERS;

/** The values; a missing one is null or absent. */
export type Values = Partial<Record<PlaceholderName, string | null>>;

export const placeholder = (place: PlaceholderName): Placeholder => PLACEHOLDERS[place];
export const isPlaceholderName = (name: string): name is PlaceholderName => Object.hasOwn(PLACEHOLDERS, name);
