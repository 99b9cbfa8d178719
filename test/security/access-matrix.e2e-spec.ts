import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Permission, PERMISSIONS, ROLES, scopeOfRole } from '#wasl/contracts';
import type { Client } from '../support/client.js';
import { type Endpoint, endpointsOf } from '../support/endpoints.js';
import { startSystem, type TestSystem } from '../support/system.js';

const EXPECTED = join(import.meta.dirname, 'access-matrix.txt');
const MISSING_ID = '00000000-0000-4000-8000-000000000000';
/** Ends the calling session; tested by its own suite. */
const ENDS_ITSELF = /^(DELETE \/api\/v1\/session|POST \/api\/v1\/me\/password)/;
/** Endpoints whose answers depend on others. */
const MACHINES = /^\w+ \/(open311|metrics|health)/;

/** Some 2,000 calls, one after another per role: half a minute, and several on a machine with other work. */
const PATIENCE_MS = 600_000;

/** refused (401, 403), not found (404), or allowed as far as input validation */
const verdictOf = (status: number) => ([401, 403, 404].includes(status) ? String(status) : 'in');

/**
 * Calls every endpoint of the running router with each role and with tokens, with ids that do not exist and with an existing
 * ticket. The checked-in file has the expected result of each; a new endpoint has no line there and fails.
 * UPDATE_ACCESS_MATRIX=1 rewrites the file, to be reviewed before it is committed.
 */
describe('the access matrix: role, endpoint and id', () => {
  let system: TestSystem;
  let endpoints: Endpoint[];
  let number: string;
  const clients = new Map<string, Client>();
  const faults: string[] = [];

  beforeAll(async () => {
    // The ticket is of no entity, so that people of one must not find it anywhere.
    system = await startSystem(
      Object.fromEntries(
        ROLES.map((role) => [role, { role, ...(scopeOfRole(role) === 'entity' && { entity: 'works' }) }]),
      ),
    );
    endpoints = endpointsOf(system).filter(({ method }) => method !== 'ALL');
    clients.set('anonymous', system.anonymous);
    for (const role of ROLES) clients.set(role, await system.signInAs(role));
    const opened = await clients.get('agent')!.post('/api/v1/tickets', {
      subject: 's',
      description: 'd',
      language: 'ar',
      queue: 'general',
      requester: { name: 'x' },
    });
    number = opened.body.number as string;
  });
  afterAll(() => system.stop());

  const filled = (path: string, ticket: string) =>
    path
      .replace(':number', ticket)
      .replace(/:(key|code|kind|medium|language|use|version)/g, 'nowhere')
      .replace(/:\w+/g, MISSING_ID);

  async function ask(client: Client, { method, path }: Endpoint, ticket: string): Promise<number> {
    const body = method === 'GET' || method === 'DELETE' ? undefined : { neverHeardOf: 1 };
    const { status } = await client.call(method, filled(path, ticket), body);
    if (status >= 500) faults.push(`${method} ${path}: ${status}`);
    return status;
  }
  const named = ({ method, path }: Endpoint) => `${method} ${path}`;
  const asked = () =>
    endpoints.filter((endpoint) => !ENDS_ITSELF.test(named(endpoint)) && !MACHINES.test(named(endpoint)));

  it(
    'matches the checked-in file for people',
    async () => {
      const lines: string[] = [];
      for (const endpoint of asked()) {
        const answers = await Promise.all(
          [...clients].map(async ([role, client]) => {
            const absent = verdictOf(await ask(client, endpoint, '0000-0000-0000'));
            if (!endpoint.path.includes(':number')) return `${role} ${absent}`;
            return `${role} ${absent}/${verdictOf(await ask(client, endpoint, number))}`;
          }),
        );
        lines.push(`${named(endpoint)}: ${answers.join(', ')}`);
      }
      lines.sort();
      if (process.env.UPDATE_ACCESS_MATRIX === '1') writeFileSync(EXPECTED, `${lines.join('\n')}\n`);
      expect(lines).toEqual(readFileSync(EXPECTED, 'utf8').trimEnd().split('\n'));
    },
    PATIENCE_MS,
  );

  it(
    'limits a token with one permission to its endpoints',
    async () => {
      const withPermission = asked().filter(({ access }) => access && 'permission' in access);
      const tokens = new Map<Permission, Record<string, string>>();
      for (const permission of PERMISSIONS) {
        const { status, body } = await clients
          .get('administrator')!
          .post('/api/v1/tokens', { name: permission, permissions: [permission] });
        if (status === 201) tokens.set(permission, { authorization: `Bearer ${String(body.token)}` });
      }
      expect(tokens.size).toBeGreaterThan(PERMISSIONS.length / 2);
      const wrong: string[] = [];
      for (const endpoint of withPermission) {
        const needed = (endpoint.access as { permission: Permission }).permission;
        const others = [...tokens.keys()].filter((permission) => permission !== needed);
        // Two other permissions each, in rotation, so that every pair occurs somewhere.
        const at = withPermission.indexOf(endpoint);
        const tried = [others[at % others.length]!, others[(at * 7 + 3) % others.length]!];
        for (const permission of tried) {
          const { method, path } = endpoint;
          const { status } = await system.anonymous.call(
            method,
            filled(path, number),
            method === 'GET' || method === 'DELETE' ? undefined : {},
            tokens.get(permission),
          );
          if (status !== 403 && status !== 401) wrong.push(`${permission}: ${named(endpoint)} ${status}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('answers no call with a server error', () => {
    expect(faults).toEqual([]);
  });
});
