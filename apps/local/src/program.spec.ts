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

/** Starts a stand-in whose source is `script`. */
function start(script: string): Program {
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

describe('a program that we look after', () => {
  it('is ready when it says so, with the address it listens on', async () => {
    expect(await start(READY).ready).toBe('http://localhost:1');
  });

  it('writes its log to its file', async () => {
    await start(`console.log('a line of log'); ${READY}`).ready;
    await waitFor(() => readFileSync(join(folder, 'api.log'), 'utf8').includes('a line of log'), {
      what: 'the line',
    });
  });

  it('is started again when it dies, and people are told why', async () => {
    const program = start(`${READY} setInterval(() => {}, 1000);`);
    await program.ready;
    const first = program.pid!;
    process.kill(first, 'SIGKILL');
    await waitFor(() => said.includes('api is back'), { what: 'the restart' });
    expect(said[0]).toBe('api ended (it ended with SIGKILL); starting it again in 0.0 s');
    expect(program.pid).not.toBe(first);
  });

  it('is given up after three deaths before it was ever ready, with the reason it gave', async () => {
    const program = start(
      `process.stderr.write('Setting SECRET_KEY is wrong: too short\\n'); process.exitCode = 1;`,
    );
    await expect(program.ready).rejects.toThrow('api does not start: Setting SECRET_KEY is wrong: too short');
    expect(said).toHaveLength(2);
  });

  it('ends when it is asked to, and by force when it does not listen', async () => {
    const program = start(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); ${READY}`);
    await program.ready;
    const pid = program.pid!;
    await program.stop(50);
    expect(isAlive(pid)).toBe(false);
    expect(said).toEqual([]);
  });
});
