import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');

/** A small fixture project in which each file breaks one rule, beside files that break none. */
const SOURCE_TREE: Record<string, string> = {
  'libs/kernel/src/index.ts': `export const pure = 1;`,
  'libs/contracts/src/index.ts': `export * from '#wasl/kernel';`,
  'libs/platform/src/index.ts': `export * from 'bullmq'; export * from './plumbing.js';`,
  'libs/platform/src/plumbing.ts': `import '#wasl/contracts'; export const plumbing = 1;`,
  'libs/tickets/src/index.ts': `export * from './domain/good.js'; import '#wasl/platform';`,
  'libs/tickets/src/domain/good.ts': `import '#wasl/kernel'; import './better.js'; export const good = 1;`,
  'libs/tickets/src/domain/better.ts': `import type { Job } from '#wasl/platform'; export type Better = Job;`,
  'libs/reporting/src/index.ts': `import '#wasl/tickets';`,
  'apps/worker/src/main.ts': `import 'bullmq'; import '#wasl/reporting';`,
  'libs/sdk/src/index.ts': `import 'node:crypto'; export * from './errors.js';`,
  'libs/sdk/src/errors.ts': `export const error = 1;`,

  'libs/kernel/src/upwards.ts': `import '#wasl/tickets';`,
  'libs/tickets/src/sideways.ts': `import '#wasl/reporting';`,
  'libs/tickets/src/deep.ts': `import '../../platform/src/plumbing.js';`,
  'libs/tickets/src/queueing.ts': `import 'bullmq';`,
  'libs/tickets/src/domain/impure.ts': `import 'typeorm';`,
  'libs/tickets/src/domain/reading.ts': `import 'node:fs';`,
  'libs/tickets/src/domain/plumbed.ts': `import '#wasl/platform';`,
  'libs/tickets/src/circle-a.ts': `import './circle-b.js'; export const a = 1;`,
  'libs/tickets/src/circle-b.ts': `import './circle-a.js'; export const b = 1;`,
  'libs/tickets/src/lost.ts': `import './nowhere.js';`,
  'libs/tickets/src/tested.ts': `import './tested.spec.js';`,
  'libs/tickets/src/tested.spec.ts': `export const test = 1;`,
  'libs/sdk/src/borrowing.ts': `import '#wasl/kernel';`,
  'libs/sdk/src/packaged.ts': `import 'zod';`,
  'libs/reporting/src/client.ts': `import '#wasl/sdk';`,
  'libs/newcomer/src/index.ts': `import '#wasl/kernel';`,
  'apps/console/src/main.ts': `import '#wasl/tickets';`,
  'apps/api/src/main.ts': `import '../../worker/src/main.js';`,
  'apps/api/src/deep.ts': `import '../../../libs/platform/src/plumbing.js';`,
};

interface Violation {
  from: string;
  rule: { name: string };
}

describe('the dependency rules', () => {
  let violations: string[];

  beforeAll(() => {
    const dir = mkdtempSync(join(tmpdir(), 'wasl-import-rules-'));
    for (const [path, text] of Object.entries(SOURCE_TREE)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    cpSync(join(root, 'package.json'), join(dir, 'package.json'));
    symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
    const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const config = join(root, '.dependency-cruiser.cjs');
    const args = [program, '--config', config, '--output-type', 'json', 'apps', 'libs'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8', maxBuffer: 1e8 });
    const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
    violations = summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort();
    rmSync(dir, { recursive: true });
  });

  it.each([
    ['a library that imports one above it', 'libs/kernel/src/upwards.ts: downwards-only'],
    ['a feature that imports reporting', 'libs/tickets/src/sideways.ts: downwards-only'],
    ['a deep import into another library', 'libs/tickets/src/deep.ts: through-the-index'],
    ['a deep import of an app into a library', 'apps/api/src/deep.ts: apps-through-the-index'],
    ['bullmq outside platform and worker', 'libs/tickets/src/queueing.ts: bullmq-in-platform-and-worker'],
    ['typeorm in domain/', 'libs/tickets/src/domain/impure.ts: pure-domain-packages'],
    ['files in domain/', 'libs/tickets/src/domain/reading.ts: pure-domain-node'],
    ['platform in domain/', 'libs/tickets/src/domain/plumbed.ts: pure-domain'],
    ['an import cycle', 'libs/tickets/src/circle-a.ts: no-cycles'],
    ['an unresolvable import', 'libs/tickets/src/lost.ts: resolvable'],
    ['a test imported by production code', 'libs/tickets/src/tested.ts: no-test-imports'],
    ['an SDK that needs this repository', 'libs/sdk/src/borrowing.ts: published-alone'],
    ['an SDK that needs another package', 'libs/sdk/src/packaged.ts: published-alone'],
    ['a library that imports the SDK', 'libs/reporting/src/client.ts: not-the-published'],
    ['a library that is not in the layers', 'libs/newcomer/src/index.ts: known-library'],
    [
      'a console that imports more than contracts',
      'apps/console/src/main.ts: console-imports-contracts-only',
    ],
    ['an app that imports another', 'apps/api/src/main.ts: no-cross-app-imports'],
  ])('refuse %s', (_what, violation) => {
    expect(violations).toContain(violation);
  });

  it('allow the valid files: bullmq in platform and worker, types in domain/, consumers above features', () => {
    const files = new Set(violations.map((line) => line.split(':')[0]));
    const valid = Object.keys(SOURCE_TREE).slice(0, 11);
    expect(valid.filter((path) => files.has(path))).toEqual([]);
  });
});

describe('the style rules', () => {
  const text = `
    export const anything: any = 1;
    // eslint-disable-next-line no-console
    console.log('hidden');
    export async function later(): Promise<void> {}
    later();
  `;

  it('refuse `any`, floating promises, and disabling a rule', () => {
    const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
    const args = [eslint, '--stdin', '--stdin-filename', 'libs/kernel/src/clock.ts', '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: root, input: text, encoding: 'utf8' });
    const [result] = JSON.parse(stdout) as { messages: { ruleId: string | null; message: string }[] }[];
    const rules = result!.messages.map(({ ruleId, message }) => ruleId ?? message.split('.')[0]);
    expect(rules).toEqual(
      expect.arrayContaining([
        '@typescript-eslint/no-explicit-any',
        '@typescript-eslint/no-floating-promises',
        'no-console',
      ]),
    );
  });
});
