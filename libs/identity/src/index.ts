// For: who works here: staff accounts, roles, sign-in, sessions, tokens.
// Begin reading at: sign-in.service.ts.
// Never: knows what work an agent holds (routing does).
export * from './staff.entity.js';
export * from './sign-in.service.js';
export * from './session-authenticator.js';
export * from './api-tokens.service.js';
export * from './passwords.js';
export * from './identity.module.js';
