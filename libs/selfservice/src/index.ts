// For: public self-service without an account: find a service, open a ticket, track, answer and rate it.
// Begin reading at: submit-ticket.service.ts, then track-ticket.service.ts.
// Never: shows staff, notes or other requesters; knows HTTP. The portal and the public REST API both use it.
export * from './domain/accepted-files.js';
export * from './domain/find-services.js';
export * from './domain/status-texts.js';
export type { TrackingCaller } from './domain/tracking-budgets.js';
export { CHUNK_BYTES } from './domain/upload-limits.js';
export { CITIZEN_CALLBACK_PATH, CitizenProvider } from './account/citizen-provider.service.js';
export * from './account/requester-matters.service.js';
export * from './account/requester-sessions.service.js';
export { RequesterSignIn } from './account/requester-sign-in.service.js';
export * from './account/sign-in-codes.service.js';
export * from './confirm-contact.service.js';
export * from './submit-ticket.service.js';
export * from './track-ticket.service.js';
export * from './public-services.service.js';
export * from './public-uploads.service.js';
export * from './request-code.service.js';
export * from './selfservice.module.js';
export * from './chunked-uploads.service.js';
