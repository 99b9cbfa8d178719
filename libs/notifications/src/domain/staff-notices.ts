import type { SecurityChange, WebhookDisabledReason } from '#wasl/contracts';
import type { Localized, UiLanguage } from '#wasl/kernel';
import type { Paragraph } from './mail-body.js';

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
  oidc_linked: {
    ar: 'رُبط حسابكم بحسابكم لدى خدمة الدخول الخاصة بجهتكم.',
    en: 'Your account was linked with your account at the sign-in service of your organisation.',
  },
  oidc_unlinked: {
    ar: 'ألغى مدير النظام ربط حسابكم بخدمة الدخول الخاصة بجهتكم.',
    en: 'An administrator unlinked your account from the sign-in service of your organisation.',
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

const BREAK_GLASS: Record<UiLanguage, { subject: string; used: string; what: string }> = {
  ar: {
    subject: 'استُخدم حساب الطوارئ',
    used: 'سُجّل الدخول إلى حساب الطوارئ في وصل، وهو الحساب المخصص لوقت تعطل خدمة الدخول. الوقت: ',
    what: 'إن لم يكن ذلك متفقًا عليه فعطّلوا الحساب فورًا وراجعوا سجل التدقيق.',
  },
  en: {
    subject: 'The account for emergencies was used',
    used: 'Somebody signed in to the account of Wasl that is kept for the time when the sign-in service fails. Time: ',
    what: 'If this was not agreed, disable the account at once and look into the audit trail.',
  },
};

/** @param at ISO 8601 */
export function breakGlassNotice(
  language: UiLanguage,
  at: string,
): { subject: string; paragraphs: Paragraph[] } {
  const { subject, used, what } = BREAK_GLASS[language];
  return { subject, paragraphs: [{ line: [used, { ltr: at }] }, { line: [what] }] };
}
