import { apiUrl, type RunningSettings } from '#wasl/platform';

/** Who passkeys are made for: the host of PUBLIC_URL. Another host needs other passkeys. */
export interface RelyingParty {
  id: string;
  origin: string;
  name: string;
}

export function relyingParty(settings: RunningSettings): RelyingParty {
  const { hostname, origin } = new URL(apiUrl(settings));
  return { id: hostname, origin, name: 'Wasl' };
}
