import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { appendFile } from 'node:fs';
import {
  isNoticeDue,
  decideRestart,
  checkStartProgress,
  type PastRun,
  type StartProgress,
} from './domain/restart-policy.js';
import { StderrTail } from './stderr-tail.js';
import { openLog } from './program-log.js';
import { readProgramMessage } from './program-message.js';

export interface ProgramOptions {
  name: string;
  /** Path of its main.js. */
  main: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  nodeFlags?: string[];
  /** Prints one line for the user. */
  say(line: string): void;
  /** First delay before a restart; doubles with each crash. */
  pauseMs?: number;
  /** Milliseconds of a steady clock; tests give their own. */
  clock?: () => number;
}

const CHECK_EVERY_MS = 500;
const STOP_TIMEOUT_MS = 15_000;

/** A program that is not restarted any more. The message is one line with the reason. */
export class ProgramStartError extends Error {
  override name = 'ProgramStartError';
}

/** Supervises one child process: waits while it makes progress, and restarts it after a crash until it is stopped. */
export class Program {
  private child?: ChildProcess;
  private stopping = false;
  private everReady = false;
  private readonly lives: PastRun[] = [];
  private restart?: NodeJS.Timeout;
  private readonly faults = new StderrTail();
  private settle!: {
    ready(url: string | undefined): void;
    failed(error: Error): void;
    gaveUp(error: Error): void;
  };

  /** Resolves with the address it listens on, or rejects with the error after which starting was given up. */
  readonly ready: Promise<string | undefined>;
  /** Resolves when restarting is given up, during the first start or later. */
  readonly failed: Promise<Error>;

  constructor(private readonly options: ProgramOptions) {
    let gaveUp!: (error: Error) => void;
    this.failed = new Promise((resolve) => (gaveUp = resolve));
    this.ready = new Promise((resolve, reject) => (this.settle = { ready: resolve, failed: reject, gaveUp }));
    this.ready.catch(() => undefined);
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    const { main, env, logFile } = this.options;
    const log = openLog(logFile);
    // A process group of its own: Ctrl-C in the terminal reaches only this process, which stops the others in order.
    const child = fork(main, [], {
      env,
      execArgv: this.options.nodeFlags ?? [],
      stdio: ['ignore', log.fd, 'pipe', 'ipc'],
      detached: true,
    });
    log.close();
    this.child = child;
    this.faults.clear();
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.faults.add(text);
      appendFile(logFile, text, () => undefined);
    });
    child.on('error', (error) => this.faults.setReason(error.message));
    this.follow(child);
  }

  /** Asks the process to stop, and kills it when it does not. */
  async stop(withinMs = STOP_TIMEOUT_MS): Promise<void> {
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

  private now(): number {
    return (this.options.clock ?? performance.now.bind(performance))();
  }

  /** Monitors one run from start to end. */
  private follow(child: ChildProcess): void {
    const now = this.now();
    const life: StartProgress = { startedAt: now, lastHeartbeatAt: now, phaseSince: now, phases: 0 };
    let phase = 'loading the program';
    let ready = false;
    let lastNotice: number | null = null;
    const look = setInterval(() => {
      const verdict = checkStartProgress(life, this.now());
      if (verdict.do === 'end') {
        this.faults.setReason(`${verdict.why} while ${phase}`);
        child.kill('SIGKILL');
      } else if (!this.stopping && isNoticeDue(this.now(), life.startedAt, lastNotice)) {
        lastNotice = this.now();
        const seconds = Math.round((lastNotice - life.startedAt) / 1_000);
        this.options.say(`waiting for ${this.options.name}: ${phase} (${seconds} s)`);
      }
    }, CHECK_EVERY_MS);
    child.on('message', (given: unknown) => {
      const message = readProgramMessage(given);
      life.lastHeartbeatAt = this.now();
      if (message?.type === 'failed') this.faults.setReason(message.message);
      if (message?.type === 'phase' && message.phase !== phase) {
        phase = message.phase;
        Object.assign(life, { phaseSince: this.now(), phases: life.phases + 1 });
      }
      if (message?.type !== 'ready' || ready) return;
      ready = true;
      clearInterval(look);
      this.becameReady(message.url);
    });
    child.on('close', (code, signal) => {
      clearInterval(look);
      this.lives.push({ endedAt: this.now(), wasReady: ready, phases: life.phases });
      this.ended(signal ?? `code ${code}`);
    });
  }

  private becameReady(url: string | undefined): void {
    if (this.everReady) this.options.say(`${this.options.name} is back`);
    this.everReady = true;
    this.settle.ready(url);
  }

  private ended(how: string): void {
    if (this.stopping) return;
    const { name, say, pauseMs = 250 } = this.options;
    const why = this.faults.reason ?? `it ended with ${how}`;
    const { everReady } = this;
    const verdict = decideRestart(this.lives, this.now(), { everReady, firstPauseMs: pauseMs });
    if (verdict.do === 'giveUp') {
      this.stopping = true;
      const error = new ProgramStartError(`${name} does not start: ${why}`);
      this.settle.failed(error);
      this.settle.gaveUp(error);
      return;
    }
    say(`${name} ended (${why}); starting it again in ${(verdict.pauseMs / 1000).toFixed(1)} s`);
    this.restart = setTimeout(() => this.start(), verdict.pauseMs);
  }
}
