import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailServerTls } from '#wasl/platform';

/** A mail in the form in which it leaves. */
export interface FinishedMail {
  id: string;
  envelope: { from: string; to: string };
  content: Buffer;
}

/** How mail leaves the house. */
export abstract class MailTransport {
  /** @throws whatever the mail server answered */
  abstract deliver(mail: FinishedMail): Promise<void>;
  /** Sends nothing. @throws why nothing could be sent now */
  abstract check(): Promise<void>;
  abstract close(): void;
}

/** To a mail server, over connections that are kept. */
export class SmtpTransport extends MailTransport {
  private readonly pool;

  constructor(url: string, settings: Parameters<typeof mailServerTls>[2]) {
    super();
    const { tls, required } = mailServerTls('SMTP_OUT', new URL(url).hostname, settings);
    this.pool = createTransport({
      url,
      pool: true,
      requireTLS: required,
      tls,
      maxConnections: 8,
      maxMessages: 500,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      // A mail whose connection broke is tried again by its own schedule, never twice behind its back.
      maxRequeues: 0,
    } as Parameters<typeof createTransport>[0]);
  }

  async deliver(mail: FinishedMail): Promise<void> {
    await this.pool.sendMail({ envelope: mail.envelope, raw: mail.content });
  }

  async check(): Promise<void> {
    await this.pool.verify();
  }

  close(): void {
    this.pool.close();
  }
}

/** To files, one a mail, while no mail server is set: complete, or not there. */
export class FileTransport extends MailTransport {
  constructor(private readonly folder: string) {
    super();
  }

  async deliver(mail: FinishedMail): Promise<void> {
    try {
      await this.write(mail);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT') throw error;
      await mkdir(this.folder, { recursive: true });
      await this.write(mail);
    }
  }

  async check(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    await access(this.folder, constants.W_OK);
  }

  private async write(mail: FinishedMail): Promise<void> {
    const temporary = join(this.folder, `.${mail.id}.${randomUUID()}.part`);
    try {
      await writeFile(temporary, mail.content, { mode: 0o600 });
      await rename(temporary, join(this.folder, `${mail.id}.eml`));
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
  }

  close(): void {
    // nothing is open
  }
}
