import type { OnApplicationShutdown } from '@nestjs/common';
import { DomainError, unprocessable } from '#wasl/kernel';
import { builtScriptPath, Sandbox, type SandboxError, Semaphore } from '#wasl/platform';
import type { MailPage } from '../mail-page.js';
import type { IncomingMail } from '../read-mail.js';
import { type SerializedMail, type ReadJob, type ReadResult, deserializeMail } from './reading-protocol.js';

/** The largest ordinary mail needs a second and 100 MB. */
const LIMITS = { ms: 20_000, heapMegabytes: 384, bytes: 640 * 1024 * 1024 };
const IDLE_MS = 60_000;
/** Every mail is waited for: none takes longer than its limit. */
const MAX_WAIT_MS = 24 * 3_600_000;

/** No mail is to blame; it may be read later. */
const away = () => new DomainError('unavailable', 'mail.reader_away');

/**
 * Reads mail of strangers in a process of its own, one at a time, so that a mail which takes long holds up other mail at
 * most, for a limited time, and never calls, routing or requests.
 */
export class MailReader implements OnApplicationShutdown {
  private readonly sandbox: Sandbox<ReadJob, ReadResult>;
  private readonly oneAtATime = new Semaphore(1, MAX_WAIT_MS);

  readonly limits: typeof LIMITS;

  constructor(
    limits: Partial<typeof LIMITS> = {},
    module = builtScriptPath(import.meta.url, 'read-in-sandbox'),
  ) {
    this.limits = { ...LIMITS, ...limits };
    this.sandbox = new Sandbox({
      name: 'the process that reads mail',
      module,
      idleMs: IDLE_MS,
      ...this.limits,
    });
  }

  /**
   * @throws unprocessable `mail.no_sender`, or `mail.too_complex` when it exceeds a limit: the mail is then quarantined;
   * unavailable when the process is stopping
   */
  async read(raw: Buffer, envelopeFrom: string): Promise<IncomingMail> {
    return deserializeMail((await this.run({ raw, kind: 'mail', envelopeFrom })) as SerializedMail);
  }

  /** The mail's HTML as a page. @returns null when it has none, or too much of it */
  async page(raw: Buffer, remoteImages: boolean): Promise<MailPage | null> {
    return (await this.run({ raw, kind: 'page', remoteImages })) as MailPage | null;
  }

  onApplicationShutdown(): void {
    this.sandbox.close();
  }

  private run(job: ReadJob): Promise<ReadResult> {
    return this.oneAtATime.run(() =>
      this.tryTwice(job).catch((error: SandboxError) => {
        throw faultOf(error);
      }),
    );
  }

  /** What ended the process once may have come from outside, such as the system when its memory is full. */
  private async tryTwice(job: ReadJob): Promise<ReadResult> {
    const limits = { ms: this.limits.ms };
    return this.sandbox
      .run(job, limits)
      .catch((error: SandboxError) =>
        error.reason === 'crash' ? this.sandbox.run(job, limits) : Promise.reject(error),
      );
  }
}

function faultOf({ reason, code, message }: SandboxError): DomainError {
  // Refused for a while only, a mail that crashes the reader would be sent again for days.
  if (reason === 'time' || reason === 'memory' || reason === 'crash')
    return unprocessable('mail.too_complex');
  if (reason !== 'thrown') return away();
  // Reading depends on nothing but the mail: what failed once always fails. Only our own codes mean something to others.
  if (code?.startsWith('mail.')) return unprocessable(code);
  return unprocessable('mail.unreadable', { error: message });
}
