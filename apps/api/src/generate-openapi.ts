import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { requireRuntimeSettings, readSettings } from '#wasl/platform';
import { ApiModule } from './api.module.js';
import { postmanCollection, postmanEnvironment } from './openapi/clients/postman-collection.js';
import { sdkOperations } from './openapi/clients/sdk-operations.js';
import { missingTexts } from './openapi/complete-document.js';
import { openApiDocument } from './openapi/openapi.js';

/*
 * Writes apps/api/openapi.json from the controllers, and what is made of it: the types (which the console uses, too) and
 * operations of the SDK, and the collection for API clients; with --check only reports whether the checked-in files are
 * current. Needs no database: in preview mode Nest creates no providers.
 */
const DOCUMENT = 'apps/api/openapi.json';
const SDK = 'libs/sdk/src';
const COLLECTION = 'apps/api/wasl.postman';
const HEAD = '// Written by npm run generate; not to be edited.\n';

/** Files are sent and read as Blobs. */
const transform = ({ format }: { format?: string }) =>
  format === 'binary' ? ts.factory.createTypeReferenceNode('Blob') : undefined;

/** Examples double the size of the package and say little beside the types. */
const withoutExamples = (value: object): never =>
  JSON.parse(
    JSON.stringify(value, function (this: object, name, part: unknown) {
      return name === 'example' && 'schema' in this ? undefined : part;
    }),
  ) as never;

const settings = requireRuntimeSettings(
  readSettings({ DATABASE_URL: 'postgres://unused', SECRET_KEY: 'unused'.repeat(8), COUNTRY: 'bh' }),
);
const app = await NestFactory.create(ApiModule.forRoot(settings), {
  preview: true,
  logger: ['error', 'fatal'],
});
const document = openApiDocument(app);
const missing = missingTexts(document);
for (const one of missing) process.stdout.write(`${one}\n`);
const files = {
  [DOCUMENT]: `${JSON.stringify(document, null, 2)}\n`,
  [`${SDK}/schema.generated.ts`]:
    HEAD + astToString(await openapiTS(withoutExamples(document), { transform })),
  [`${SDK}/operations.generated.ts`]: sdkOperations(document),
  [`${COLLECTION}_collection.json`]: `${JSON.stringify(postmanCollection(document), null, 2)}\n`,
  [`${COLLECTION}_environment.json`]: `${JSON.stringify(postmanEnvironment(document), null, 2)}\n`,
};
let drifted = false;
for (const [file, content] of Object.entries(files)) {
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present === content) continue;
  drifted = true;
  if (process.argv.includes('--check')) process.stdout.write(`${file} is not what npm run generate writes\n`);
  else await writeFile(file, content);
}
process.exit(missing.length > 0 || (drifted && process.argv.includes('--check')) ? 1 : 0);
