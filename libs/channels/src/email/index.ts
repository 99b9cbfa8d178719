export { normalizeMailAddress } from './domain/mail-address.js';
export * from './domain/message-id.js';
export * from './domain/subject.js';
export * from './email.module.js';
export type { Envelope, Received } from './mail-record.js';
export * from './mail-addresses.service.js';
export * from './quarantined-mail.service.js';
export * from './receive-mail.service.js';
export * from './receiving-fault.js';
