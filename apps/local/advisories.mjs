#!/usr/bin/env node
// `npm run advisories`: known vulnerabilities of the production dependencies, as the registry reports them. Fails on
// high and critical ones that advisory-exceptions.json does not list: [{"id": "GHSA-…", "reason": "…", "until":
// "2027-01-31"}].
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { judge, readExceptions } from './advisories/judge.mjs';

const npm = process.env.npm_execpath;
const args = ['audit', '--omit=dev', '--json'];
const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 120_000 };
const { stdout } = npm
  ? spawnSync(process.execPath, [npm, ...args], options)
  : spawnSync('npm', args, options);

try {
  const exceptions = readExceptions(readFileSync(join(root, 'advisory-exceptions.json'), 'utf8'));
  const { lines, code } = judge(stdout, exceptions, new Date());
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
