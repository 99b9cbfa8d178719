// For: SLA targets of tickets: calendars and policies as data, clocks, escalation when a target is missed.
// Begin reading at: domain/plan-clocks.ts, then domain/due-at.ts and domain/policy.ts.
// Never: counts hours in which the offices are closed, or changes a ticket but through its use cases.
export * from './domain/due-at.js';
export * from './domain/clock.js';
export * from './domain/plan-clocks.js';
export * from './domain/policy.js';
export * from './alarm-reader.js';
export * from './announcements.service.js';
export * from './calendar-admin.service.js';
export * from './calendar-days.js';
export * from './clock-reader.js';
export * from './clock-timers.service.js';
export * from './duty-officers.service.js';
export * from './policy-admin.service.js';
export * from './preview-announcement.service.js';
export * from './sla-attainment.reader.js';
export * from './recompute.service.js';
export * from './rules.service.js';
export { COUNTRY_CALENDAR } from './rules-snapshot.js';
export * from './sla.module.js';
