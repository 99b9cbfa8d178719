import type { OpenAPIObject } from '@nestjs/swagger';
import { type Operation, operationsOf } from '../complete-document.js';
import { exampleOf } from '../examples.js';

/*
 * A collection in the format of Postman, v2.1, which Bruno, Insomnia and Hoppscotch import as well. Written here and not
 * by a converter: those add random ids and examples, so that two runs never write the same.
 */
const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const TITLE = 'Wasl';

interface Field {
  key: string;
  value: string;
  description?: string;
  disabled?: boolean;
}
type Schemas = Record<string, object>;
type Parameter = NonNullable<Operation['parameters']>[number] & { required?: boolean; example?: unknown };

/** Requests of every operation, in a folder for each tag, with examples and the variables `baseUrl` and `token`. */
export function postmanCollection(document: OpenAPIObject): object {
  const schemas = (document.components?.schemas ?? {}) as Schemas;
  const operations = operationsOf(document);
  const item = (document.tags ?? []).map(({ name, description }) => ({
    name,
    description,
    item: operations
      .filter(({ operation }) => operation.tags?.[0] === name)
      .map(({ path, method, operation }) => requestOf(path, method, operation, schemas)),
  }));
  return {
    info: { name: TITLE, description: document.info.description, schema: SCHEMA },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: [
      { key: 'baseUrl', value: document.servers![0]!.url },
      { key: 'token', value: '' },
    ],
    item,
  };
}

/** Values of the variables for one system; a copy for each. */
export function postmanEnvironment(document: OpenAPIObject): object {
  return {
    name: `${TITLE} (npm start)`,
    values: [
      { key: 'baseUrl', value: document.servers![0]!.url, type: 'default', enabled: true },
      { key: 'token', value: '', type: 'secret', enabled: true },
    ],
    _postman_variable_scope: 'environment',
  };
}

function requestOf(path: string, method: string, operation: Operation, schemas: Schemas) {
  const parameters = (operation.parameters ?? []) as Parameter[];
  const fields = (place: string) =>
    parameters.filter((one) => one.in === place).map((one) => fieldOf(one, schemas));
  const [type, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const query = fields('query');
  return {
    name: operation.summary!.replace(/\.$/, ''),
    request: {
      method: method.toUpperCase(),
      description: descriptionOf(operation, method, schemas),
      // Who may call without signing in sends no token.
      ...(operation.security?.length === 0 && { auth: { type: 'noauth' } }),
      header: [
        ...(type === 'application/json' ? [{ key: 'Content-Type', value: type }] : []),
        ...fields('header'),
      ],
      url: {
        raw: `{{baseUrl}}${path.replace(/\{(\w+)\}/g, ':$1')}`,
        host: ['{{baseUrl}}'],
        path: path
          .slice(1)
          .replace(/\{(\w+)\}/g, ':$1')
          .split('/'),
        ...(query.length > 0 && { query }),
        variable: fields('path'),
      },
      ...(type && body && { body: bodyOf(type, body, method, schemas) }),
    },
    response: [],
  };
}

/** What is required is filled in; the rest is listed and turned off. */
function fieldOf(
  { name, in: place, required, schema, example, description }: Parameter,
  schemas: Schemas,
): Field {
  const value = example ?? exampleOf(schema ?? {}, schemas, name) ?? '';
  return {
    key: name,
    value: name === 'If-Match' ? '"1"' : name === 'Idempotency-Key' ? '{{$guid}}' : String(value),
    ...(description !== undefined && { description }),
    ...(place !== 'path' && !required && name !== 'Idempotency-Key' && { disabled: true }),
  };
}

/** The operation's id, and the fields of the body that may be left out and are not in it. */
function descriptionOf(
  { operationId, description, requestBody }: Operation,
  method: string,
  schemas: Schemas,
) {
  const json = requestBody?.content['application/json'];
  const known = Object.keys(resolve(json?.schema, schemas).properties ?? {});
  const present = json ? Object.keys(jsonOf(json, method, schemas) as object) : [];
  const more = known.filter((name) => !present.includes(name));
  const hint = more.length > 0 ? [`May also have: ${more.join(', ')}.`] : [];
  return [operationId, ...(description ? [description] : []), ...hint].join('\n\n');
}

interface Body {
  schema?: object;
  example?: unknown;
}
interface ObjectSchema {
  $ref?: string;
  required?: string[];
  properties?: Record<string, object>;
}

const resolve = (schema: ObjectSchema = {}, schemas: Schemas): ObjectSchema =>
  schema.$ref ? resolve(schemas[schema.$ref.split('/').at(-1)!] as ObjectSchema, schemas) : schema;

/** What is required alone, so that it can be sent as it is. Where nothing is: one field for a change, or everything. */
function jsonOf({ schema, example }: Body, method: string, schemas: Schemas): unknown {
  const { required = [], properties = {} } = resolve(schema, schemas);
  const names = required.length > 0 || method !== 'patch' ? required : Object.keys(properties).slice(0, 1);
  if (names.length === 0) return example ?? {};
  const all = { ...(example as Record<string, unknown> | undefined) };
  return Object.fromEntries(
    names.map((name) => [name, all[name] ?? exampleOf(properties[name] ?? {}, schemas, name) ?? '']),
  );
}

function bodyOf(type: string, body: Body, method: string, schemas: Schemas) {
  if (type === 'application/json')
    return {
      mode: 'raw',
      raw: JSON.stringify(jsonOf(body, method, schemas), null, 2),
      options: { raw: { language: 'json' } },
    };
  const { properties = {} } = (body.schema ?? {}) as { properties?: Record<string, { format?: string }> };
  const parts = Object.entries(properties).map(([key, schema]) =>
    schema.format === 'binary'
      ? { key, type: 'file', src: [] }
      : { key, type: 'text', value: String(exampleOf(schema, schemas, key) ?? '') },
  );
  return type === 'multipart/form-data'
    ? { mode: 'formdata', formdata: parts }
    : { mode: 'urlencoded', urlencoded: parts };
}
