/** The fragment of a one-time link is a credential, so it is removed from the URL and the history. */
export function takeFragment(): string {
  const token = window.location.hash.slice(1);
  if (token) window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
}
