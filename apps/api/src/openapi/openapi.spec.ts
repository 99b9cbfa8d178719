import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';
import { parseTicketNumber } from '#wasl/tickets';
import { missingTexts, operationsOf } from './complete-document.js';
import { answerContent, withoutNull } from './answer-types.js';
import { exampleOf } from './examples.js';
import { toOpenApi31 } from './to-openapi-31.js';

const document = JSON.parse(readFileSync('apps/api/openapi.json', 'utf8')) as OpenAPIObject;
const operations = operationsOf(document);

describe('the OpenAPI document', () => {
  it('should say of every operation what it does', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    // Each line says what to add.
    expect(missingTexts(document)).toEqual([]);
    for (const { operation } of operations)
      expect([operation.operationId, operation.summary]).toEqual([
        operation.operationId,
        expect.stringMatching(/^[A-Z][^\n]{8,120}\.$/),
      ]);
  });

  it('should say of every operation who may call it, and how it refuses', () => {
    for (const { path, operation } of operations) {
      const { security, responses, operationId } = operation;
      const isOpen = security!.length === 0;
      expect([operationId, isOpen || '401' in responses]).toEqual([operationId, true]);
      expect([operationId, '400' in responses]).toEqual([operationId, true]);
      if (path.includes('{') && !isOpen)
        expect([operationId, '404' in responses]).toEqual([operationId, true]);
      if (operation.parameters?.some(({ name }) => name === 'If-Match'))
        expect([operationId, '412' in responses && '428' in responses]).toEqual([operationId, true]);
    }
  });

  it('should have an example of every answer in JSON or XML, and of every body in JSON', () => {
    const missing = operations.flatMap(({ operation: { operationId, requestBody, responses } }) => {
      const contents = [
        requestBody?.content ?? {},
        ...Object.entries(responses).flatMap(([status, { content }]) =>
          status.startsWith('2') && content ? [content] : [],
        ),
      ];
      return contents.flatMap((content) =>
        Object.entries(content)
          .filter(([type, one]) => /json$|xml$/.test(type) && !/ndjson$/.test(type) && !('example' in one))
          .map(([type]) => `${operationId} ${type}`),
      );
    });
    expect(missing).toEqual([]);
  });

  it('should say which fields the forms of Open311 have, and which formats', () => {
    const of311 = operations.filter(({ path }) => path.startsWith('/open311/v2/'));
    for (const { operation } of of311) {
      const format = operation.parameters!.find(({ name }) => name === 'format')!;
      expect([operation.operationId, format.schema]).toEqual([
        operation.operationId,
        { type: 'string', enum: ['xml', 'json'] },
      ]);
    }
    const bodies = of311
      .filter(({ method }) => method === 'post')
      .map(({ operation }) => operation.requestBody);
    expect(bodies.map((body) => Object.keys(body?.content ?? {}))).toEqual([
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      ['application/x-www-form-urlencoded'],
    ]);
    expect(JSON.stringify(bodies[0])).toContain('"service_code"');
  });

  it('should have nothing left of 3.0', () => {
    expect(JSON.stringify(document)).not.toContain('"nullable":');
  });
});

describe('what answers contain', () => {
  const contentOf = (id: string) =>
    operations.find(({ operation }) => operation.operationId === id)!.operation.responses['200']!.content;

  it('should be told of files, too, and never as the JSON beside them', () => {
    expect(contentOf('Attachments_download')).toEqual({
      'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
    });
    expect(contentOf('MessageMail_page')).toEqual({ 'text/html': { schema: { type: 'string' } } });
    const report = contentOf('Intervals_intervals')!;
    expect(report['text/csv']).toEqual({ schema: { type: 'string' } });
    expect(report['application/json']!.schema).toEqual({ $ref: '#/components/schemas/IntervalsAnswer' });
  });

  it.each([
    [undefined, undefined, undefined],
    [{ 'application/json': { schema: { type: 'object' } } }, undefined, 'as it was'],
    [
      undefined,
      ['text/xml', 'application/json'],
      { 'text/xml': { schema: { type: 'string' } }, 'application/json': {} },
    ],
    [undefined, ['image/webp'], { 'image/webp': { schema: { type: 'string', format: 'binary' } } }],
  ])('should be of %j with %j', (content, produces, expected) =>
    expect(answerContent(content, produces)).toEqual(expected === 'as it was' ? content : expected),
  );

  it('should need no signed token: those of programs are no JWT', () => {
    expect(document.components!.securitySchemes!.bearer).not.toHaveProperty('bearerFormat');
  });
});

describe('parameters', () => {
  it('should never be null, which cannot be sent in an address', () => {
    const nullable = operations.flatMap(({ operation }) =>
      (operation.parameters ?? [])
        .filter(({ schema }) => JSON.stringify(schema).includes('null'))
        .map(({ name }) => `${operation.operationId} ${name}`),
    );
    expect(nullable).toEqual([]);
    expect(withoutNull({ type: 'string', nullable: true, enum: ['a', null] })).toEqual({
      type: 'string',
      enum: ['a'],
    });
  });
});

describe('OpenAPI 3.1 from 3.0', () => {
  it.each([
    [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [
      { type: 'string', enum: ['a'], nullable: true },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [
      { type: 'object', nullable: true, allOf: [{ $ref: '#/x' }], description: 'd' },
      { description: 'd', anyOf: [{ $ref: '#/x' }, { type: 'null' }] },
    ],
    [
      { type: 'string', example: 'x' },
      { type: 'string', examples: ['x'] },
    ],
    [{ properties: { type: { type: 'string' }, nullable: { type: 'boolean' } } }, undefined],
  ])('should rewrite %j', (from, to) => expect(toOpenApi31(from)).toEqual(to ?? from));
});

describe('examples', () => {
  it('should show numbers of tickets that the server reads', () => {
    const numbers = JSON.stringify(document).match(/\b\d{4}-\d{4}-\d{4}\b/g)!;
    expect(numbers.filter((one) => parseTicketNumber(one) === null)).toEqual([]);
  });

  it('should have ranges of time that are not empty', () => {
    const moment = { type: 'string', format: 'date-time' };
    const range = exampleOf({ type: 'object', properties: { from: moment, to: moment } }, {});
    const { from, to } = range as { from: string; to: string };
    expect(Date.parse(to)).toBeGreaterThan(Date.parse(from));
  });

  it('should fit what is required, or be left out', () => {
    const schema = {
      type: 'object',
      required: ['id'],
      properties: { id: { type: 'string', pattern: '^[0-9]$' }, name: { type: 'string', maxLength: 4 } },
    };
    expect(exampleOf(schema, {})).toBeUndefined();
    expect(exampleOf({ ...schema, required: [] }, {})).toEqual({ name: 'Mona' });
  });
});
