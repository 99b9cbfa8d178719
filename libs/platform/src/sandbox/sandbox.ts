import { Logger } from '@nestjs/common';
import { SandboxError } from './sandbox-error.js';
import { SandboxedProcess, type SandboxedProcessOptions } from './sandboxed-process.js';

export interface SandboxOptions extends SandboxedProcessOptions {
  /** in the log */
  name: string;
  /** an idle process is ended, because it holds some 60 MB */
  idleMs: number;
}

export interface JobLimits {
  ms: number;
  /**
   * After `ms`, a process that answers within this time is waiting for something and lives on, without the job.
   * Without it, the process is ended.
   */
  answerMs?: number;
}

/**
 * Runs jobs on what strangers sent in a process of its own, which is started when it is needed and again after it was
 * ended. A thread would not do: native code and memory outside of the heap know no limits there.
 */
export class Sandbox<Job, Result> {
  private readonly logger = new Logger('Sandbox');
  private process?: SandboxedProcess;
  private idleTimer?: NodeJS.Timeout;
  private running = 0;
  private closed = false;

  constructor(private readonly options: SandboxOptions) {}

  /** The id of the process, while one runs. */
  get pid(): number | undefined {
    return this.process?.isRunning ? this.process.pid : undefined;
  }

  /**
   * The result is untrusted when what was sent may have taken the process over.
   * @throws SandboxError
   */
  async run(job: Job, limits: JobLimits): Promise<Result> {
    if (this.closed) throw new SandboxError('closing', 'the process is stopping');
    clearTimeout(this.idleTimer);
    this.running++;
    try {
      return (await this.runIn(this.current(), job, limits)) as Result;
    } finally {
      this.running--;
      if (this.running === 0 && !this.closed)
        this.idleTimer = setTimeout(() => this.endIdle(), this.options.idleMs).unref();
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.idleTimer);
    this.process?.end(new SandboxError('closing', 'the process is stopping'));
  }

  private current(): SandboxedProcess {
    if (!this.process?.isRunning) {
      const onEnd = ({ reason, message }: SandboxError) => {
        if (reason !== 'closing') this.logger.warn(`${this.options.name} ended (${reason}): ${message}`);
      };
      this.process = new SandboxedProcess({ ...this.options, onEnd });
    }
    return this.process;
  }

  private async runIn(process: SandboxedProcess, job: Job, { ms, answerMs }: JobLimits): Promise<unknown> {
    // Starting takes a while, and is not the fault of a job.
    await process.ready;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        void this.afterLimit(process, ms, answerMs).then(reject);
      }, ms);
      process
        .run(job)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  }

  private async afterLimit(process: SandboxedProcess, ms: number, answerMs?: number): Promise<SandboxError> {
    if (answerMs !== undefined && (await process.isResponding(answerMs)))
      return new SandboxError('slow', `took longer than ${ms} ms`);
    const error = new SandboxError('time', `computed for longer than ${ms} ms`);
    process.end(error);
    return error;
  }

  private endIdle(): void {
    this.process?.end(new SandboxError('closing', 'idle'));
  }
}
