import { currentLanguage } from '../i18n/i18n.js';
import { problemOf } from './problem.js';

/**
 * Downloads a file in the user's language.
 * @throws Problem
 */
export async function downloadFile(address: string, type: string, name: string): Promise<void> {
  const headers = { Accept: `${type}, application/problem+json`, 'Accept-Language': currentLanguage() };
  const response = await fetch(address, { headers });
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined));
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the object URL asynchronously, so it is revoked later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
