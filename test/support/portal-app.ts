import 'reflect-metadata';
import supertest from 'supertest';
import { Catalogue } from '#wasl/directory';
import { createDataSource, Database } from '#wasl/platform';
import { createPortal } from '../../apps/portal/src/create-portal.js';
import { FormThrottle } from '../../apps/portal/src/forms/form-throttle.js';
import { insertServices, publicSettings } from './public-fixtures.js';

/** The portal on its own database. The form throttle is disabled, because tests fill in forms faster than people. */
export async function startPortal() {
  const { settings, removeFolder } = await publicSettings();
  const app = await createPortal(settings);
  await app.listen(0, '127.0.0.1');
  // The portal's database role must not write what staff and administrators do, so tests use the owner's connection.
  const source = await createDataSource({
    url: settings.DATABASE_URL,
    poolSize: 2,
    applicationName: 'wasl-test',
  }).initialize();
  const database = new Database(source);
  await insertServices(database);
  app.get(Catalogue).invalidate();
  const held: number[] = [];
  app.get(FormThrottle).delayIfTooFast = async (ageMs) => void held.push(ageMs);
  const close = async () => {
    await app.close();
    await source.destroy();
    removeFolder();
  };
  const url = await app.getUrl();
  return { app, database, url, client: supertest(url), agent: () => supertest.agent(url), held, close };
}

export type Portal = Awaited<ReturnType<typeof startPortal>>;

/** The hidden fields of a page's form, as a browser would submit them. */
export function hiddenFieldsOf(html: string): Record<string, string> {
  const fields = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(fields.map(([, name, value]) => [name, unescape(value!)]));
}

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
