// For: what people do for themselves without an account: find a service, file a matter, follow, answer and rate it.
// Begin reading at: file-matter.service.ts, then follow-ticket.service.ts.
// Never: shows staff, notes or other requesters; knows HTTP. The portal and the public REST are two faces of it.
export * from './domain/accepted-files.js';
export * from './domain/find-services.js';
export * from './domain/status-texts.js';
export type { TrackingCaller } from './domain/tracking-budgets.js';
export { PIECE_BYTES } from './domain/upload-limits.js';
export * from './confirm-contact.service.js';
export * from './file-matter.service.js';
export * from './follow-ticket.service.js';
export * from './public-services.service.js';
export * from './public-uploads.service.js';
export * from './request-code.service.js';
export * from './selfservice.module.js';
export * from './uploads-in-pieces.service.js';
