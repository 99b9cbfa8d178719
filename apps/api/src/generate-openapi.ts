import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { NestFactory } from '@nestjs/core';
import openapiTS, { astToString } from 'openapi-typescript';
import { requireRuntimeSettings, readSettings } from '#wasl/platform';
import { ApiModule } from './api.module.js';
import { missingTexts } from './openapi/complete-document.js';
import { openApiDocument } from './openapi/openapi.js';

/*
 * Writes apps/api/openapi.json and the console's client types from the controllers; with --check only reports whether
 * the checked-in files are current. Needs no database: in preview mode Nest creates no providers.
 */
const DOCUMENT = 'apps/api/openapi.json';
const TYPES = 'apps/console/src/api/schema.generated.ts';

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
  [TYPES]: `// Written by npm run generate; not to be edited.\n${astToString(await openapiTS(document as never))}`,
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
