import { execFile, fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '#wasl/testing';
import { builtScriptPath } from '../built-script-path.js';
import { SandboxError } from './sandbox-error.js';
import { Sandbox, type SandboxOptions } from './sandbox.js';
import { SandboxedProcess } from './sandboxed-process.js';

const MEGABYTE = 1024 * 1024;
/** Does what a job says, as code that was taken over might. */
const MODULE = `
import { closeSync, writeSync } from 'node:fs';
import { serialize } from 'node:v8';
let kept = [];
const frame = (content, length = content.length) => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(length);
  return Buffer.concat([head, content]);
};
const never = new Promise(() => {});
const sends = (...frames) => { writeSync(3, Buffer.concat(frames)); return never; };
const tells = (...messages) => sends(...messages.map((message) => frame(serialize(message))));
const WORK = {
  echo: ({ value }) => value,
  environment: () => ({ ...process.env }),
  throws: () => { throw Object.assign(new Error('broken'), { code: 'mail.broken' }); },
  lies: () => tells({ kind: 'thrown', id: 1, message: { toString: 1 }, code: 7 }),
  sendsNothing: () => tells(null),
  sendsText: () => tells('x'),
  sendsOtherPong: () => tells({ kind: 'pong', id: 'x' }),
  sendsOtherResult: () => tells({ kind: 'result', id: 77, result: 1 }),
  sendsManyQuestions: () => tells(...Array.from({ length: 1_001 }, (_, id) => ({ kind: 'ask', id, question: 1 }))),
  sendsGarbage: () => sends(frame(Buffer.from([1, 2, 3, 4]))),
  sendsEmpty: () => sends(frame(Buffer.alloc(0))),
  sendsForNode: () => tells({ cmd: 'NODE_HANDLE_ACK' }),
  announcesMuch: () => sends(frame(Buffer.alloc(8), 4_000_000_000)),
  closesChannel: () => { closeSync(3); return never; },
  inPieces: () => {
    const all = frame(serialize({ kind: 'result', id: 1, result: 'in pieces' }));
    for (let at = 0; at < all.length; at++) setTimeout(() => writeSync(3, all.subarray(at, at + 1)), at);
    return never;
  },
  computes: () => { for (;;); },
  waits: () => new Promise(() => {}),
  asks: async ({ name }, ask) => {
    try { return await ask(name); } catch (error) { return [error.code, error.message]; }
  },
  fillsHeap: () => { for (;;) kept.push({ at: kept.length, text: String(kept.length) }); },
  // Without returning to the event loop.
  fillsMemory: () => { for (;;) kept.push(Buffer.alloc(8_000_000, 1)); },
  crashes: () => process.kill(process.pid, 'SIGSEGV'),
  exits: () => { console.error('no more'); process.exit(3); },
};
export const handle = (job, ask) => WORK[job.kind](job, ask);
`;

interface Job {
  kind: string;
  value?: unknown;
  name?: string;
}

const isRunning = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('a process that is confined', () => {
  let folder: string;
  const opened: Sandbox<Job, unknown>[] = [];
  const open = (options: Partial<SandboxOptions> = {}) => {
    const sandbox = new Sandbox<Job, unknown>({
      name: 'the process of the test',
      module: join(folder, 'module.mjs'),
      heapMegabytes: 64,
      bytes: 400 * MEGABYTE,
      idleMs: 60_000,
      ...options,
    });
    opened.push(sandbox);
    return sandbox;
  };
  const run = (sandbox: Sandbox<Job, unknown>, job: Job, ms = 60_000) => sandbox.run(job, { ms });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wasl-suite-'));
    await writeFile(join(folder, 'module.mjs'), MODULE);
  });
  afterEach(() => opened.splice(0).forEach((sandbox) => sandbox.close()));
  afterAll(() => rm(folder, { recursive: true }));

  it('is given jobs and gives back their results, many at once', async () => {
    const sandbox = open();
    const values = ['text', Buffer.from([1, 2]), { list: [1, null, new Date(0)] }];
    expect(await Promise.all(values.map((value) => run(sandbox, { kind: 'echo', value })))).toEqual(values);
  });

  it('has nothing of our environment', async () => {
    const names = Object.keys((await run(open(), { kind: 'environment' })) as object);
    expect(names.filter((name) => !name.startsWith('SANDBOX_') && !name.startsWith('NODE_CHANNEL_'))).toEqual(
      ['MALLOC_ARENA_MAX'],
    );
  });

  it('says what was thrown, whatever it was, and lives on', async () => {
    const sandbox = open();
    await expect(run(sandbox, { kind: 'throws' })).rejects.toMatchObject({
      reason: 'thrown',
      message: 'broken',
      code: 'mail.broken',
    });
    const { pid } = sandbox;
    await expect(run(sandbox, { kind: 'unknown' })).rejects.toMatchObject({ reason: 'thrown', code: null });
    expect(await run(sandbox, { kind: 'echo', value: 1 })).toBe(1);
    expect(sandbox.pid).toBe(pid);
    await expect(run(open(), { kind: 'lies' })).rejects.toMatchObject({
      reason: 'thrown',
      message: 'no message',
      code: null,
    });
  });

  it('asks us for what it may not look up', async () => {
    const sandbox = open({
      answer: (name) =>
        name === 'known'
          ? Promise.resolve(['1', '2'])
          : Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
    });
    expect(await run(sandbox, { kind: 'asks', name: 'known' })).toEqual(['1', '2']);
    expect(await run(sandbox, { kind: 'asks', name: 'other' })).toEqual(['ENOTFOUND', 'none']);
  });

  it.each([
    ['it computes for too long', 'computes', 'time', 1_000],
    ['its heap is full', 'fillsHeap', 'memory', 60_000],
    ['it takes memory outside of its heap, without a pause', 'fillsMemory', 'memory', 60_000],
    ['it crashes', 'crashes', 'crash', 60_000],
    ['it exits', 'exits', 'crash', 60_000],
  ])(
    'is ended when %s, and started again for the next job',
    async (_, kind, reason, ms) => {
      const sandbox = open();
      await run(sandbox, { kind: 'echo' });
      const { pid } = sandbox;
      await expect(run(sandbox, { kind }, ms)).rejects.toMatchObject({ reason });
      expect(await run(sandbox, { kind: 'echo', value: 1 })).toBe(1);
      expect(sandbox.pid).not.toBe(pid);
      await waitFor(() => !isRunning(pid!), { within: 20_000, what: 'the first process to end' });
    },
    90_000,
  );

  it.each([
    ['sendsNothing', 'crash'],
    ['sendsText', 'crash'],
    ['sendsOtherPong', 'crash'],
    ['sendsOtherResult', 'crash'],
    ['sendsManyQuestions', 'crash'],
    ['sendsGarbage', 'crash'],
    ['sendsEmpty', 'crash'],
    ['sendsForNode', 'crash'],
    ['announcesMuch', 'memory'],
    ['closesChannel', 'crash'],
  ])('harms nobody, taken over, and is ended: %s', async (kind, reason) => {
    const sandbox = open({ answer: () => new Promise(() => {}) });
    await expect(run(sandbox, { kind })).rejects.toMatchObject({ reason });
    expect(await run(sandbox, { kind: 'echo', value: 1 })).toBe(1);
  });

  it('is waited for no longer when it has ended', async () => {
    const sandboxed = new SandboxedProcess({
      module: join(folder, 'module.mjs'),
      heapMegabytes: 64,
      bytes: 400 * MEGABYTE,
    });
    await sandboxed.ready;
    const computing = sandboxed.run({ kind: 'computes' }).catch((error: unknown) => error);
    const asked = sandboxed.isResponding(3_600_000);
    const reason = new SandboxError('closing', 'the process is stopping');
    sandboxed.end(reason);
    expect(await asked).toBe(false);
    expect(await computing).toBe(reason);
    expect(await sandboxed.isResponding(3_600_000)).toBe(false);
  });

  it('is given no job that cannot be passed on, and lives on', async () => {
    const sandbox = open();
    await expect(run(sandbox, { kind: 'echo', value: () => 1 })).rejects.toThrow(/could not be cloned/);
    expect(await run(sandbox, { kind: 'echo', value: 1 })).toBe(1);
  });

  it('may send a message in pieces', async () => {
    expect(await run(open(), { kind: 'inPieces' })).toBe('in pieces');
  });

  it('is not started where the system refuses to, and no job is to blame', async () => {
    const tooLong = open({ module: join(folder, 'x'.repeat(200_000)) });
    await expect(run(tooLong, { kind: 'echo' })).rejects.toMatchObject({ reason: 'not_started' });
    // A process that may open no more files.
    const parent = join(folder, 'full.mjs');
    await writeFile(
      parent,
      `import { openSync } from 'node:fs';
       import { SandboxedProcess } from ${JSON.stringify(builtScriptPath(import.meta.url, 'sandboxed-process'))};
       try { for (;;) openSync('/dev/null'); } catch {}
       const { ready } = new SandboxedProcess({ module: 'x', heapMegabytes: 64, bytes: 1 });
       await ready.catch(({ reason }) => console.log(reason));
       setImmediate(() => console.log('alive'));`,
    );
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      `ulimit -n 64 && exec "$0" "$1"`,
      process.execPath,
      parent,
    ]);
    expect(stdout).toBe('not_started\nalive\n');
  }, 60_000);

  it('is asked whether it still answers before it is ended, where the job says so', async () => {
    const sandbox = open();
    await run(sandbox, { kind: 'echo' });
    const { pid } = sandbox;
    await expect(sandbox.run({ kind: 'waits' }, { ms: 50, answerMs: 30_000 })).rejects.toMatchObject({
      reason: 'slow',
    });
    expect(sandbox.pid).toBe(pid);
    const beside = run(sandbox, { kind: 'waits' }).catch((error: unknown) => error);
    await expect(sandbox.run({ kind: 'computes' }, { ms: 50, answerMs: 500 })).rejects.toMatchObject({
      reason: 'time',
    });
    expect(await beside).toMatchObject({ reason: 'time' });
  });

  it('is ended when it has been idle, and when we stop', async () => {
    const sandbox = open({ idleMs: 50 });
    await run(sandbox, { kind: 'echo' });
    await waitFor(() => sandbox.pid === undefined, { within: 20_000, what: 'the idle process to end' });
    const other = open();
    const waiting = run(other, { kind: 'waits' }).catch((error: unknown) => error);
    await run(other, { kind: 'echo' });
    const pid = other.pid!;
    other.close();
    expect(await waiting).toMatchObject({ reason: 'closing' });
    await waitFor(() => !isRunning(pid), { within: 20_000, what: 'the process to end' });
    await expect(run(other, { kind: 'echo' })).rejects.toMatchObject({ reason: 'closing' });
  });

  it('blames no job when it cannot be started', async () => {
    const sandbox = open({ module: join(folder, 'missing.mjs') });
    await expect(run(sandbox, { kind: 'echo' })).rejects.toMatchObject({ reason: 'not_started' });
  });

  it('does not outlive us, even while it computes', async () => {
    const parent = join(folder, 'parent.mjs');
    const script = builtScriptPath(import.meta.url, 'sandboxed-process');
    await writeFile(
      parent,
      `import { SandboxedProcess } from ${JSON.stringify(script)};
       const sandboxed = new SandboxedProcess({
         module: ${JSON.stringify(join(folder, 'module.mjs'))}, heapMegabytes: 64, bytes: ${400 * MEGABYTE} });
       setInterval(() => {}, 1_000);
       await sandboxed.ready;
       sandboxed.run({ kind: 'computes' });
       process.send(sandboxed.pid);`,
    );
    const child = fork(parent, { execArgv: [], env: {} });
    const pid = await new Promise<number>((resolve) => child.once('message', (id) => resolve(id as number)));
    expect(isRunning(pid)).toBe(true);
    child.kill('SIGKILL');
    await waitFor(() => !isRunning(pid), { within: 20_000, what: 'the process to end' });
  }, 60_000);
});
