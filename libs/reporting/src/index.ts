// For: the numbers: live counters kept by events, and the formulas of every figure.
// Begin reading at: domain/metrics/counter-deltas.ts.
// Never: scans tickets to show a number; is imported by no other lib.
export * from './queue-counters.service.js';
export * from './queue-live.reader.js';
export * from './reporting.module.js';
export * from './domain/metrics/counter-deltas.js';
export * from './domain/metrics/service-level.js';
export * from './domain/staffing/erlang-a.js';
export * from './domain/staffing/erlang-c.js';
export * from './domain/staffing/staffing.js';
