import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '#wasl/testing';
import { Program } from './program.js';

const folder = mkdtempSync(join(tmpdir(), 'wasl program '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const READY = `process.send({ type: 'ready', url: 'http://localhost:1' }); process.on('disconnect', () => process.exit());`;
const said: string[] = [];
let running: Program | undefined;
let count = 0;

/** Starts a stub program whose source is `script`. */
function start(script: string, clock?: () => number): Program {
  const main = join(folder, `stand-in-${++count}.cjs`);
  writeFileSync(main, script);
  said.length = 0;
  const say = (line: string) => void said.push(line);
  running = new Program({
    name: 'api',
    main,
    env: process.env,
    logFile: join(folder, 'api.log'),
    say,
    pauseMs: 1,
    ...(clock && { clock }),
  });
  running.start();
  return running;
}

afterEach(() => running?.stop());

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a supervised program', () => {
  it('is ready when it reports so, with its address', async () => {
    expect(await start(READY).ready).toBe('http://localhost:1');
  });

  it('writes its log to its file', async () => {
    await start(`console.log('a line of log'); ${READY}`).ready;
    await waitFor(() => readFileSync(join(folder, 'api.log'), 'utf8').includes('a line of log'), {
      what: 'the line',
    });
  });

  it('is restarted after a crash, with the reason printed', async () => {
    const program = start(`${READY} setInterval(() => {}, 1000);`);
    await program.ready;
    const first = program.pid!;
    process.kill(first, 'SIGKILL');
    await waitFor(() => said.includes('api is back'), { what: 'the restart' });
    expect(said[0]).toBe('api ended (it ended with SIGKILL); starting it again in 0.0 s');
    expect(program.pid).not.toBe(first);
  });

  it('is given up after three crashes before it was ready, with the reason it reported', async () => {
    const program = start(
      `process.stderr.write('Setting SECRET_KEY is wrong: too short\\n'); process.exitCode = 1;`,
    );
    await expect(program.ready).rejects.toThrow('api does not start: Setting SECRET_KEY is wrong: too short');
    expect(said).toHaveLength(2);
  });

  it('stops when asked, and is killed when it does not react', async () => {
    const program = start(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); ${READY}`);
    await program.ready;
    const pid = program.pid!;
    await program.stop(50);
    expect(isAlive(pid)).toBe(false);
    expect(said).toEqual([]);
  });

  it('is waited for while it makes progress, with a printed notice', async () => {
    const program = start(
      `let n = 0; setInterval(() => process.send(++n < 13 ? { type: 'phase', phase: 'step ' + n } : { type: 'ready' }), 500);
       process.on('disconnect', () => process.exit());`,
      fastClock,
    );
    await program.ready;
    expect(said.length).toBeGreaterThan(1);
    for (const line of said)
      expect(line).toMatch(/^waiting for api: (loading the program|step \d+) \(\d+ s\)$/);
  });

  it('is given up when it never becomes ready, with its current phase', async () => {
    const program = start(
      `process.send({ type: 'phase', phase: 'connecting to the database' }); setInterval(() => {}, 1000);`,
      fastClock,
    );
    await expect(program.ready).rejects.toThrow(
      /^api does not start: no sign of life for \d+ s while connecting to the database$/,
    );
    expect((await program.failed).name).toBe('ProgramStartError');
    expect(said.filter((line) => line.startsWith('api ended'))).toHaveLength(2);
    await waitFor(() => !isAlive(program.pid!), { what: 'the last child to be gone' });
  });

  it('ignores unknown messages', async () => {
    const odd = `for (const said of [null, 7, 'ready', [], { type: { toString: 1 } }, { type: 'failed', message: {} }]) process.send(said);`;
    expect(await start(`${odd} ${READY}`).ready).toBe('http://localhost:1');
  });

  it('is not restarted when it is stopped while it waits for the restart', async () => {
    const program = start(`process.exit(1)`);
    await waitFor(() => said.length > 0, { what: 'the first death' });
    await program.stop();
    const pid = program.pid;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(program.pid).toBe(pid);
  });
});

/** Runs thirty times as fast as the real clock: two minutes pass in four seconds. */
const fastClock = () => performance.now() * 30;
