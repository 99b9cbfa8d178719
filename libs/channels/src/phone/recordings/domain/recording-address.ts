const MAX_LENGTH = 2_000;

/**
 * Reads where a recording lies. A name and a password in the address are dropped: they would be stored, and shown to whoever
 * reads the database.
 * @returns undefined when it is no address of the web
 */
export function recordingAddress(text: string): URL | undefined {
  if (text.length > MAX_LENGTH || !/^https?:\/\//i.test(text.trim()) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  Object.assign(url, { username: '', password: '', hash: '' });
  // Characters outside ASCII become three or more each.
  return url.href.length <= MAX_LENGTH ? url : undefined;
}
