export { TEXT_MEDIA, type TextMedium } from './domain/gateway-event.js';
export { SIGNATURE_HEADER, signatureOf, TIMESTAMP_HEADER } from './domain/signature.js';
export * from './domain/segments.js';
export * from './gateway-webhook.service.js';
export * from './messaging.module.js';
export * from './text-gateway.js';
export { markTextFailed } from './text-receipts.service.js';
