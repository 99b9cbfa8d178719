import { apiUrl, type RuntimeSettings } from '#wasl/platform';

/** The WebAuthn relying party: the host of PUBLIC_URL. Passkeys are bound to it. */
export interface RelyingParty {
  id: string;
  origin: string;
  name: string;
}

export function relyingParty(settings: RuntimeSettings): RelyingParty {
  const { hostname, origin } = new URL(apiUrl(settings));
  return { id: hostname, origin, name: 'Wasl' };
}
