import { startSystem, type TestSystem } from '../../../test/support/system.js';
import type { Client } from '../../../test/support/client.js';
import { openApiDocument } from './openapi/openapi.js';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: unknown;
}
interface Body {
  endpoint: string;
  method: string;
  path: string;
  schema: Schema;
}

/** Fields that callers must not set. A body that declares one of these means its own field. */
const PRIVILEGED = [
  'id',
  'version',
  'createdAt',
  'updatedAt',
  'number',
  'role',
  'permissions',
  'isAdmin',
  'password',
  'passwordHash',
  'password_hash',
  'staffId',
  'staff_id',
  'assigneeId',
  'assignee_id',
  'actor',
  'actorId',
  'status',
  'disabledAt',
  'neverHeardOf',
];

/** Bodies defined by external conventions, which allow more fields than we read. */
const FOREIGN = [
  /^POST \/api\/v1\/cti\/\{token\}(\/callback)?$/,
  /^POST \/open311\//,
  /^POST \/api\/v1\/messaging\//,
];
/** Bodies that are one document, validated by its own schema. */
const DOCUMENTS = [/^(PUT|POST) \/api\/v1\/admin\/routing/];

describe('undeclared fields in bodies', () => {
  let system: TestSystem;
  let root: Client;
  let schemas: Record<string, Schema>;
  let bodies: Body[];
  beforeAll(async () => {
    system = await startSystem({ root: { role: 'administrator' } });
    root = await system.signInAs('root');
    const document = openApiDocument(system.api);
    schemas = document.components!.schemas as Record<string, Schema>;
    bodies = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(
        methods as Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>,
      ).flatMap(([method, { requestBody }]) => {
        const schema = requestBody?.content['application/json']?.schema;
        const endpoint = `${method.toUpperCase()} ${path}`;
        return schema && !FOREIGN.some((one) => one.test(endpoint))
          ? [{ endpoint, method: method.toUpperCase(), path, schema }]
          : [];
      }),
    );
  });
  afterAll(() => system.stop());

  const resolved = (schema: Schema): Schema => {
    const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
    return target ? schemas[target.split('/').at(-1)!]! : schema;
  };
  const faultsOf = async ({ method, path }: Body, body: object) => {
    const filled = path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
    const answer = await root.call(method, filled, body, { 'if-match': '"1"' });
    const errors = (answer.body.errors ?? []) as { path: string; code: string }[];
    return {
      status: answer.status,
      unknown: errors.filter(({ code }) => code === 'unknown').map((e) => e.path),
    };
  };

  it('should be refused by every body, whether privileged or unknown', async () => {
    expect(bodies.length).toBeGreaterThan(40);
    for (const body of bodies) {
      const declared = Object.keys(resolved(body.schema).properties ?? {});
      const extra = PRIVILEGED.filter((name) => !declared.includes(name));
      const sent = Object.fromEntries(extra.map((name) => [name, 'x']));
      const { status, unknown } = await faultsOf(body, sent);
      if (DOCUMENTS.some((one) => one.test(body.endpoint))) {
        expect([body.endpoint, status]).toEqual([body.endpoint, 400]);
      } else {
        expect([body.endpoint, status, unknown.sort()]).toEqual([body.endpoint, 400, extra.sort()]);
      }
    }
  });

  it('should also be refused in nested objects and lists', async () => {
    let groups = 0;
    for (const body of bodies.filter(({ endpoint }) => !DOCUMENTS.some((one) => one.test(endpoint)))) {
      for (const [name, schema] of Object.entries(resolved(body.schema).properties ?? {})) {
        const isList = schema.type === 'array';
        const of = resolved(isList ? schema.items! : schema);
        if (!of.properties) continue;
        groups++;
        const group = { neverHeardOf: 1, isAdmin: true };
        const { status, unknown } = await faultsOf(body, { [name]: isList ? [group] : group });
        const at = isList ? `${name}.0` : name;
        expect([body.endpoint, status, unknown.sort()]).toEqual([
          body.endpoint,
          400,
          [`${at}.isAdmin`, `${at}.neverHeardOf`],
        ]);
      }
    }
    expect(groups).toBeGreaterThan(8);
  });

  it('should not cause prototype pollution', async () => {
    for (const body of bodies) {
      const filled = body.path.replace(/\{\w+\}/g, '00000000-0000-4000-8000-000000000000');
      await root.call(
        body.method,
        filled,
        '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}',
        {
          'if-match': '"1"',
        },
      );
    }
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect((await root.get('/api/v1/session')).status).toBe(200);
  });
});
