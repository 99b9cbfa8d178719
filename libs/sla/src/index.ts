// For: when a ticket is due: working time of the country, promises by service and priority.
// Begin reading at: domain/due-at.ts.
// Never: counts hours in which the offices are closed.
export * from './domain/due-at.js';
export * from './sla.module.js';
