import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#wasl/testing';

const root = join(import.meta.dirname, '../../..');
const NOT_COPIED = new Set(['node_modules', 'dist', '.git', '.data']);
/** Generous, because other suites run on the same machine. */
const WITHIN_MS = 120_000;

describe('npm run dev', () => {
  let folder: string;
  let child: ChildProcess;
  let said = '';
  const saying = (pattern: RegExp, from = 0) =>
    waitFor(() => pattern.exec(said.slice(from)), { within: WITHIN_MS, what: `the output ${pattern}` });
  const edit = (path: string, change: (text: string) => string) => {
    const file = join(folder, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };
  const pageOf = async (url: string) => (await fetch(url)).text();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'wasl-dev-'));
    cpSync(root, folder, { recursive: true, filter: (path) => !NOT_COPIED.has(relative(root, path)) });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const ports = { PORT: '0', PORTAL_PORT: '0', SMTP_IN_PORT: '0', CONSOLE_PORT: '0' };
    const { DATABASE_URL: _url, NODE_OPTIONS: _options, npm_lifecycle_event: _npm, ...env } = process.env;
    child = spawn(process.execPath, ['apps/local/dev.mjs'], {
      cwd: folder,
      env: { ...env, ...ports, NODE_ENV: 'development', DATA_DIR: join(folder, '.data') },
    });
    for (const stream of [child.stdout!, child.stderr!])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
  });
  afterAll(async () => {
    if (child && child.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'shows what is edited: in a page of a program, and in the console',
    async () => {
      const [, portal] = await saying(/^ready \S+ (\S+)$/m);
      const [, console] = await saying(/^ {2}console +(\S+)$/m);
      await saying(/Edit a file/);

      edit('apps/portal/src/texts/en.ts', (text) =>
        text.replace('Ask, report or complain: one', 'Ask us: one'),
      );
      await waitFor(async () => (await pageOf(`${portal}/en`)).includes('Ask us: one'), {
        within: WITHIN_MS,
        what: 'the page with the new text',
      });

      edit('apps/console/src/main.tsx', (text) => `${text}\nexport const edited = 'edited here';\n`);
      await waitFor(async () => (await pageOf(`${console}src/main.tsx`)).includes('edited here'), {
        within: WITHIN_MS,
        what: 'the console with the change',
      });
    },
    2 * WITHIN_MS,
  );

  it(
    'says what does not build, goes on with what ran before, and takes up the correction',
    async () => {
      const from = said.length;
      edit('apps/portal/src/main.ts', (text) => `${text}\nconst broken: = 1;\n`);
      await saying(/apps\/portal\/src\/main\.ts/, from);
      const [, portal] = await saying(/^ready \S+ (\S+)$/m);
      expect(await pageOf(`${portal}/en`)).toContain('Ask us');

      edit('apps/portal/src/main.ts', (text) => text.replace('const broken: = 1;', ''));
      await saying(/Restarted portal/, from);
    },
    2 * WITHIN_MS,
  );

  it('stops as a whole', async () => {
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    expect(await exit).toEqual([0, null]);
  });
});
