import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import { operationsOf } from '../openapi/complete-document.js';
import { operationIdOf } from '../openapi/operation-facts.js';
import { DiscoveryController } from './discovery.controller.js';
import { Open311Controller } from './open311.controller.js';

type Documented = NonNullable<(typeof reading)[number]['operation']['parameters']>[number] & {
  required?: boolean;
};
type Handler = (...given: unknown[]) => unknown;

const document = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as OpenAPIObject;
const reading = operationsOf(document).filter(
  ({ path, method }) => path.startsWith('/open311') && method === 'get',
);
/** Programs send it everywhere, and nothing depends on it. */
const IGNORED = 'jurisdiction_id';

const settings = { MAIL_DOMAIN: 'contact.example', PUBLIC_URL: 'http://localhost' };
/** Every service finds nothing. */
const empty = new Proxy({}, { get: () => () => Promise.resolve([]) });
const clock = { now: () => new Date('2026-12-01T10:00:00Z') };
const CONTROLLERS = [
  new Open311Controller(
    ...([empty, empty, empty, empty, empty, clock] as unknown as ConstructorParameters<
      typeof Open311Controller
    >),
  ),
  new DiscoveryController(settings as ConstructorParameters<typeof DiscoveryController>[0]),
];

/** The names that the handler of an operation asks its query for. */
async function namesReadBy(operationId: string): Promise<string[]> {
  const read = new Set<string>();
  const query = new Proxy({} as Record<string, unknown>, {
    get: (_target, name) => void read.add(String(name)),
    ownKeys: () => {
      throw new Error('a handler that takes whatever is given cannot be documented');
    },
  });
  const response = { set: () => response, end: () => response };
  const request = { query, headers: {}, ip: '203.0.113.7' };
  const given: Partial<Record<RouteParamtypes, unknown>> = {
    [RouteParamtypes.REQUEST]: request,
    [RouteParamtypes.RESPONSE]: response,
    [RouteParamtypes.QUERY]: query,
    [RouteParamtypes.PARAM]: 'json',
  };
  for (const controller of CONTROLLERS) {
    const type = controller.constructor;
    const name = Object.getOwnPropertyNames(type.prototype).find(
      (one) => operationIdOf(type.name, one) === operationId,
    );
    if (!name) continue;
    const parameters: unknown[] = [];
    const described = Reflect.getMetadata(ROUTE_ARGS_METADATA, type, name) as Record<
      string,
      { index: number }
    >;
    for (const [key, { index }] of Object.entries(described))
      parameters[index] = given[Number(key.split(':')[0]) as RouteParamtypes];
    await (controller as unknown as Record<string, Handler>)[name]!(...parameters);
    return [...read];
  }
  throw new Error(`no handler of ${operationId}`);
}

describe('query parameters of Open311', () => {
  it('are read by seven operations', () => expect(reading).toHaveLength(7));

  it.each(reading.map(({ path, operation }) => [path, operation] as const))(
    'are documented for %s as they are read, with examples',
    async (path, { operationId, parameters = [] }) => {
      const documented = parameters.filter((one) => one.in === 'query');
      const read = await namesReadBy(operationId!);
      const expected = path.startsWith('/open311/v2/') ? [...read, IGNORED] : read;
      expect(documented.map(({ name }) => name).sort()).toEqual(expected.sort());
      for (const { name, required, description, schema } of documented as Documented[])
        expect([name, required, description, schema]).toEqual([
          name,
          false,
          expect.stringMatching(/\w/),
          expect.objectContaining({ examples: [expect.anything()] }),
        ]);
    },
  );
});
