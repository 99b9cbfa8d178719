// For: what the parts of Wasl say to each other: vocabulary, events, live messages, jobs, permissions.
// Begin reading at: events.ts, then jobs.ts.
// Never: contains behaviour, or imports anything that does not run in a browser.
export * from './vocabulary.js';
export * from './audit.js';
export * from './events.js';
export * from './chat.js';
export * from './live.js';
export * from './jobs.js';
export * from './permissions.js';
export * from './webhooks.js';
