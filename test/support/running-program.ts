import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RunningProgram {
  url: string;
  pid: number;
  /** exit code or signal; undefined while it runs */
  ended: string | undefined;
  /** its complete output */
  output(): string;
  /** resident memory in megabytes */
  memory(): number;
  stop(): void;
}

/** One of the built programs as a child process, as in production. */
export function runProgram(name: string, env: Record<string, string>): Promise<RunningProgram> {
  const { NODE_OPTIONS: _options, ...rest } = process.env;
  const main = join(import.meta.dirname, `../../dist/apps/${name}/src/main.js`);
  const child: ChildProcess = fork(main, [], {
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const running: RunningProgram = {
    url: '',
    pid: child.pid!,
    ended: undefined,
    output: () => output,
    memory: () => {
      const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) / 1024;
    },
    stop: () => void child.kill('SIGKILL'),
  };
  return new Promise((resolve, reject) => {
    child.on('exit', (code, signal) => {
      running.ended = signal ?? `code ${code}`;
      reject(new Error(`${name} ended with ${running.ended}: ${output.slice(-2_000)}`));
    });
    child.on('message', (message: { type: string; url?: string }) => {
      if (message.type === 'ready') resolve(Object.assign(running, { url: message.url }));
    });
  });
}
