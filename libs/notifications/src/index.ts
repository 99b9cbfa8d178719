// For: notices to people about their tickets, in their language, by mail and text, and their delivery.
// Begin reading at: notify-requester.service.ts, then mail-sender.service.ts.
// Never: changes a ticket; it consumes events.
export * from './canned-admin.service.js';
export * from './canned-replies.service.js';
export * from './chat-replies.service.js';
export * from './domain/canned-reply.js';
export * from './domain/placeholders.js';
export * from './domain/template-catalogue.js';
export * from './mail-draft.js';
export * from './mail-jobs.service.js';
export * from './mail-sender.service.js';
export * from './mail-sweep.service.js';
export { MailTransport, SmtpTransport } from './mail-transport.js';
export * from './notifications.module.js';
export * from './notify-by-text.service.js';
export * from './notify-followers.service.js';
export * from './notify-requester.service.js';
export * from './notify-staff.service.js';
export * from './outgoing-mail.service.js';
export * from './outgoing-texts.service.js';
export * from './template-admin.service.js';
export * from './text-jobs.service.js';
export * from './text-sender.service.js';
export * from './send-template-test.service.js';
