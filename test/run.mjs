#!/usr/bin/env node
// `npm test`: all checks, from a fresh clone. `npm test -- <pattern>` runs only the matching suites.
// Ends with one line: N passed, N failed, N skipped. With REQUIRE_ALL=1 what would be skipped fails.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, ensureNode, root } from '../apps/local/bootstrap.mjs';
import { runJest } from './run/jest.mjs';
import { ensurePrograms } from './run/programs.mjs';
import { runStep, say, tool } from './run/step.mjs';

process.chdir(root);
ensureNode();
const jestArguments = process.argv.slice(2);
const everything = jestArguments.length === 0;
const requireAll = process.env.REQUIRE_ALL === '1';
const total = { passed: 0, failed: 0, skipped: 0 };
const add = (more) => Object.keys(total).forEach((key) => (total[key] += more[key] ?? 0));

const built = await setUp();
if (built && everything) await Promise.all(checks().map(async (check) => add(await check)));
if (built) add(await runJest(jestArguments));
finish();

/** Dependencies, programs, build. When this fails nothing can be tested. */
async function setUp() {
  try {
    await ensureDependencies();
    await ensurePrograms(say);
    const { build } = await import('../apps/local/build.mjs');
    await build({ say, console: false });
    // Selected journeys need the console; suites of a library run even when it does not build.
    if (!everything) await build({ say }).catch((error) => say(error.message));
    add({ passed: 1 });
    return true;
  } catch (error) {
    say(`FAIL build\n${error.message}`);
    add({ failed: 1 });
    return false;
  }
}

/** In parallel, because they often wait for the disk and for child processes. */
function checks() {
  const tsc = tool('typescript/bin/tsc');
  const steps = [
    runStep('console', ['apps/local/build.mjs']),
    runStep('lint', ['test/lint.mjs']),
    runStep('types', [tsc, '-p', 'tsconfig.json', '--pretty', 'false']),
  ];
  if (existsSync(join(root, 'apps/console/tsconfig.json'))) {
    steps.push(
      runStep('types of the console', [
        tsc,
        '-p',
        'apps/console/tsconfig.json',
        '--noEmit',
        '--pretty',
        'false',
      ]),
    );
  }
  return steps;
}

function finish() {
  if (requireAll && total.skipped > 0) {
    say(`REQUIRE_ALL=1: ${total.skipped} skipped count as failed`);
    add({ failed: total.skipped, skipped: -total.skipped });
  }
  say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
