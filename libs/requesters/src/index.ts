// For: requesters, the people and businesses served, matched by telephone and e-mail address.
// Begin reading at: match-requester.ts.
// Never: merges two people on a name alone.
export * from './address-deliverability.js';
export * from './address-rows.js';
export * from './domain/address-lifecycle.js';
export * from './domain/provenance.js';
export * from './find-requesters.js';
export * from './flag-requester.service.js';
export * from './match-requester.js';
export * from './requester-accounts.js';
export * from './requester-name.js';
export * from './requesters.module.js';
