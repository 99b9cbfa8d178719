import type { uploadEn } from './upload.en.js';

/** ما يُقال أثناء إرسال الملفات على دفعات؛ يملأ نص الصفحة البرمجي `{name}` و`{percent}`. */
export const uploadAr: typeof uploadEn = {
  sending: 'جارٍ إرسال «\u2068{name}\u2069»: \u2066{percent}%\u2069',
  checking: 'وصل «\u2068{name}\u2069» ويجري فحصه.',
  waiting: 'لا يوجد اتصال. يُستأنف إرسال «\u2068{name}\u2069» تلقائيًا من \u2066{percent}%\u2069.',
  sent: 'أُرفق «\u2068{name}\u2069».',
  later: 'سيُرسل «\u2068{name}\u2069» مع النموذج.',
  hold: 'تُتابع الصفحة حالما تصل الملفات.',
  remove: 'إزالة',
  cancel: 'إلغاء',
};
