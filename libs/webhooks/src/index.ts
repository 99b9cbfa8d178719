// For: telling programs outside of what happens to tickets: webhooks by the conventions of Standard Webhooks.
// Begin reading at: webhook-log.ts, then webhook-sender.service.ts and delivery-queue.service.ts.
// Never: tells personal data or texts, or is imported by another lib.
export * from './webhook-admin.service.js';
export * from './webhook-deliveries.service.js';
export * from './webhooks.module.js';
