import { Worker } from 'node:worker_threads';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { builtScriptPath, catchAndLog } from '#wasl/platform';
import { type SenderChecks, TOO_COMPLEX } from '../domain/sender-checks.js';
import type { CheckRequest, FromThread, ToThread } from './checking-protocol.js';
import { SENDER_DNS, type SenderDns } from './sender-dns.js';

const LIMITS = {
  /** for the DNS lookups of a mail and its digests */
  ms: 8_000,
  /** in which the thread must answer when it is asked after that time */
  answerMs: 4_000,
  heapMegabytes: 256,
};
/** For loading what the thread needs. */
const START_MS = 60_000;
/** An idle thread is ended, because it holds some 30 MB. */
const IDLE_MS = 60_000;

interface Job {
  raw: Buffer;
  request: CheckRequest;
  resolve(checks: SenderChecks): void;
  reject(error: Error): void;
}

/**
 * Checks SPF, DKIM and DMARC in a thread of its own, several mails at a time, so that digests of large mail and mail
 * made to need many of them never hold up calls, routing or requests. A thread that no longer answers is ended; the
 * mails that it was checking are checked again one by one, which shows the one that is to blame.
 */
@Injectable()
export class SenderChecking implements OnApplicationShutdown {
  private readonly logger = new Logger('SenderChecking');
  private readonly running = new Map<number, { job: Job; timer?: NodeJS.Timeout }>();
  /** Checked one at a time, after the thread was ended. */
  private readonly oneByOne: Job[] = [];
  private thread?: Worker;
  /** whether the thread has loaded what it needs, which takes a while and is not the fault of a mail */
  private ready = false;
  private startTimer?: NodeJS.Timeout;
  private idleTimer?: NodeJS.Timeout;
  private lastJobId = 0;
  private closed = false;
  readonly limits = { ...LIMITS };

  constructor(@Inject(SENDER_DNS) private readonly dns: SenderDns) {}

  /**
   * @returns {@link TOO_COMPLEX} for a mail that alone keeps the thread from answering
   * @throws when DNS takes too long, the thread cannot be started, or the process is stopping
   */
  check(raw: Buffer, request: CheckRequest): Promise<SenderChecks> {
    return new Promise((resolve, reject) => {
      const job = { raw, request, resolve, reject };
      if (this.closed) reject(new Error('stopping'));
      else if (this.oneByOne.length > 0) this.oneByOne.push(job);
      else this.start(job);
    });
  }

  onApplicationShutdown(): void {
    this.closed = true;
    clearTimeout(this.idleTimer);
    for (const { reject } of [...this.endThread(), ...this.oneByOne.splice(0)]) reject(new Error('stopping'));
  }

  private start(job: Job): void {
    clearTimeout(this.idleTimer);
    const id = ++this.lastJobId;
    this.running.set(id, { job });
    this.thread ??= this.startThread();
    if (this.ready) this.startJobTimer(id);
    // A copy of its own, which is handed over; the process still needs the mail.
    const raw = Uint8Array.from(job.raw);
    this.thread.postMessage({ kind: 'check', id, raw, ...job.request } satisfies ToThread, [raw.buffer]);
  }

  private startJobTimer(id: number): void {
    const entry = this.running.get(id);
    if (entry) entry.timer = setTimeout(() => this.askForLife(id), this.limits.ms);
  }

  /** A mail took too long: the thread either waits for DNS, and answers, or computes. */
  private askForLife(id: number): void {
    const entry = this.running.get(id);
    if (!entry) return;
    entry.timer = setTimeout(() => this.giveUpThread('it no longer answers'), this.limits.answerMs);
    this.thread?.postMessage({ kind: 'ask', id } satisfies ToThread);
  }

  private startThread(): Worker {
    const thread = new Worker(builtScriptPath(import.meta.url, 'checking-thread'), {
      // It gets nothing of our environment.
      env: {},
      execArgv: [],
      stdout: true,
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMegabytes },
    });
    // The verifier prints remarks about lengths.
    thread.stdout.resume();
    const current = () => thread === this.thread;
    this.startTimer = setTimeout(() => this.giveUpThread('it did not start in time'), START_MS).unref();
    thread.on(
      'message',
      catchAndLog(this.logger, 'sender checks', (message: FromThread) => {
        if (current()) this.onMessage(thread, message);
      }),
    );
    thread.on('error', (error) => current() && this.giveUpThread(error.message));
    thread.on('exit', () => current() && this.giveUpThread('it has ended'));
    thread.unref();
    return thread;
  }

  private onMessage(thread: Worker, message: FromThread): void {
    if (message.kind === 'ready') {
      this.ready = true;
      clearTimeout(this.startTimer);
      for (const id of this.running.keys()) this.startJobTimer(id);
    } else if (message.kind === 'lookup') void this.lookUp(thread, message);
    else if (message.kind === 'checked') this.end(message.id)?.resolve(message.checks);
    else if (message.kind === 'failed') this.end(message.id)?.reject(new Error(message.error));
    else this.end(message.id)?.reject(new Error(`took longer than ${this.limits.ms} ms`));
  }

  private async lookUp(
    thread: Worker,
    { lookup, name, type }: FromThread & { kind: 'lookup' },
  ): Promise<void> {
    const answer = await this.dns(name, type).then(
      (records): ToThread => ({ kind: 'found', lookup, records }),
      ({ code, message }: NodeJS.ErrnoException): ToThread => ({
        kind: 'not_found',
        lookup,
        code: code ?? 'ESERVFAIL',
        message,
      }),
    );
    thread.postMessage(answer);
  }

  private end(id: number): Job | undefined {
    const entry = this.running.get(id);
    if (!entry) return undefined;
    clearTimeout(entry.timer);
    this.running.delete(id);
    this.startNext();
    return entry.job;
  }

  private startNext(): void {
    if (this.running.size > 0) return;
    const next = this.oneByOne.shift();
    if (next) this.start(next);
    else if (!this.closed) this.idleTimer = setTimeout(() => this.endThread(), IDLE_MS).unref();
  }

  private giveUpThread(why: string): void {
    const { ready } = this;
    const jobs = this.endThread();
    this.logger.warn(`ended the thread that checks senders: ${why}`);
    // A thread that does not start is no fault of a mail: it is checked again later.
    if (!ready) for (const { reject } of jobs) reject(new Error(`the thread did not start: ${why}`));
    else if (jobs.length === 1) jobs[0]!.resolve(TOO_COMPLEX);
    else this.oneByOne.push(...jobs);
    this.startNext();
  }

  /** @returns what it was checking */
  private endThread(): Job[] {
    const { thread } = this;
    this.thread = undefined;
    this.ready = false;
    clearTimeout(this.startTimer);
    void thread?.terminate();
    const entries = [...this.running.values()];
    this.running.clear();
    return entries.map(({ job, timer }) => {
      clearTimeout(timer);
      return job;
    });
  }
}
