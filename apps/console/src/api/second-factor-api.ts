import type { AuthenticationCredential, RegistrationCredential } from '../account/passkey-ceremonies.js';
import { responseBody, client } from './client.js';
import type { components } from '#wasl/sdk';

export type Passkey = components['schemas']['PasskeyView'];
export type SecondFactorStatus = components['schemas']['SecondFactorStatusAnswer'];
export type Role = components['schemas']['RequiredRolesBody']['roles'][number];

/** Second factors: the user's own, and what administrators require. */
export const secondFactorApi = {
  status: () => responseBody(client.GET('/api/v1/me/second-factor')),
  confirmByPassword: (password: string) =>
    responseBody(client.POST('/api/v1/session/confirm', { body: { password } })),
  askToConfirm: () => responseBody(client.POST('/api/v1/session/confirm/options')),
  confirmByPasskey: (challenge: string, credential: AuthenticationCredential) =>
    responseBody(client.POST('/api/v1/session/confirm/passkey', { body: { challenge, credential } })),

  enrolTotp: () => responseBody(client.POST('/api/v1/me/otp')),
  confirmTotp: (code: string) => responseBody(client.POST('/api/v1/me/otp/confirm', { body: { code } })),
  disableTotp: () => responseBody(client.POST('/api/v1/me/otp/disable')),
  newRecoveryCodes: () => responseBody(client.POST('/api/v1/me/recovery-codes')),

  passkeys: () => responseBody(client.GET('/api/v1/me/passkeys')),
  askForNewPasskey: () => responseBody(client.POST('/api/v1/me/passkeys/options')),
  addPasskey: (name: string, challenge: string, credential: RegistrationCredential) =>
    responseBody(client.POST('/api/v1/me/passkeys', { body: { name, challenge, credential } })),
  renamePasskey: (id: string, name: string) =>
    responseBody(client.PUT('/api/v1/me/passkeys/{id}', { params: { path: { id } }, body: { name } })),
  removePasskey: (id: string) =>
    responseBody(client.DELETE('/api/v1/me/passkeys/{id}', { params: { path: { id } } })),

  /** Without a password for sign-in by passkey alone; with it for the second step. */
  askToSignIn: (body: { email?: string; password?: string }) =>
    responseBody(client.POST('/api/v1/session/passkey/options', { body })),
  signInByPasskey: (challenge: string, credential: AuthenticationCredential) =>
    responseBody(client.POST('/api/v1/session/passkey', { body: { challenge, credential } })),

  requirements: () => responseBody(client.GET('/api/v1/admin/second-factor')),
  require: (roles: Role[]) => responseBody(client.PUT('/api/v1/admin/second-factor', { body: { roles } })),
  reset: (id: string) =>
    responseBody(client.POST('/api/v1/admin/users/{id}/second-factor/reset', { params: { path: { id } } })),
};
