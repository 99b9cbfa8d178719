import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { pathToFileURL } from 'node:url';
import { builtScriptPath } from '../built-script-path.js';
import { encodeMessage, MessageTooLarge, receiveMessages } from './sandbox-channel.js';
import { SandboxError } from './sandbox-error.js';
import {
  type FromSandbox,
  MAX_ERROR_LENGTH,
  SANDBOX_BYTES,
  SANDBOX_CHANNEL as CHANNEL,
  SANDBOX_MODULE,
  type ToSandbox,
} from './sandbox-protocol.js';

/** For loading what the module needs, on a busy machine. */
const START_MS = 60_000;
const MAX_ERROR_OUTPUT = 4_000;
/** Unanswered ones; the mails that are checked at a time need far fewer. */
const MAX_OPEN_QUESTIONS = 1_000;

export interface SandboxedProcessOptions {
  /** the path of a built module that exports a `SandboxHandler` as `handle` */
  module: string;
  /** of what JavaScript holds */
  heapMegabytes: number;
  /** of all memory that the process holds, what native code allocates included */
  bytes: number;
  /** looks up what the module asks for */
  answer?: (question: unknown) => Promise<unknown>;
  /** told once, whoever ended it */
  onEnd?: (reason: SandboxError) => void;
}

interface RunningJob {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** One process that runs jobs, until it ends; it is not started again. */
export class SandboxedProcess {
  /** rejects when the process does not start */
  readonly ready: Promise<void>;
  private readonly child?: ChildProcess;
  private readonly jobs = new Map<number, RunningJob>();
  private readonly pings = new Map<number, (isResponding: boolean) => void>();
  private ended?: SandboxError;
  private hasStarted = false;
  private lastId = 0;
  private openQuestions = 0;
  private errorOutput = '';
  private onReady!: () => void;
  private onFailedStart!: (error: Error) => void;

  constructor(private readonly options: SandboxedProcessOptions) {
    this.ready = new Promise((resolve, reject) => {
      this.onReady = () => {
        this.hasStarted = true;
        resolve();
      };
      this.onFailedStart = reject;
    });
    this.ready.catch(() => undefined);
    try {
      this.child = this.start();
    } catch (error) {
      this.end(new SandboxError('not_started', (error as Error).message));
    }
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  get isRunning(): boolean {
    return !this.ended;
  }

  /** @throws SandboxError */
  async run(job: unknown): Promise<unknown> {
    await this.ready;
    if (this.ended) throw this.ended;
    const id = ++this.lastId;
    return new Promise((resolve, reject) => {
      // First: it throws for what cannot be passed on.
      this.send({ kind: 'job', id, job });
      this.jobs.set(id, { resolve, reject });
    });
  }

  /** Whether it answers within `ms`: it does while it waits for something, and not while it computes. */
  isResponding(ms: number): Promise<boolean> {
    const id = ++this.lastId;
    return new Promise((resolve) => {
      if (this.ended) return resolve(false);
      const timer = setTimeout(() => this.onPong(id, false), ms);
      this.pings.set(id, (isResponding) => {
        clearTimeout(timer);
        resolve(isResponding);
      });
      this.send({ kind: 'ping', id });
    });
  }

  /** Ends the process at once; its jobs fail for `reason`. */
  end(reason: SandboxError): void {
    if (this.ended) return;
    this.ended = reason;
    this.kill();
    this.options.onEnd?.(reason);
    this.onFailedStart(reason);
    for (const { reject } of this.jobs.values()) reject(reason);
    this.jobs.clear();
    for (const id of this.pings.keys()) this.onPong(id, false);
  }

  private start(): ChildProcess {
    const { module, heapMegabytes, bytes } = this.options;
    const script = builtScriptPath(import.meta.url, 'sandbox-main');
    const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, script], {
      // It gets nothing of our environment.
      env: {
        MALLOC_ARENA_MAX: '2',
        [SANDBOX_BYTES]: String(bytes),
        [SANDBOX_MODULE]: pathToFileURL(module).href,
      },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    });
    child.on('error', (error) => this.end(new SandboxError('not_started', error.message)));
    child.on('exit', (code, signal) => this.onExit(code, signal));
    // Where the system allows no more open files, there is none, and `error` follows.
    if ((child.stdio as unknown[] | undefined)?.[CHANNEL]) this.connect(child);
    const timer = setTimeout(
      () => this.end(new SandboxError('not_started', 'it did not start in time')),
      START_MS,
    ).unref();
    this.ready.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
    return child;
  }

  private connect(child: ChildProcess): void {
    const channel = child.stdio[CHANNEL] as Socket;
    receiveMessages(
      channel,
      (message) => this.onMessage(message),
      (error) => this.onBroken(error),
    );
    // It may have died of something that its exit tells.
    channel.on('error', () => this.kill());
    channel.on('close', () => this.kill());
    const errors = child.stderr as Socket;
    errors.on('data', (text: Buffer) => {
      this.errorOutput = `${this.errorOutput}${text.toString()}`.slice(0, MAX_ERROR_OUTPUT);
    });
    // A sandbox does not keep our process alive.
    child.unref();
    channel.unref();
    errors.unref();
  }

  /** Without an id, it was never started; a signal would then go to our whole group of processes. */
  private kill(): void {
    if (this.child?.pid !== undefined) this.child.kill('SIGKILL');
  }

  /** @throws when the message cannot be passed on */
  private send(message: ToSandbox): void {
    if (!this.ended) (this.child!.stdio[CHANNEL] as Socket).write(encodeMessage(message));
  }

  /** Our own module sends nothing else than what is expected; whoever does has taken it over. */
  private onMessage(untrusted: unknown): void {
    if (this.ended) return;
    const message = (untrusted ?? {}) as FromSandbox;
    if (message.kind === 'ready') return this.onReady();
    if (message.kind === 'pong' && this.pings.has(message.id)) return this.onPong(message.id, true);
    if (message.kind === 'ask' && this.jobs.size > 0 && this.openQuestions < MAX_OPEN_QUESTIONS)
      return void this.answer(message.id, message.question);
    const job = this.jobs.get((message as { id: number }).id);
    if (message.kind === 'result' && job) job.resolve(message.result);
    else if (message.kind === 'thrown' && job) job.reject(thrown(message));
    else throw new Error('it sent what nobody asked for');
    this.jobs.delete(message.id);
  }

  private onBroken(error: Error): void {
    const reason = error instanceof MessageTooLarge ? 'memory' : 'crash';
    this.end(new SandboxError(reason, `message not received: ${error.message}`));
  }

  private onPong(id: number, isResponding: boolean): void {
    this.pings.get(id)?.(isResponding);
    this.pings.delete(id);
  }

  private async answer(id: number, question: unknown): Promise<void> {
    this.openQuestions++;
    try {
      this.send({ kind: 'answer', id, answer: await this.options.answer?.(question) });
    } catch (thrown) {
      const { code, message } = (thrown ?? {}) as NodeJS.ErrnoException;
      this.send({
        kind: 'answer',
        id,
        answer: null,
        error: { code: code === undefined ? null : String(code), message: String(message) },
      });
    } finally {
      this.openQuestions--;
    }
  }

  private onExit(code: number | null, signal: NodeJS.Signals | null): void {
    const how = [signal ?? `exit code ${code}`, errorLine(this.errorOutput)].join(' ').trim();
    if (!this.hasStarted) this.end(new SandboxError('not_started', how));
    // Both V8, with a full heap, and the watching thread end the process by this signal.
    else this.end(new SandboxError(signal === 'SIGABRT' ? 'memory' : 'crash', how));
  }
}

/** What the process printed is mostly a stack. */
function errorLine(output: string): string {
  const lines = output.split('\n');
  return (
    lines.find((line) => line.includes('ERROR')) ??
    lines.find((line) => line.includes('Error')) ??
    ''
  ).trim();
}

/** Nothing of it may be turned into a text unseen: its own `toString` could throw. */
function thrown({ code, message }: { code: unknown; message: unknown }): SandboxError {
  return new SandboxError(
    'thrown',
    typeof message === 'string' ? message.slice(0, MAX_ERROR_LENGTH) : 'no message',
    typeof code === 'string' ? code : null,
  );
}
