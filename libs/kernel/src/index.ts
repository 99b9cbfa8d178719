// For: the few pure pieces everything else stands on: typed errors, clock, identifiers, digits, search text, pages.
// Begin reading at: errors.ts.
// Never: touches a framework, the network, the file system or the database.
export * from './errors.js';
export * from './clock.js';
export * from './identifiers.js';
export * from './digits.js';
export * from './search-text.js';
export * from './page.js';
export * from './languages.js';
export * from './assert-never.js';
