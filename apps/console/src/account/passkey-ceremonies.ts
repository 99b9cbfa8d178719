import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { components } from '#wasl/sdk';

export type RegistrationCredential = components['schemas']['NewPasskeyCredential'];
export type AuthenticationCredential = components['schemas']['PasskeyCredential'];

interface PasskeyChallenge {
  challenge: string;
  options: object;
}

/** The authenticator's response in the form the api expects. */
export interface PasskeyResponse<T> {
  challenge: string;
  credential: T;
}

/** WebAuthn registration. @throws the browser's error */
export async function createPasskey({
  challenge,
  options,
}: PasskeyChallenge): Promise<PasskeyResponse<RegistrationCredential>> {
  const { id, response } = await startRegistration({
    optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'],
  });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { challenge, credential: { id, clientDataJSON, attestationObject, transports } };
}

/** WebAuthn authentication. @throws the browser's error */
export async function requestPasskey({
  challenge,
  options,
}: PasskeyChallenge): Promise<PasskeyResponse<AuthenticationCredential>> {
  const { id, response } = await startAuthentication({
    optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'],
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    challenge,
    credential: { id, clientDataJSON, authenticatorData, signature, userHandle: userHandle ?? null },
  };
}

/** Whether the user closed the browser's dialog or let it time out; this is not reported. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);

export { browserSupportsWebAuthn } from '@simplewebauthn/browser';
