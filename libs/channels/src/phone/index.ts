export { CALL_EVENTS, type CallEvent, CallEventError, parseCallEvent } from './domain/call-event.js';
export * from './call-log.service.js';
export * from './call-sweep.service.js';
export { CALLBACK_TAG } from './callbacks.service.js';
export * from './cti-token.js';
export { type CallAnswer, HandleCallEvent } from './handle-call-event.service.js';
export * from './phone.module.js';
export * from './screen-pops.service.js';
