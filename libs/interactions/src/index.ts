// For: one conversation on one channel: what began it, who had it, how it ended.
// Begin reading at: ticket-interaction-hook.ts.
// Never: speaks a channel's protocol (channels do) or chooses an agent (routing does).
export * from './after-call-work.js';
export * from './interaction-history.service.js';
export * from './counter-interaction.js';
export * from './domain/handle-time.js';
export * from './interactions.module.js';
export * from './recordings.service.js';
export * from './wrap-up.service.js';
