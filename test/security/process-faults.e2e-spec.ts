import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { waitFor } from '#wasl/testing';
import { Program } from '../../apps/local/src/program.js';

const MAIN = join(import.meta.dirname, '../../dist/test/support/faulty-program.js');
const { NODE_OPTIONS: _options, ...rest } = process.env;
const env = { ...rest, DATABASE_URL: 'postgres://nobody@localhost:1/none', SECRET_KEY: 'x'.repeat(40) };

let child: ChildProcess | undefined;
let output = '';

/** @returns its address */
async function start(): Promise<string> {
  output = '';
  child = fork(MAIN, [], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve) =>
    child!.on('message', (message: { type: string; url: string }) => {
      if (message.type === 'ready') resolve(message.url);
    }),
  );
}
afterEach(() => void child?.kill('SIGKILL'));

describe('an uncaught error', () => {
  it.each(['throw', 'reject'])(
    'by %s completes requests in flight, accepts no more, and exits with an error code',
    async (how) => {
      const url = await start();
      const exit = once(child!, 'exit');
      // On a keep-alive connection, as browsers use.
      const agent = new Agent({ keepAlive: true });
      const slow = new Promise<string>((resolve, reject) => {
        get(`${url}/slow`, { agent }, (response) => {
          response.setEncoding('utf8').on('data', resolve);
        }).on('error', reject);
      });
      await fetch(`${url}/${how}`);
      await waitFor(
        () =>
          fetch(url).then(
            () => false,
            () => true,
          ),
        { what: 'nothing more to be accepted' },
      );
      expect(await slow).toBe('done');
      const beganToEnd = Date.now();
      const [code] = (await exit) as [number];
      agent.destroy();
      expect(code).toBe(70);
      expect(Date.now() - beganToEnd).toBeLessThan(8_000);
      const logged = output.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
      expect(logged).toContainEqual(
        expect.objectContaining({ level: 60, msg: expect.stringContaining('RangeError'), process: 'faulty' }),
      );
      expect(output).toContain('faulty-program');
      expect(output).not.toContain('mona@example.org');
    },
  );

  it('limits the time for running requests', async () => {
    const url = await start();
    const exit = once(child!, 'exit');
    const endless = fetch(`${url}/endless`).catch(() => 'cut');
    await fetch(`${url}/throw`);
    expect(((await exit) as [number])[0]).toBe(70);
    expect(await endless).toBe('cut');
  });

  it('is reported by npm start, which restarts the program', async () => {
    const said: string[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'wasl-faulty-'));
    const program = new Program({
      name: 'faulty',
      main: MAIN,
      env,
      logFile: join(folder, 'faulty.log'),
      say: (line) => void said.push(line),
    });
    program.start();
    const url = await program.ready;
    await fetch(`${url}/reject`);
    await waitFor(() => said.includes('faulty is back'), { within: 40_000, what: 'the restart' });
    expect(said[0]).toMatch(
      /^faulty ended \(RangeError at .*faulty-program\.js:\d+\); starting it again in 0\.\d s$/,
    );
    await program.stop();
    rmSync(folder, { recursive: true });
  });

  it('causes a restart under Docker too', () => {
    const compose = parse(readFileSync('docker/compose.yaml', 'utf8'), { merge: true }) as {
      services: Record<string, { restart?: string }>;
    };
    for (const name of ['api', 'portal', 'worker'])
      expect([name, compose.services[name]!.restart]).toEqual([name, 'unless-stopped']);
  });
});
