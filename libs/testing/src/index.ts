// For: what suites share: a database of their own, bounded waiting, programs that may be missing.
// Begin reading at: database.ts, then wait-for.ts.
// Never: is imported by anything that runs in production.
export * from './database.js';
export * from './needs.js';
export * from './wait-for.js';
