// For: telling programs outside of what happens to tickets: webhooks by the conventions of Standard Webhooks.
// Begin reading at: webhook-log.ts, then webhook-sender.service.ts and delivery-queue.service.ts.
// Never: tells personal data or texts, or is imported by another lib.
export { secretText } from './domain/sign-message.js';
export * from './reseal-webhook-secrets.service.js';
export * from './webhook-admin.service.js';
export * from './webhook-deliveries.service.js';
export { signingSecrets } from './webhook-secrets.js';
export * from './webhooks.module.js';
