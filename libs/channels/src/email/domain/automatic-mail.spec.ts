import { describe, expect, it } from '@jest/globals';
import { automationOf, isAutomaticMail } from './automatic-mail.js';
import { MailHeaders } from './mail-headers.js';

const person = 'person@home.example';
const automatic = (...lines: string[]) => isAutomaticMail(new MailHeaders(lines), person);

describe('automatic mail', () => {
  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated; type=digest',
    'auto-submitted: AUTO-NOTIFIED (vacation)',
    'Auto-Submitted: ',
    'Precedence: bulk',
    'Precedence: junk',
    'Precedence: List',
    'Precedence: auto_reply',
    'List-Id: Weekly news <news.example>',
    'LIST-ID: <x>',
    'X-Auto-Response-Suppress: All',
    'X-Auto-Response-Suppress: DR, OOF, AutoReply',
    'X-Autoreply: yes',
    'X-Autorespond: away',
  ])('is recognised by %j', (line) => {
    expect(automatic(line)).toBe(true);
  });

  it.each([
    'Auto-Submitted: no',
    'Auto-Submitted: No',
    'Auto-Submitted: no (sent by a person)',
    'Auto-Submitted: no; owner-email="x@y.example"',
    'Precedence: first-class',
    'Precedence: normal',
    'X-Auto-Response-Suppress: None',
    'X-Mailer: Autoresponder',
    'Subject: Auto-Submitted: auto-replied',
  ])('is not recognised by %j', (line) => {
    expect(automatic(line)).toBe(false);
  });

  it.each(['', '<>', ' < > '])('is recognised by the empty return path %j', (returnPath) => {
    expect(isAutomaticMail(new MailHeaders([]), returnPath)).toBe(true);
  });

  it('is recognised by one of several equal headers', () => {
    expect(automatic('Auto-Submitted: no', 'Auto-Submitted: auto-replied')).toBe(true);
  });

  it('is not what a person writes', () => {
    expect(automatic('Subject: Street light', `From: ${person}`)).toBe(false);
  });
});

describe('mail of programs', () => {
  const kindOf = (given: { head?: string[]; sender?: string; returnPath?: string; subject?: string }) =>
    automationOf({
      headers: new MailHeaders(given.head ?? []),
      sender: given.sender ?? person,
      returnPath: given.returnPath ?? given.sender ?? person,
      subject: given.subject ?? 'Street light',
    });

  it.each([
    'mailer-daemon@home.example',
    'bounce@news.example',
    'bounces+77-abc=home.example@news.example',
    'bounce-1234@news.example',
    'news-bounces@lists.example',
    'autoresponder@home.example',
    'auto-reply@home.example',
    'listserv@lists.example',
  ])('is automatic from %s', (sender) => {
    expect(kindOf({ sender })).toBe('automatic');
  });

  it.each([
    'X-Auto-Reply: yes',
    'X-Autoreply: yes',
    'X-Autorespond: x',
    'X-Vacation: yes',
    'Precedence: auto-reply',
    'X-Precedence: bulk',
    'Delivered-To: Autoresponder',
    'X-Mail-Autoreply: 1',
  ])('is automatic with %j', (line) => {
    expect(kindOf({ head: [line] })).toBe('automatic');
  });

  it.each([
    'Automatic reply: Street light',
    'Automatic reply',
    'Auto-Reply: [#2648-1937-0525] Street light',
    'Autoreply: x',
    '[EXTERNAL] Automatic reply: x',
    'Out of office: Street light',
    'Out of Office AutoReply: x',
    'AUTO: Layla Hasan is out of the office (returning 09/06/2026)',
    'رد تلقائي: إنارة الشارع',
    'الرد التلقائي: شكرًا',
    'رد آلي : إنارة',
    'Réponse automatique : éclairage',
    "Message d'absence: x",
    'Automatische Antwort: Straßenlicht',
    'Abwesenheitsnotiz: x',
    'Respuesta automática: x',
    'Risposta automatica: x',
    'Resposta automática: x',
    'Automatisch antwoord: x',
    'Otomatik yanıt: x',
    'Автоматический ответ: x',
    '自动回复: x',
    '自動返信：x',
    'پاسخ خودکار: x',
  ])('is automatic with the subject %j', (subject) => {
    expect(kindOf({ subject })).toBe('automatic');
  });

  it.each([
    ...[
      'noreply@bank.example',
      'no-reply@bank.example',
      'no_reply@bank.example',
      'donotreply@bank.example',
      'do-not-reply@bank.example',
      'noreply+ticket7@bank.example',
      'ticket-noreply@bank.example',
      'noreply-dmarc@bank.example',
      'ne-pas-repondre@banque.example',
    ].map((sender) => ({ sender })),
    { head: ['List-Unsubscribe: <mailto:x@news.example>'] },
    { head: ['Feedback-ID: 1:2:3:x'] },
    { head: ['X-Loop: person@home.example'] },
    { sender: 'postmaster@home.example' },
    { returnPath: 'bounces+77-abc@relay.example' },
  ])('may be of a person and is not answered by us: %j', (given) => {
    expect(kindOf(given)).toBe('unanswered');
  });

  it.each([
    { subject: 'Automatic door is broken' },
    { subject: 'Automatic' },
    { subject: 'The automatic reply of your office is wrong' },
    { subject: 'Automatic reply is in English, I need Arabic' },
    { subject: 'Re: Automatic reply: Street light' },
    { subject: 'Out of office hours nobody answers' },
    { subject: 'Out of order: lift' },
    { subject: 'Vacation rentals without permit' },
    { subject: 'Auto: broken traffic light hit my car' },
    { subject: 'Réponse automatique incompréhensible' },
    { subject: 'Abwesenheit meiner Mutter' },
    { subject: 'الرد التلقائي لا يعمل عندي' },
    { subject: 'رد على طلبي' },
    { subject: 'Undelivered parcel' },
    { sender: 'bouncer@club.example' },
    { sender: 'bounce-house@party.example' },
    { sender: 'nora.reply@home.example' },
    { sender: 'info@shop.example' },
    { sender: 'postmasters.club@home.example' },
    { sender: 'noreplyson@home.example' },
    { head: ['Auto-Submitted: no'] },
    { head: ['X-Auto-Reply: no'] },
    { head: ['Delivered-To: general@contact.example'] },
    { head: ['Precedence: first-class'] },
  ])('is not %j', (given) => {
    expect(kindOf(given)).toBe('none');
  });
});
