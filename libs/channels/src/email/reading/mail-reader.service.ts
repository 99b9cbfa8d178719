import { Worker } from 'node:worker_threads';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError, unprocessable } from '#wasl/kernel';
import { builtScriptPath, catchAndLog } from '#wasl/platform';
import type { MailPage } from '../mail-page.js';
import type { IncomingMail } from '../read-mail.js';
import { type PassedMail, type ReadAnswer, type ReadJob, received } from './reading-protocol.js';

/** The thread is ended when a mail exceeds either. The largest ordinary mail needs a second and 100 MB. */
const LIMITS = { ms: 20_000, heapMegabytes: 384 };
/** An idle thread is ended, because it holds some 20 MB. */
const IDLE_MS = 60_000;

type JobOf<J> = J extends ReadJob ? Omit<J, 'id' | 'raw'> : never;
type Request = JobOf<ReadJob>;

interface WaitingJob {
  request: Request;
  raw: Buffer;
  resolve(result: PassedMail | MailPage | null): void;
  reject(error: Error): void;
}

/** No mail is to blame; it may be read later. */
const away = () => new DomainError('unavailable', 'mail.reader_away');

/**
 * Reads mail of strangers in a thread of its own, one at a time, so that a mail which takes long holds up other mail at
 * most, for a limited time, and never calls, routing or requests.
 */
export class MailReader implements OnApplicationShutdown {
  private readonly logger = new Logger('MailReader');
  private readonly waiting: WaitingJob[] = [];
  private current?: WaitingJob & { id: number; timer: NodeJS.Timeout };
  private thread?: Worker;
  private idleTimer?: NodeJS.Timeout;
  private lastJobId = 0;
  private closed = false;

  constructor(readonly limits = { ...LIMITS }) {}

  /**
   * @throws unprocessable `mail.no_sender`, or `mail.too_complex` when it exceeds a limit: the mail is then quarantined;
   * unavailable when the process is stopping
   */
  async read(raw: Buffer, envelopeFrom: string): Promise<IncomingMail> {
    return received((await this.run(raw, { kind: 'mail', envelopeFrom })) as PassedMail);
  }

  /** The mail's HTML as a page. @returns null when it has none, or too much of it */
  async page(raw: Buffer, remoteImages: boolean): Promise<MailPage | null> {
    return (await this.run(raw, { kind: 'page', remoteImages })) as MailPage | null;
  }

  onApplicationShutdown(): void {
    this.closed = true;
    this.endThread(away());
    for (const { reject } of this.waiting.splice(0)) reject(away());
  }

  private run(raw: Buffer, request: Request): Promise<PassedMail | MailPage | null> {
    if (this.closed) return Promise.reject(away());
    return new Promise((resolve, reject) => {
      this.waiting.push({ request, raw, resolve, reject });
      this.startNext();
    });
  }

  private startNext(): void {
    if (this.current) return;
    clearTimeout(this.idleTimer);
    const first = this.waiting.shift();
    if (!first) {
      this.idleTimer = setTimeout(() => this.endThread(away()), IDLE_MS).unref();
      return;
    }
    const id = ++this.lastJobId;
    const timer = setTimeout(() => this.endThread(unprocessable('mail.too_complex')), this.limits.ms);
    this.current = { ...first, id, timer };
    this.thread ??= this.startThread();
    // A copy of its own, which is handed over; the process still needs the mail.
    const raw = Uint8Array.from(first.raw);
    this.thread.postMessage({ id, raw, ...first.request } satisfies ReadJob, [raw.buffer]);
  }

  private startThread(): Worker {
    const thread = new Worker(builtScriptPath(import.meta.url, 'reading-thread'), {
      // It gets nothing of our environment.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMegabytes },
    });
    thread.on(
      'message',
      catchAndLog(this.logger, 'mail', (answer: ReadAnswer) => this.onAnswer(thread, answer)),
    );
    thread.on('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.logger.warn(`the thread that reads mail ended: ${error.message}`);
      this.onEnd(thread, outOfMemory ? unprocessable('mail.too_complex') : away());
    });
    thread.on('exit', () => this.onEnd(thread, away()));
    thread.unref();
    return thread;
  }

  private endThread(reason: Error): void {
    const thread = this.thread;
    if (!thread) return;
    void thread.terminate();
    this.onEnd(thread, reason);
  }

  private onAnswer(thread: Worker, answer: ReadAnswer): void {
    const current = this.current;
    if (thread !== this.thread || current?.id !== answer.id) return;
    this.clearCurrent();
    if ('result' in answer) current.resolve(answer.result);
    // Reading depends on nothing but the mail: what failed once always fails.
    else if (answer.code) current.reject(unprocessable(answer.code));
    else current.reject(unprocessable('mail.unreadable', { error: answer.error }));
    this.startNext();
  }

  private onEnd(thread: Worker, reason: Error): void {
    if (thread !== this.thread) return;
    this.thread = undefined;
    const current = this.current;
    if (!current) return;
    this.clearCurrent();
    current.reject(reason);
    if (!this.closed) this.startNext();
  }

  private clearCurrent(): void {
    clearTimeout(this.current?.timer);
    this.current = undefined;
  }
}
