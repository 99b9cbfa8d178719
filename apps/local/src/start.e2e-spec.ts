import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#wasl/testing';

const START = join(import.meta.dirname, '../start.mjs');
const dataDir = mkdtempSync(join(tmpdir(), 'wasl start '));
/** Generous, because other suites run on the same machine. */
const START_WITHIN_MS = 120_000;
const running = new Set<ChildProcess>();

interface Start {
  process: ChildProcess;
  said(): string;
  lastLine(): string | undefined;
  /** The two addresses of the line `ready <api> <portal>`. */
  ready(): Promise<string[]>;
  ended: Promise<unknown>;
}

/** Through `npm start` itself, or what it runs. */
function start(env: Record<string, string> = {}, command = [process.execPath, START]): Start {
  const ports = { PORT: '0', PORTAL_PORT: '0', SMTP_IN_PORT: '0' };
  // The program must not see the environment variables that jest sets.
  const { DATABASE_URL: _url, NODE_OPTIONS: _options, npm_lifecycle_event: _npm, ...rest } = process.env;
  const child = spawn(command[0]!, command.slice(1), {
    cwd: join(import.meta.dirname, '../../..'),
    env: { ...rest, ...ports, DATA_DIR: dataDir, ...env },
    // A group of its own, as a terminal makes one.
    detached: true,
  });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ready = () =>
    waitFor(
      () => {
        if (child.exitCode !== null) return ['ended'];
        return /^ready (\S+) (\S+)$/m.exec(said)?.slice(1);
      },
      { within: START_WITHIN_MS, what: 'the line ready' },
    );
  const lastLine = () => said.trimEnd().split('\n').at(-1);
  return { process: child, said: () => said, lastLine, ready, ended: once(child, 'close') };
}

/** What the programs warned of. */
const warningsIn = (folder: string) =>
  readdirSync(folder)
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line.startsWith('{') && (JSON.parse(line) as { level: number }).level >= 40);

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number);
const commandOf = (pid: number) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};
const program = (parent: ChildProcess, name: string) =>
  childrenOf(parent.pid!).find((pid) => commandOf(pid).includes(`${name}/src/main.js`))!;

// Supervision is tested with real processes; /proc lists them.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('npm start', () => {
  let system: Start;
  let addresses: string[];

  beforeAll(async () => {
    system = start();
    addresses = await system.ready();
  }, START_WITHIN_MS);
  afterAll(async () => {
    // Processes are left over only after a failure.
    for (const child of running) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('starts api and portal on an empty folder, and prints the sign-ins', async () => {
    for (const address of addresses) {
      const answer = await fetch(`${address}/health/ready`);
      expect([address, answer.status]).toEqual([address, 200]);
    }
    expect(system.said()).toMatch(/admin@demo\.example.*agent8@demo\.example/);
    expect(system.said()).toMatch(/password {2}\S+/);
  });

  it(
    'prints a link for the first administrator while there is no staff and no demo organisation',
    async () => {
      const other = mkdtempSync(join(tmpdir(), 'wasl-without-demo-'));
      const started = start({ DATA_DIR: other, DEMO: '0', LOG_LEVEL: 'warn' });
      const [api] = await started.ready();
      const link = await waitFor(() => /set up {2,}(\S+)\/setup#(\S{43})$/m.exec(started.said()), {
        within: START_WITHIN_MS,
        what: 'the link',
      });
      expect(link[1]).toBe(api);
      const person = {
        name: 'Noura',
        email: 'noura@test.example',
        language: 'en',
        password: 'nine lives of a cat',
      };
      const used = await fetch(`${api}/api/v1/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: link[2], ...person }),
      });
      expect(used.status).toBe(204);
      // A terminal sends it to every process of the group.
      process.kill(-started.process.pid!, 'SIGINT');
      await started.ended;
      expect(warningsIn(join(other, 'logs')).filter((text) => /connection|closed/i.test(text))).toEqual([]);
      rmSync(other, { recursive: true, force: true });
    },
    2 * START_WITHIN_MS,
  );

  it('refuses a second start on the same folder', async () => {
    const second = start();
    await second.ended;
    expect(second.process.exitCode).toBe(1);
    expect(second.lastLine()).toBe(
      `Wasl already runs on ${dataDir} (process ${system.process.pid}); stop it first, or set another DATA_DIR`,
    );
  });

  it('reports a port in use in one line', async () => {
    const { port } = new URL(addresses[0]!);
    const other = mkdtempSync(join(tmpdir(), 'wasl-other-'));
    const second = start({ DATA_DIR: other, PORT: port });
    await second.ended;
    expect([second.process.exitCode, second.lastLine()]).toEqual([
      1,
      `Port ${port} is in use; stop the other program, or choose another port with PORT`,
    ]);
    rmSync(other, { recursive: true });
  });

  it('restarts a crashed program while the others keep running', async () => {
    const api = program(system.process, 'api');
    process.kill(program(system.process, 'worker'), 'SIGKILL');
    await waitFor(() => system.said().includes('worker is back'), {
      within: START_WITHIN_MS,
      what: 'the worker to be back',
    });
    expect(program(system.process, 'api')).toBe(api);
  });

  it('stops everything in order on Ctrl-C', async () => {
    const children = childrenOf(system.process.pid!);
    system.process.kill('SIGINT');
    await system.ended;
    expect(system.process.exitCode).toBe(0);
    expect(children.map(commandOf).filter((command) => command.includes(dataDir))).toEqual([]);
    for (const left of ['postgres/postmaster.pid', 'wasl.lock'])
      expect(existsSync(join(dataDir, left))).toBe(false);
  });

  it(
    'stops on Ctrl-C at whatever moment of its start',
    async () => {
      for (const [moment, expected] of [
        // Without a handler as yet, or with it, when the process is quicker than this one.
        ['at once', ['SIGINT', 0]],
        ['while the programs start', [0]],
      ] as const) {
        const early = start();
        if (moment !== 'at once')
          await waitFor(
            () => childrenOf(early.process.pid!).some((pid) => commandOf(pid).includes('api/src/main.js')),
            { within: START_WITHIN_MS, what: 'the api' },
          );
        const children = childrenOf(early.process.pid!).filter((pid) => pid > 0);
        early.process.kill('SIGINT');
        await early.ended;
        expect([moment, expected]).toEqual([
          moment,
          expect.arrayContaining([early.process.signalCode ?? early.process.exitCode]),
        ]);
        expect(children.filter((pid) => commandOf(pid).includes('main.js'))).toEqual([]);
      }
    },
    2 * START_WITHIN_MS,
  );

  it(
    'goes on with the same secrets after everything was killed, and leaves no orphan',
    async () => {
      const secret = readFileSync(join(dataDir, 'secret-key'), 'utf8');
      const killed = start();
      await killed.ready();
      const programs = ['api', 'portal', 'worker'].map((name) => program(killed.process, name));
      killed.process.kill('SIGKILL');
      const gone = () => programs.every((pid) => !commandOf(pid).includes('main.js'));
      await waitFor(gone, {
        within: START_WITHIN_MS,
        what: 'the programs to notice that their parent is gone',
      });

      system = start();
      const again = await system.ready();
      expect((await fetch(`${again[0]}/health/ready`)).status).toBe(200);
      expect(readFileSync(join(dataDir, 'secret-key'), 'utf8')).toBe(secret);
      system.process.kill('SIGTERM');
      await waitFor(() => !existsSync(join(dataDir, 'wasl.lock')), {
        within: START_WITHIN_MS,
        what: 'everything to stop with npm',
      });
    },
    2 * START_WITHIN_MS,
  );
});
