import type { SecurityChange, WebhookDisabledReason } from '#wasl/contracts';
import type { Localized } from '#wasl/kernel';

/** Replaces the link until the mail is sent, so that a queued mail contains no credential. */
export const LINK_PLACEHOLDER = 'https://link.invalid/set-password';

/** The sender name of mail to staff about their own accounts. */
export const STAFF_SENDER: Localized = { ar: 'وصل', en: 'Wasl' };

/** The text for each change of an account's sign-in methods. */
export const SECURITY_CHANGE_TEXTS: Record<SecurityChange, Localized> = {
  totp_added: {
    ar: 'أُضيف تطبيق مصادقة يعطي رموز دخول لمرة واحدة.',
    en: 'An authenticator app was added, which gives one-time codes.',
  },
  totp_removed: {
    ar: 'أُزيل تطبيق المصادقة الذي كان يعطي رموز الدخول.',
    en: 'The authenticator app that gave one-time codes was removed.',
  },
  passkey_added: { ar: 'أُضيف مفتاح مرور.', en: 'A passkey was added.' },
  passkey_removed: { ar: 'أُزيل مفتاح مرور.', en: 'A passkey was removed.' },
  second_factor_reset: {
    ar: 'أزال مدير النظام جميع وسائل التحقق بخطوتين، وأُنهيت جميع جلساتكم.',
    en: 'An administrator removed all your second factors and ended all your sessions.',
  },
};

/** Why a webhook was disabled. */
export const WEBHOOK_FAULT_TEXTS: Record<Exclude<WebhookDisabledReason, 'administrator'>, Localized> = {
  failing: {
    ar: 'لم ينجح التسليم رغم محاولات استمرت أكثر من ثلاثة أيام.',
    en: 'Delivery has failed for more than three days.',
  },
  gone: {
    ar: 'أجاب المستقبِل بأنه لم يعد موجودًا (410).',
    en: 'The receiver answered that it is gone for good (410).',
  },
};
