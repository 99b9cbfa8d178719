const PREFIX = '#sign-in=';

/** Refusals that the way back from the identity provider may end with; the texts are `signIn.refusal.*`. */
const REFUSALS = [
  'oidc.unavailable',
  'oidc.unknown_user',
  'oidc.no_role',
  'oidc.state',
  'oidc.denied',
  'oidc.failed',
  'oidc.not_confirmed',
  'rate.limited',
] as const;

/**
 * The code that the api put into the fragment of the URL after the way back from the identity provider. It is removed
 * from the URL, so that a reload does not show it again.
 */
export function takeSignInCode(): string | null {
  const { hash, pathname, search } = window.location;
  if (!hash.startsWith(PREFIX)) return null;
  window.history.replaceState(window.history.state, '', pathname + search);
  return hash.slice(PREFIX.length);
}

/** The text key of a refusal; anybody can put anything into a URL, so unknown codes get a general text. */
export function refusalKey(code: string): string {
  const known = REFUSALS.find((one) => one === code) ?? 'oidc.failed';
  return `signIn.refusal.${known.replace('.', '_')}`;
}
