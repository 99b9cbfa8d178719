// For: referral of tickets, or parts of them, to government entities: who has it, until when, and what they see of it.
// Begin reading at: domain/referral-lifecycle.ts, then change-referral.service.ts.
// Never: opens the ticket itself to an entity; what is shared goes through the referral.
export * from './centre-referral.service.js';
export type { Party } from './parties.js';
export * from './referral-desk.js';
export * from './referral-feed.js';
export * from './referral-files.service.js';
export * from './referral-messages.service.js';
export * from './referral-reader.js';
export * from './referral-sweep.service.js';
export * from './referral-view.js';
export * from './referrals.module.js';
export * from './send-referral.service.js';
export * from './work-referral.service.js';
