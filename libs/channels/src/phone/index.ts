export {
  CALL_EVENTS,
  type CallEvent,
  CallEventError,
  parseCallback,
  parseCallEvent,
} from './domain/call-event.js';
export { AsteriskAdapter } from './asterisk/asterisk-adapter.service.js';
export * from './asterisk/asterisk.module.js';
export { CALL_ACTIONS, type CallAction } from './asterisk/call-commands.service.js';
export * from './blocked-callers.service.js';
export * from './call-controls.service.js';
export * from './call-log.service.js';
export * from './call-sweep.service.js';
export * from './callback-attempts.service.js';
export { CALLBACK_TAG, type CallbackRequest, Callbacks, type CallbackResult } from './callbacks.service.js';
export * from './cti-token.js';
export * from './exchange-health.service.js';
export { type CallAnswer, HandleCallEvent } from './handle-call-event.service.js';
export * from './outbound-routes.service.js';
export * from './phone.module.js';
export {
  CallRecordings,
  type PlayableRecording,
  type RecordingView,
} from './recordings/call-recordings.service.js';
export { RecordingFetcher } from './recordings/recording-fetcher.service.js';
export { RecordingSweeps } from './recordings/recording-sweeps.service.js';
export * from './screen-pops.service.js';
