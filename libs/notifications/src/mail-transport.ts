import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { mailServerTls } from '#wasl/platform';

/** An encoded mail, ready to be sent. */
export interface EncodedMail {
  id: string;
  envelope: { from: string; to: string };
  content: Buffer;
}

/** Sends encoded mail. */
export abstract class MailTransport {
  /** @throws the error of the mail server */
  abstract deliver(mail: EncodedMail): Promise<void>;
  /** Checks the connection without sending. @throws why nothing could be sent now */
  abstract check(): Promise<void>;
  abstract close(): void;
}

/** Sends to a mail server, over pooled connections. */
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
      // A mail whose connection broke is retried only by our own schedule, never by the library.
      maxRequeues: 0,
    } as Parameters<typeof createTransport>[0]);
  }

  async deliver(mail: EncodedMail): Promise<void> {
    await this.pool.sendMail({ envelope: mail.envelope, raw: mail.content });
  }

  async check(): Promise<void> {
    await this.pool.verify();
  }

  close(): void {
    this.pool.close();
  }
}

/** Writes each mail to a file, while no mail server is configured. Files appear only when complete. */
export class FileTransport extends MailTransport {
  constructor(private readonly folder: string) {
    super();
  }

  async deliver(mail: EncodedMail): Promise<void> {
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

  private async write(mail: EncodedMail): Promise<void> {
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
