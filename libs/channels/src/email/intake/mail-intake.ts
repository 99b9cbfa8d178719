import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerDataStream,
  type SMTPServerSession,
} from 'smtp-server';
import { SETTINGS, type RuntimeSettings } from '#wasl/platform';
import { MailAddresses } from '../mail-addresses.service.js';
import { ReceiveMail } from '../receive-mail.service.js';
import { classifyReceiveFailure } from '../receive-failure.js';
import { CertificateSource, type ServerCertificate } from './server-certificate.js';
import { SmtpRefusal, TooMuchAtOnce } from './smtp-refusal.js';

export const LARGEST_MAIL = 25 * 1024 * 1024;
/** Mail is held in memory while it is read and processed. Beyond this total, senders are asked to retry later. */
const MAX_BYTES_IN_FLIGHT = 256 * 1024 * 1024;
/** How often to check for a new certificate. */
const CERTIFICATE_CHECK_MS = 60_000;
const MAX_CLIENTS = 200;
/** In one transaction; at least as many must be accepted (RFC 5321, 4.5.3.1.8). The client sends the rest in another. */
const MAX_RECIPIENTS = 100;

/**
 * The SMTP server for incoming mail. Answers 250 only when the mail is stored, and accepts only our own addresses, so
 * that it cannot be used as a relay.
 */
@Injectable()
export class MailIntake implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('MailIntake');
  private server?: SMTPServer;
  private certificates?: CertificateSource;
  private renewal?: NodeJS.Timeout;
  private bytesInFlight = 0;

  constructor(
    @Inject(SETTINGS) private readonly settings: RuntimeSettings,
    @Inject(MailAddresses) private readonly addresses: MailAddresses,
    @Inject(ReceiveMail) private readonly receiveMail: ReceiveMail,
  ) {}

  /** @throws the system's error, with `code` and `port`, when the port is in use */
  async onApplicationBootstrap(): Promise<void> {
    this.certificates = new CertificateSource(this.settings);
    const certificate = await this.certificates.ifChanged();
    const server = this.makeServer(certificate!);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.settings.SMTP_IN_PORT, this.settings.HOST, () => {
        server.off('error', reject);
        resolve();
      });
    });
    server.on('error', (error) => this.logger.debug(`connection: ${error.message}`));
    this.server = server;
    this.renewal = setInterval(() => void this.renewCertificate(), CERTIFICATE_CHECK_MS).unref();
  }

  /** Loads a replaced or renewed certificate; open connections keep the old one. */
  async renewCertificate(): Promise<void> {
    try {
      const changed = await this.certificates?.ifChanged();
      if (changed) this.server?.updateSecureContext(changed);
    } catch (error) {
      this.logger.warn(`certificate not renewed, keeping the current one: ${(error as Error).message}`);
    }
  }

  /** Lets what is being received end, then closes. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.renewal);
    const server = this.server;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** The port it listens on, which the system chose when the setting is 0. */
  get port(): number {
    const address = this.server?.server.address();
    return address && typeof address === 'object' ? address.port : 0;
  }

  private makeServer(certificate: ServerCertificate): SMTPServer {
    return new SMTPServer({
      name: this.settings.MAIL_DOMAIN,
      banner: 'Wasl',
      size: LARGEST_MAIL,
      rejectOversized: true,
      // Nobody signs in to this server.
      disabledCommands: ['AUTH'],
      ...certificate,
      minVersion: 'TLSv1.2',
      authOptional: true,
      logger: false,
      disableReverseLookup: true,
      maxClients: MAX_CLIENTS,
      maxAllowedUnauthenticatedCommands: false,
      socketTimeout: 60_000,
      closeTimeout: 5_000,
      onRcptTo: (address, session, done) => answer(this.checkRecipient(address, session), done),
      onData: (stream, session, done) => answer(this.take(stream, session), done),
    });
  }

  /**
   * An unknown address is refused for good, also beyond the limit: smtp-server's own limit would ask the client to try
   * it again.
   */
  private async checkRecipient(
    { address }: SMTPServerAddress,
    { envelope }: SMTPServerSession,
  ): Promise<void> {
    const destination = await this.addresses.resolve(address).catch((error: unknown) => {
      this.logger.warn(`address not looked up: ${(error as Error).message}`);
      throw new SmtpRefusal(451, 'Temporary failure, try again later');
    });
    if (!destination) throw new SmtpRefusal(550, 'No such address here');
    const accepted = envelope.rcptTo.map((one) => one.address.toLowerCase());
    if (accepted.length >= MAX_RECIPIENTS && !accepted.includes(address.toLowerCase()))
      throw new SmtpRefusal(452, 'Too many recipients, send to the others in another transaction');
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const read = await this.read(stream);
    try {
      if (read.content === null) throw new TooMuchAtOnce();
      // The server itself answers 552.
      if (stream.sizeExceeded) return '';
      return await this.store(read.content, session);
    } finally {
      this.bytesInFlight -= read.bytes;
    }
  }

  private async store(content: Buffer, session: SMTPServerSession): Promise<string> {
    const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
    const recipients = session.envelope.rcptTo.map(({ address }) => address);
    const client = { ip: session.remoteAddress.replace(/^::ffff:/i, ''), helo: session.hostNameAppearsAs };
    try {
      const { outcome } = await this.receiveMail.receive({ from, recipients, client }, content);
      return outcome === 'quarantined' ? 'Kept' : 'Stored';
    } catch (error) {
      this.logger.error(`mail not stored: ${(error as Error).message}`);
      throw classifyReceiveFailure(error) === 'disk_full'
        ? new SmtpRefusal(452, 'Insufficient storage, try again later')
        : new SmtpRefusal(451, 'Temporary failure, try again later');
    }
  }

  /** Always reads to the end, as the protocol requires, but keeps the content only while there is memory for it. */
  private async read(stream: SMTPServerDataStream): Promise<{ content: Buffer | null; bytes: number }> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    let fits = true;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        fits &&= this.bytesInFlight + chunk.length <= MAX_BYTES_IN_FLIGHT;
        if (!fits || stream.sizeExceeded) {
          chunks.length = 0;
          continue;
        }
        this.bytesInFlight += chunk.length;
        bytes += chunk.length;
        chunks.push(chunk);
      }
    } catch (error) {
      this.bytesInFlight -= bytes;
      throw new SmtpRefusal(451, `Connection broke: ${(error as Error).message}`);
    }
    return { content: fits ? Buffer.concat(chunks) : null, bytes };
  }
}

/** Adapts a promise to the callbacks of smtp-server. */
function answer(work: Promise<string | void>, done: (error?: Error | null, message?: string) => void): void {
  work.then(
    (message) => done(null, message || undefined),
    (error: Error) => done(error),
  );
}
