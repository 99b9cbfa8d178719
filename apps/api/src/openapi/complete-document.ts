import type { OpenAPIObject } from '@nestjs/swagger';
import { answerContent, withoutNull } from './answer-types.js';
import type { OperationFacts } from './operation-facts.js';
import { problemStatuses } from './problem-answers.js';
import { SUMMARIES } from './summaries.js';
import { TAGS } from './tags.js';
import { withExample } from './examples.js';
import { givenExample } from './given-examples.js';
import { PROBLEM_SCHEMA, problemResponses, RESPONSE_HEADERS } from './shared-components.js';

type Content = Record<string, { schema?: object; example?: unknown }>;
interface Response {
  $ref?: string;
  description?: string;
  content?: Content;
  headers?: Record<string, object>;
}
export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  security?: object[];
  parameters?: { in: string; name: string; schema?: object; description?: string }[];
  requestBody?: { content: Content };
  responses: Record<string, Response>;
}

/** Conventions with errors of their own. */
const OWN_ERRORS = /^\/(?:open311\/|api\/v1\/cti\/\{token\}|api\/v1\/messaging\/)/;
const SIGNED_IN = [{ cookie: [] }, { bearer: [] }];
const HEADERS_OF_CALLERS: Record<string, string> = {
  'If-Match': 'The ETag last seen, in quotes; `*` for whatever is there.',
  'Idempotency-Key':
    'A key of the caller’s choice, at most 200 visible characters. The same key and body give the same answer.',
};

/** Adds to a document what is not said in decorators: summaries, security, refusals, headers, examples, tags. */
export function completeDocument(document: OpenAPIObject, facts: Map<string, OperationFacts>): OpenAPIObject {
  const schemas = { ...document.components?.schemas, Problem: PROBLEM_SCHEMA };
  const used = new Set<string>();
  for (const { path, method, operation } of operationsOf(document)) {
    const known = facts.get(operation.operationId)!;
    for (const tag of operation.tags ?? []) used.add(tag);
    operation.summary ??= SUMMARIES[operation.operationId];
    const isPublic = known.access !== undefined && 'public' in known.access;
    operation.security = isPublic ? [] : SIGNED_IN;
    for (const parameter of operation.parameters ?? []) {
      if (parameter.in === 'header')
        parameter.description = HEADERS_OF_CALLERS[parameter.name] ?? parameter.description;
      // Without a type it is text; a schema that allows everything generates unusable clients.
      if (!parameter.schema || Object.keys(parameter.schema).length === 0)
        parameter.schema = { type: 'string' };
      parameter.schema = withoutNull(parameter.schema);
    }
    const done = operation.responses['200'];
    const content = answerContent(done?.content, known.produces);
    if (done && content) done.content = content;
    for (const [type, one] of Object.entries(content ?? {})) {
      const example = givenExample(operation.operationId, type);
      if (example !== undefined) one.example = example;
    }
    describeAnswers(operation, schemas as Record<string, object>);
    if (!OWN_ERRORS.test(path)) addProblems(operation, method, known);
    else operation.responses['400'] ??= { description: 'Refused, in the format of the convention.' };
    const body = operation.requestBody?.content['application/json'];
    if (body) withExample(body, schemas as Record<string, object>);
  }
  document.tags = [...used].sort().map((name) => ({ name, description: TAGS[name] }));
  document.components = {
    ...document.components,
    schemas: schemas as never,
    responses: problemResponses() as never,
    headers: RESPONSE_HEADERS as never,
  };
  return document;
}

export function operationsOf(document: OpenAPIObject) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  );
}

/** What is missing in the lists beside this file, each with what to add. */
export function missingTexts(document: OpenAPIObject): string[] {
  const operations = operationsOf(document).map(({ operation }) => operation.operationId);
  return [
    ...operations
      .filter((id) => !SUMMARIES[id])
      .map((id) => `${id} has no summary: add a sentence in apps/api/src/openapi/summaries.ts`),
    ...Object.keys(SUMMARIES)
      .filter((id) => !operations.includes(id))
      .map((id) => `${id} is no operation: remove its summary in apps/api/src/openapi`),
    ...(document.tags ?? [])
      .filter(({ description }) => !description)
      .map(({ name }) => `the tag ${name} has no description: add it in apps/api/src/openapi/tags.ts`),
    ...operations
      .filter((id, index) => operations.indexOf(id) !== index)
      .map((id) => `${id} is the id of two operations: rename a controller or method`),
  ];
}

function addProblems(operation: Operation, method: string, facts: OperationFacts): void {
  const parts = {
    method,
    parameters: operation.parameters ?? [],
    readsBody: operation.requestBody !== undefined,
  };
  for (const status of problemStatuses(parts, facts))
    operation.responses[String(status)] ??= { $ref: `#/components/responses/Problem${status}` };
  operation.responses.default ??= { $ref: '#/components/responses/Problem' };
}

const SUCCESSES: Record<string, string> = {
  200: 'Done.',
  201: 'Created.',
  202: 'Accepted.',
  204: 'Done; the answer has no body.',
};

function describeAnswers({ responses }: Operation, schemas: Record<string, object>): void {
  for (const [status, response] of Object.entries(responses)) {
    if (!(status in SUCCESSES)) continue;
    response.description ||= SUCCESSES[status];
    const json = response.content?.['application/json'];
    const properties = propertiesOf(json?.schema, schemas);
    const names = [
      'X-Request-Id',
      ...(status === '201' ? ['Location'] : []),
      ...('version' in properties ? ['ETag'] : []),
      ...('hasMore' in propertiesOf(properties.meta, schemas) ? ['Link'] : []),
    ];
    response.headers = {
      ...Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
      ...response.headers,
    };
    if (json?.schema) withExample(json, schemas);
  }
}

function propertiesOf(schema: object | undefined, schemas: Record<string, object>): Record<string, object> {
  const { $ref, allOf, properties } = (schema ?? {}) as {
    $ref?: string;
    allOf?: object[];
    properties?: Record<string, object>;
  };
  if ($ref) return propertiesOf(schemas[$ref.split('/').at(-1)!], schemas);
  return properties ?? (allOf?.length ? propertiesOf(allOf[0], schemas) : {});
}
