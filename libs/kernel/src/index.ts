// For: the few pure functions and types that everything else uses: typed errors, clock, identifiers, digits, search text, pages.
// Begin reading at: errors.ts.
// Never: uses a framework, the network, the file system or the database.
export * from './claims.js';
export * from './errors.js';
export * from './clock.js';
export * from './identifiers.js';
export * from './digits.js';
export * from './search-text.js';
export * from './page.js';
export * from './reader-groups.js';
export * from './languages.js';
export * from './assert-never.js';
