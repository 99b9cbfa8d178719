import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { freePort } from './free-port.js';
import { readPostmaster, stopLeftover } from './postmaster.js';

const folder = mkdtempSync(join(tmpdir(), 'wasl-postmaster-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pidFile = (lines: string[]) => writeFileSync(join(folder, 'postmaster.pid'), lines.join('\n'));

describe('the pid file of PostgreSQL', () => {
  it('gives the process id and whether it accepts connections', async () => {
    pidFile(['4711', folder, '1763870000', '55432', '', '127.0.0.1', '  123  456', 'ready   ']);
    expect(await readPostmaster(folder)).toEqual({ pid: 4711, ready: true });
    pidFile(['4711', folder, '1763870000', '55432', '', '127.0.0.1', '  123  456', 'starting']);
    expect(await readPostmaster(folder)).toEqual({ pid: 4711, ready: false });
  });

  it('never leads to stopping a process that is not PostgreSQL', async () => {
    pidFile([String(process.pid)]);
    expect(await stopLeftover(folder)).toBe(false);
  });

  it('may be missing or empty', async () => {
    pidFile(['']);
    expect([await readPostmaster(folder), await readPostmaster('/nowhere')]).toEqual([undefined, undefined]);
  });
});

describe('a port', () => {
  it('is the preferred one when that is free, and another one otherwise', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    expect(await freePort(port)).not.toBe(port);
    await new Promise((resolve) => taken.close(resolve));
    expect(await freePort(port)).toBe(port);
  });
});

describe('a folder that is not ours', () => {
  it('is left alone, with an error that says so', async () => {
    const theirs = join(folder, 'theirs');
    mkdirSync(theirs);
    await expect(startEmbeddedPostgres({ folder: theirs })).rejects.toThrow(
      /is not a PostgreSQL folder of Wasl/,
    );
  });
});
