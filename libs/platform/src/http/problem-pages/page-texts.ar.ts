import type { pageTextsEn } from './page-texts.en.js';

/** The same in Arabic; the compiler sees to it that no text is missing. */
export const pageTextsAr: Record<keyof typeof pageTextsEn, string> = {
  heading: 'الأخطاء التي تجيب بها الواجهة البرمجية',
  intro:
    'كل رفض من الواجهة البرمجية مستند خطأ وفق RFC 9457. رمزه code لا يتغيّر، ويقود type إلى إحدى هذه الصفحات.',
  all: 'كل الرموز',
  status: 'حالة HTTP',
  meaning: 'ماذا يعني',
  action: 'ماذا تفعل',
  fields: 'رموز الحقول',
  fieldsIntro: 'ترد في errors، كلٌّ مع مسار حقله ورسالة.',
  live: 'يُرسل عبر الاتصال المباشر، بلا حالة HTTP',
  other: 'English',
  'do.invalid': 'صحّح الطلب قبل إعادة إرساله. إذا ورد errors في الجواب فكل عنصر فيه يسمّي حقلًا.',
  'do.unauthorized':
    'سجّل الدخول أو أرسل رمز دخول صالحًا: Authorization: Bearer <token>. لا ينجح الطلب نفسه بدون ذلك.',
  'do.forbidden':
    'اطلب الصلاحية من مدير النظام، أو استخدم حسابًا أو رمز دخول يملكها. تسجيل الدخول مرة أخرى لا يفيد.',
  'do.not_found': 'تحقّق من العنوان والمعرّف. ما يخص غيرك يُجاب عنه كأنه غير موجود.',
  'do.method_not_allowed': 'استخدم إحدى الطرائق التي تذكرها الترويسة Allow.',
  'do.conflict': 'اقرأ الحالة الحالية من جديد، وقرّر هل ما زال الطلب مناسبًا، ثم أعده.',
  'do.stale': 'اقرأ المورد من جديد، وطبّق تغييرك على حالته الآن، وأرسله مع ETag الجديد في If-Match.',
  'do.too_large': 'أرسل قدرًا أقل في المرة الواحدة، أو ملفًا أصغر.',
  'do.unsupported_type':
    'أرسل النوع الذي تذكره الترويسة Accept في الجواب، وهو غالبًا application/json بترميز UTF-8 وبلا ضغط.',
  'do.unprocessable': 'الطلب سليم الشكل لكن تنفيذه غير ممكن. غيّر القيم التي يتعلق بها.',
  'do.precondition_required':
    'اقرأ المورد وأرسل ETag الخاص به في If-Match: "<version>". أما If-Match: * فيكتب فوق ما هو موجود أيًّا كان.',
  'do.too_many':
    'انتظر عدد الثواني المذكور في Retry-After. تساعد الترويستان RateLimit-Limit وRateLimit-Remaining على البقاء دون الحد.',
  'do.unavailable': 'أعد المحاولة بعد عدد الثواني المذكور في Retry-After، وفي كل مرة بعد وقت أطول قليلًا.',
  'do.internal':
    'أعد المحاولة مرة واحدة. إذا استمر الخطأ فأبلغ عنه مع معرّف الطلب: الترويسة X-Request-Id أو requestId في مستند الخطأ.',
  'do.code.idempotency.mismatch':
    'استخدم Idempotency-Key جديدًا لكل طلب جديد؛ ولا ترسل المحتوى نفسه إلا لإعادة طلب.',
  'do.code.idempotency.in_progress': 'الطلب الأول بهذا المفتاح ما زال قيد المعالجة. أعده بعد بضع ثوانٍ.',
  'do.code.session.otp_required': 'أرسل الطلب نفسه مع otp: الرمز الحالي من تطبيق المصادقة.',
  'do.code.session.confirm_required':
    'أكّد هوية المستخدم عبر POST /api/v1/session/confirm ثم أعد الطلب. لا تستطيع رموز البرامج ذلك.',
  'do.code.origin.foreign':
    'أرسل الطلب من صفحة على المضيف نفسه، أو من خادم بلا ملفات تعريف الارتباط. يستطيع المشغّل إضافة موقعك إلى CORS_ORIGINS.',
  'do.code.permission.denied':
    'اطلب من مدير النظام الصلاحية التي يذكرها الجواب. تسجيل الدخول مرة أخرى لا يفيد.',
};
