// For: the audit trail: append-only, built from events, and hash-chained so that changes are detected.
// Begin reading at: audit-trail.service.ts, then domain/chain.ts.
// Never: decides what is recorded (the use cases do, by emitting `audit.noted`); is imported by no other lib.
export * from './audit-trail.service.js';
export * from './audit.reader.js';
export * from './download-counts.service.js';
export * from './stream/audit-stream.service.js';
export * from './verify-trail.service.js';
export * from './audit.module.js';
