#!/usr/bin/env node
// `npm run lint`: style, forbidden types, formatting, dependency rules, and whether the generated API is current.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../apps/local/bootstrap.mjs';
import { run, say, tool } from './run/step.mjs';

const GENERATE = 'dist/apps/api/src/generate-openapi.js';
const checks = {
  eslint: [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0', '--no-color'],
  prettier: [
    tool('prettier/bin/prettier.cjs'),
    '--check',
    '.',
    '--log-level',
    'warn',
    '--no-color',
    '--cache',
    '--cache-location',
    'node_modules/.cache/wasl-prettier',
    '--cache-strategy',
    'content',
  ],
  imports: [
    tool('dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'err',
    'apps',
    'libs',
    'migrations',
    'test',
  ],
};
const DOCUMENT = 'apps/api/openapi.json';
if (existsSync(join(root, DOCUMENT))) {
  checks['OpenAPI (Redocly)'] = [tool('@redocly/cli/bin/cli.js'), 'lint', DOCUMENT];
  checks['OpenAPI (Spectral)'] = [
    tool('@stoplight/spectral-cli/dist/index.js'),
    'lint',
    DOCUMENT,
    '--fail-severity',
    'error',
  ];
}
if (existsSync(join(root, GENERATE))) checks['generated API'] = [GENERATE, '--check'];

const env = {
  ...process.env,
  NO_COLOR: '1',
  FORCE_COLOR: '0',
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};
const results = await Promise.all(
  Object.entries(checks).map(async ([name, args]) => ({ name, ...(await run(args, env)) })),
);
for (const { name, code, output } of results) {
  if (code === 0) continue;
  // Prints relative paths.
  say(`${name}:\n${output.replaceAll(`${root}/`, '').trim()}\n`);
  process.exitCode = 1;
}
