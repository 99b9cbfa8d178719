import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PERMISSIONS } from '#wasl/contracts';
import { PostmanCollection } from '../support/postman.js';
import { startSystem, type TestSystem } from '../support/system.js';

const API = join(import.meta.dirname, '../../apps/api');
const FILE = join(API, 'wasl.postman_collection.json');

describe('the collection for API clients', () => {
  let system: TestSystem;
  let collection: PostmanCollection;
  beforeAll(async () => {
    system = await startSystem({ root: { role: 'administrator' } });
    const root = await system.signInAs('root');
    const made = await root.post('/api/v1/tokens', { name: 'collection', permissions: [...PERMISSIONS] });
    expect(made.status).toBe(201);
    collection = new PostmanCollection(FILE, { baseUrl: system.url, token: String(made.body.token) });
  });
  afterAll(() => system.stop());

  it('should have each operation once, in the folder of its tag, with what is required filled in', () => {
    const document = JSON.parse(readFileSync(join(API, 'openapi.json'), 'utf8')) as OpenAPIObject;
    const expected = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, { tags: string[] }>).map(
        ([method, { tags }]) => `${tags[0]} ${method.toUpperCase()} ${path}`,
      ),
    );
    const found = collection.content.item.flatMap(({ name, item }) =>
      item.map(({ request: { method, url } }) => {
        const path = url.raw.replace('{{baseUrl}}', '').replace(/:(\w+)/g, '{$1}');
        return `${name} ${method} ${path}`;
      }),
    );
    expect(found.sort()).toEqual(expected.sort());
    const empty = collection.items.flatMap(({ name, request: { url, header } }) =>
      [...url.variable, ...(url.query ?? []), ...header]
        .filter(({ value, disabled }) => value === '' && !disabled)
        .map(({ key }) => `${name}: ${key}`),
    );
    expect(empty).toEqual([]);
  });

  it('should be readable as it is: lists, settings and reports', async () => {
    const wrong: string[] = [];
    // The pages of a sign-in at a provider exist where one is set, and those of an entity for its own people and programs.
    const readable = collection.items.filter(
      ({ request: { method, url } }) =>
        method === 'GET' && url.variable.length === 0 && !/\/session\/oidc|\/v1\/entity\//.test(url.raw),
    );
    expect(readable.length).toBeGreaterThan(50);
    for (const item of readable) {
      const { status } = await collection.send(item);
      if (status >= 400) wrong.push(`${item.request.url.raw} answered ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('should file a ticket as it is, read it, and change the version that was read', async () => {
    const filed = await collection.send(collection.find('Tickets_create'));
    const ticket = (await filed.json()) as { number: string; subject: string };
    expect([filed.status, ticket.subject]).toEqual([201, 'Street light out']);
    const read = await collection.send(collection.find('Tickets_get'), ticket);
    expect(read.status).toBe(200);
    const note = await collection.send(collection.find('Messages_add'), ticket);
    expect(note.status).toBe(201);
    const change = collection.find('Tickets_patch');
    const etag = (await collection.send(collection.find('Tickets_get'), ticket)).headers.get('etag')!;
    expect((await collection.send(change, ticket, { 'If-Match': etag })).status).toBe(200);
    expect((await collection.send(change, ticket, { 'If-Match': '"99"' })).status).toBe(412);
  });

  it('should send no token where nobody has to sign in', async () => {
    const open = new PostmanCollection(FILE, { baseUrl: system.url, token: 'wrong' });
    expect((await open.send(open.find('PublicServices_list'))).status).toBe(200);
    expect((await open.send(open.find('Tickets_list'))).status).toBe(401);
  });
});
