// For: helpers that suites share: a database per suite, waiting with a time limit, optional programs.
// Begin reading at: database.ts, then wait-for.ts.
// Never: is imported by anything that runs in production.
export * from './database.js';
export * from './programs.js';
export * from './wait-for.js';
