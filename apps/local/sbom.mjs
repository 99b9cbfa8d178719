#!/usr/bin/env node
// `npm run sbom [-- <file>]`: a bill of materials of what runs in production, in CycloneDX 1.6, by default in sbom.json.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { root } from './bootstrap.mjs';

const file = resolve(process.argv[2] ?? join(root, 'sbom.json'));
const program = join(root, 'node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js');
const args = ['--omit', 'dev', '--package-lock-only', '--spec-version', '1.6', '--output-format', 'JSON'];
const { status } = spawnSync(
  process.execPath,
  [program, ...args, '--output-reproducible', '--output-file', file, join(root, 'package.json')],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
