import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { components } from '../api/schema.generated.js';

export type RegistrationAnswer = components['schemas']['NewPasskeyCredential'];
export type AuthenticationAnswer = components['schemas']['PasskeyCredential'];

interface Asked {
  challenge: string;
  options: object;
}

/** What the browser made of an authenticator's answer, as the api takes it. */
export interface Answered<T> {
  challenge: string;
  credential: T;
}

/** Has the browser make a passkey. @throws the browser's own refusal */
export async function makePasskey({ challenge, options }: Asked): Promise<Answered<RegistrationAnswer>> {
  const { id, response } = await startRegistration({
    optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'],
  });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { challenge, credential: { id, clientDataJSON, attestationObject, transports } };
}

/** Has the browser ask for a passkey. @throws the browser's own refusal */
export async function askPasskey({ challenge, options }: Asked): Promise<Answered<AuthenticationAnswer>> {
  const { id, response } = await startAuthentication({
    optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'],
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    challenge,
    credential: { id, clientDataJSON, authenticatorData, signature, userHandle: userHandle ?? null },
  };
}

/** Whether the person closed the browser's window, or let it run out: nothing to be told of. */
export const isCancelled = (error: unknown): boolean =>
  error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);

export { browserSupportsWebAuthn } from '@simplewebauthn/browser';
