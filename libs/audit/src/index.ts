// For: who did what: an append-only trail kept from events, chained so that a change to it is found.
// Begin reading at: audit-trail.service.ts, then domain/chain.ts.
// Never: decides what is noted (the use cases do, by emitting `audit.noted`); is imported by no other lib.
export * from './audit-trail.service.js';
export * from './audit.reader.js';
export * from './stream/audit-stream.service.js';
export * from './verify-trail.service.js';
export * from './audit.module.js';
