import { Inject, Injectable, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { builtScriptPath, Sandbox, SandboxError } from '#wasl/platform';
import { type CheckedSender, nothingFound, TOO_COMPLEX } from '../domain/sender-checks.js';
import type { CheckJob, CheckRequest, DnsQuestion } from './checking-protocol.js';
import { SENDER_DNS, type SenderDns } from './sender-dns.js';

const LIMITS = {
  /** for the DNS lookups of a mail and its digests */
  ms: 8_000,
  /** in which the process must answer when it is asked after that time */
  answerMs: 4_000,
  heapMegabytes: 256,
  bytes: 512 * 1024 * 1024,
};
const IDLE_MS = 60_000;

/** The mail, or one that was checked beside it, ended the process. */
const endedIt = (error: unknown) =>
  error instanceof SandboxError && ['time', 'memory', 'crash'].includes(error.reason);

/**
 * Checks SPF, DKIM and DMARC in a process of its own, several mails at a time, so that digests of large mail and mail
 * made to need many of them never hold up calls, routing or requests. A process that no longer answers is ended; the
 * mails that it was checking are checked again one by one, which shows the one that is to blame.
 */
@Injectable()
export class SenderChecking implements OnApplicationShutdown {
  private readonly sandbox: Sandbox<CheckJob, CheckedSender>;
  /** Ends when the last mail that is checked alone has been. */
  private suspects: Promise<unknown> = Promise.resolve();
  private suspectCount = 0;

  readonly limits: typeof LIMITS;

  constructor(
    @Inject(SENDER_DNS) private readonly dns: SenderDns,
    @Optional() limits: Partial<typeof LIMITS> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
    this.sandbox = new Sandbox({
      name: 'the process that checks senders',
      module: builtScriptPath(import.meta.url, 'check-in-sandbox'),
      idleMs: IDLE_MS,
      answer: (question) => this.lookUp(question as DnsQuestion),
      ...this.limits,
    });
  }

  /**
   * @returns {@link TOO_COMPLEX} for a mail that alone ends the process
   * @throws when DNS takes too long, the process cannot be started, or ours is stopping
   */
  async check(raw: Buffer, request: CheckRequest): Promise<CheckedSender> {
    const job = { raw, ...request };
    while (this.suspectCount > 0) await this.suspects;
    try {
      return await this.run(job);
    } catch (error) {
      if (!endedIt(error)) throw error;
      return this.checkAlone(job);
    }
  }

  onApplicationShutdown(): void {
    this.sandbox.close();
  }

  private run(job: CheckJob): Promise<CheckedSender> {
    return this.sandbox.run(job, this.limits);
  }

  private checkAlone(job: CheckJob): Promise<CheckedSender> {
    this.suspectCount++;
    const checked = this.suspects.then(() => this.run(job));
    this.suspects = checked.catch(() => undefined).finally(() => this.suspectCount--);
    return checked.catch((error: unknown) => {
      if (endedIt(error)) return nothingFound(TOO_COMPLEX);
      throw error;
    });
  }

  private lookUp({ name, type }: DnsQuestion): Promise<unknown> {
    return this.dns(String(name), String(type));
  }
}
