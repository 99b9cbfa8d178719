import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFile } from 'node:fs';
import { FaultLines } from './fault-lines.js';
import { openLog } from './program-log.js';

export interface ProgramOptions {
  name: string;
  /** Path of its main.js. */
  main: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  nodeFlags?: string[];
  /** Told in one line what people should know. */
  say(line: string): void;
  /** First pause before a restart; doubles up to MAX_PAUSE_MS. */
  pauseMs?: number;
}

/** What a program of ours says to the process that started it. */
type Message = { type: 'ready'; url?: string } | { type: 'failed'; message: string };

const MAX_PAUSE_MS = 10_000;
const STEADY_AFTER_MS = 30_000;
const READY_WITHIN_MS = 60_000;
const DEATHS_AT_START = 3;
const STOP_WITHIN_MS = 15_000;

/** One child process, started again whenever it dies, until it is told to stop. */
export class Program {
  private child?: ChildProcess;
  private stopping = false;
  private everReady = false;
  private deaths = 0;
  private restart?: NodeJS.Timeout;
  private readonly faults = new FaultLines();
  private settle!: { ready(url: string | undefined): void; failed(error: Error): void };

  /** Settles once: with the address it listens on, or with the fault after which it was given up at start. */
  readonly ready: Promise<string | undefined>;

  constructor(private readonly options: ProgramOptions) {
    this.ready = new Promise((resolve, reject) => (this.settle = { ready: resolve, failed: reject }));
    this.ready.catch(() => undefined);
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const { main, env, logFile } = this.options;
    const log = openLog(logFile);
    // A group of its own: Ctrl-C at the terminal reaches only us, and we stop things in order.
    const child = fork(main, [], {
      env,
      execArgv: this.options.nodeFlags ?? [],
      stdio: ['ignore', log.fd, 'pipe', 'ipc'],
      detached: true,
    });
    log.close();
    this.child = child;
    const startedAt = Date.now();
    const late = setTimeout(() => child.kill('SIGKILL'), READY_WITHIN_MS);
    this.faults.clear();
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.faults.add(text);
      appendFile(logFile, text, () => undefined);
    });
    child.on('message', (message: Message) => {
      if (message.type === 'failed') this.faults.declare(message.message);
      if (message.type !== 'ready') return;
      clearTimeout(late);
      if (this.everReady) this.options.say(`${this.options.name} is back`);
      this.everReady = true;
      this.settle.ready(message.url);
    });
    child.on('error', (error) => this.faults.declare(error.message));
    child.on('close', (code, signal) => {
      clearTimeout(late);
      this.ended(Date.now() - startedAt, signal ?? `code ${code}`);
    });
  }

  /** Asks it to end, and ends it when it does not. */
  async stop(withinMs = STOP_WITHIN_MS): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), withinMs);
    await exit;
    clearTimeout(late);
  }

  kill(): void {
    this.stopping = true;
    clearTimeout(this.restart);
    this.child?.kill('SIGKILL');
  }

  private ended(livedMs: number, how: string): void {
    if (this.stopping) return;
    const { name, say, pauseMs = 250 } = this.options;
    this.deaths = livedMs > STEADY_AFTER_MS ? 1 : this.deaths + 1;
    const why = this.faults.last ?? `it ended with ${how}`;
    if (!this.everReady && this.deaths >= DEATHS_AT_START) {
      this.stopping = true;
      this.settle.failed(new Error(`${name} does not start: ${why}`));
      return;
    }
    const pause = Math.min(pauseMs * 2 ** (this.deaths - 1), MAX_PAUSE_MS);
    say(`${name} ended (${why}); starting it again in ${(pause / 1000).toFixed(1)} s`);
    this.restart = setTimeout(() => this.start(), pause);
  }
}
