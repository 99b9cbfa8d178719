import type { AuthenticationCredential } from '../account/passkey-ceremonies.js';
import { responseBody, client } from './client.js';

/** A path of this console with its query, where the identity provider's answer leads back to. */
const here = () => encodeURIComponent(window.location.pathname + window.location.search);

/** Sign-in through an identity provider. The addresses are visited, not requested: they lead to the provider. */
export const oidcApi = {
  methods: () => responseBody(client.GET('/api/v1/session/methods')),
  beginUrl: () => `/api/v1/session/oidc?returnTo=${here()}`,
  confirmUrl: () => `/api/v1/session/oidc/confirm?returnTo=${here()}`,
  endAtProviderUrl: '/api/v1/session/oidc/logout',
  byCode: (otp: string) => responseBody(client.POST('/api/v1/session/oidc/second-factor', { body: { otp } })),
  askForPasskey: () => responseBody(client.POST('/api/v1/session/oidc/second-factor/options')),
  byPasskey: (challenge: string, credential: AuthenticationCredential) =>
    responseBody(
      client.POST('/api/v1/session/oidc/second-factor/passkey', { body: { challenge, credential } }),
    ),
};
