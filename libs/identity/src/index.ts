// For: staff accounts, roles, sign-in, sessions, tokens.
// Begin reading at: sign-in.service.ts.
// Never: knows what work an agent holds (routing does).
export * from './staff.entity.js';
export * from './sign-in.service.js';
export { SESSION_HOURS, type StartedSession } from './session-starter.service.js';
export { DEVICE_DAYS, type SignInOrigin } from './known-devices.js';
export * from './domain/describe-browser.js';
export * from './session-authenticator.js';
export * from './api-tokens.service.js';
export * from './one-time-codes.service.js';
export { returnPath } from './oidc/domain/return-path.js';
export { IdentityLinks, type NewStaffDefaults } from './oidc/identity-links.service.js';
export * from './oidc/oidc-logout.service.js';
export { OIDC_PATH, OidcProvider } from './oidc/oidc-provider.service.js';
export * from './oidc/oidc-second-step.service.js';
export * from './oidc/oidc-sign-in.service.js';
export { OIDC_STATE_MINUTES } from './oidc/oidc-states.service.js';
export * from './passkeys/own-passkeys.service.js';
export * from './passkeys/passkey-sign-in.service.js';
export { type PasskeyResponse, type PasskeyRequest } from './passkeys/passkey-assertions.service.js';
export * from './second-factor/confirm-identity.service.js';
export * from './second-factor/recovery-codes.service.js';
export * from './second-factor/second-factors.service.js';
export * from './own-password.service.js';
export * from './reseal-secrets.service.js';
export { Sessions, type SessionView } from './sessions.service.js';
export { type SignInLock, SignInLocks } from './sign-in-locks.service.js';
export * from './administrator-access.service.js';
export { type FirstAdministrator, SetupLinks } from './setup-links.service.js';
export * from './staff-links.service.js';
export { type StaffDraft, type StaffRecord } from './staff-record.js';
export * from './user-admin.service.js';
export * from './passwords.js';
export * from './identity.module.js';
