import { type ChildProcess, fork } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { builtScriptPath } from '../built-script-path.js';
import { SandboxError } from './sandbox-error.js';
import {
  type FromSandbox,
  MAX_ERROR_LENGTH,
  SANDBOX_BYTES,
  SANDBOX_MODULE,
  type ToSandbox,
} from './sandbox-protocol.js';

/** For loading what the module needs, on a busy machine. */
const START_MS = 60_000;
const MAX_ERROR_OUTPUT = 4_000;

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
  private readonly child: ChildProcess;
  private readonly jobs = new Map<number, RunningJob>();
  private readonly pings = new Map<number, () => void>();
  private ended?: SandboxError;
  private hasStarted = false;
  private lastId = 0;
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
    this.child = this.start();
  }

  get pid(): number | undefined {
    return this.child.pid;
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
      this.jobs.set(id, { resolve, reject });
      this.send({ kind: 'job', id, job });
    });
  }

  /** Whether it answers within `ms`: it does while it waits for something, and not while it computes. */
  isResponding(ms: number): Promise<boolean> {
    const id = ++this.lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), ms);
      this.pings.set(id, () => {
        clearTimeout(timer);
        resolve(true);
      });
      this.send({ kind: 'ping', id });
    }).finally(() => this.pings.delete(id)) as Promise<boolean>;
  }

  /** Ends the process at once; its jobs fail for `reason`. */
  end(reason: SandboxError): void {
    if (this.ended) return;
    this.ended = reason;
    this.child.kill('SIGKILL');
    this.options.onEnd?.(reason);
    this.onFailedStart(reason);
    for (const { reject } of this.jobs.values()) reject(reason);
    this.jobs.clear();
  }

  private start(): ChildProcess {
    const { module, heapMegabytes, bytes } = this.options;
    const child = fork(builtScriptPath(import.meta.url, 'sandbox-main'), {
      // It gets nothing of our environment.
      env: {
        MALLOC_ARENA_MAX: '2',
        [SANDBOX_BYTES]: String(bytes),
        [SANDBOX_MODULE]: pathToFileURL(module).href,
      },
      execArgv: [`--max-old-space-size=${heapMegabytes}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    const timer = setTimeout(
      () => this.end(new SandboxError('not_started', 'it did not start in time')),
      START_MS,
    ).unref();
    this.ready.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
    child.on('message', (message) => this.onMessage(message));
    child.on('error', (error) => this.end(new SandboxError('not_started', error.message)));
    child.on('exit', (code, signal) => this.onExit(code, signal));
    child.stderr!.on('data', (text: Buffer) => {
      this.errorOutput = `${this.errorOutput}${text.toString()}`.slice(0, MAX_ERROR_OUTPUT);
    });
    // A sandbox does not keep our process alive.
    child.unref();
    child.channel?.unref();
    (child.stderr as unknown as { unref(): void }).unref();
    return child;
  }

  private send(message: ToSandbox): void {
    if (this.ended) return;
    this.child.send(message, (error) => {
      if (error) this.end(new SandboxError('crash', error.message));
    });
  }

  private onMessage(untrusted: unknown): void {
    const message = (untrusted ?? {}) as FromSandbox;
    if (this.ended) return;
    if (message.kind === 'ready') return this.onReady();
    if (message.kind === 'ask') return void this.answer(message.id, message.question);
    if (message.kind === 'pong') return this.pings.get(message.id)?.();
    const job = this.jobs.get(message.id);
    this.jobs.delete(message.id);
    if (message.kind === 'result') job?.resolve(message.result);
    else job?.reject(thrown(message));
  }

  private async answer(id: number, question: unknown): Promise<void> {
    const reply = async () => this.options.answer?.(question);
    this.send(
      await reply().then(
        (answer): ToSandbox => ({ kind: 'answer', id, answer }),
        ({ code, message }: NodeJS.ErrnoException): ToSandbox => ({
          kind: 'answer',
          id,
          answer: null,
          error: { code: code ?? null, message },
        }),
      ),
    );
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
