// For: the channels by which requests come in: each turns an external event into an interaction on a ticket.
// Begin reading at: email/receive-mail.service.ts.
// Never: decides what becomes of a ticket; each channel calls one use case of the tickets library.
export * from './chat/index.js';
export * from './counter/index.js';
export * from './email/index.js';
export * from './followers/index.js';
export * from './messaging/index.js';
export * from './open311/index.js';
export * from './phone/index.js';
