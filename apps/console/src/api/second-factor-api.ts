import type { AuthenticationAnswer, RegistrationAnswer } from '../account/passkey-answers.js';
import { bodyOf, client } from './client.js';
import type { components } from './schema.generated.js';

export type Passkey = components['schemas']['PasskeyView'];
export type SecondFactorStatus = components['schemas']['SecondFactorStatusAnswer'];
export type Role = components['schemas']['RequiredRolesBody']['roles'][number];

/** Second factors: the user's own, and what administrators require. */
export const secondFactorApi = {
  status: () => bodyOf(client.GET('/api/v1/me/second-factor')),
  confirmByPassword: (password: string) =>
    bodyOf(client.POST('/api/v1/session/confirm', { body: { password } })),
  askToConfirm: () => bodyOf(client.POST('/api/v1/session/confirm/options')),
  confirmByPasskey: (challenge: string, credential: AuthenticationAnswer) =>
    bodyOf(client.POST('/api/v1/session/confirm/passkey', { body: { challenge, credential } })),

  enrolTotp: () => bodyOf(client.POST('/api/v1/me/otp')),
  confirmTotp: (code: string) => bodyOf(client.POST('/api/v1/me/otp/confirm', { body: { code } })),
  disableTotp: () => bodyOf(client.POST('/api/v1/me/otp/disable')),
  newRecoveryCodes: () => bodyOf(client.POST('/api/v1/me/recovery-codes')),

  passkeys: () => bodyOf(client.GET('/api/v1/me/passkeys')),
  askForNewPasskey: () => bodyOf(client.POST('/api/v1/me/passkeys/options')),
  addPasskey: (name: string, challenge: string, credential: RegistrationAnswer) =>
    bodyOf(client.POST('/api/v1/me/passkeys', { body: { name, challenge, credential } })),
  renamePasskey: (id: string, name: string) =>
    bodyOf(client.PUT('/api/v1/me/passkeys/{id}', { params: { path: { id } }, body: { name } })),
  removePasskey: (id: string) =>
    bodyOf(client.DELETE('/api/v1/me/passkeys/{id}', { params: { path: { id } } })),

  /** Without a password for sign-in by passkey alone; with it for the second step. */
  askToSignIn: (body: { email?: string; password?: string }) =>
    bodyOf(client.POST('/api/v1/session/passkey/options', { body })),
  signInByPasskey: (challenge: string, credential: AuthenticationAnswer) =>
    bodyOf(client.POST('/api/v1/session/passkey', { body: { challenge, credential } })),

  requirements: () => bodyOf(client.GET('/api/v1/admin/second-factor')),
  require: (roles: Role[]) => bodyOf(client.PUT('/api/v1/admin/second-factor', { body: { roles } })),
  reset: (id: string) =>
    bodyOf(client.POST('/api/v1/admin/users/{id}/second-factor/reset', { params: { path: { id } } })),
};
