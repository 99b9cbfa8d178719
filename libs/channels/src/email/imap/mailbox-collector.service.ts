import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Leader, type RuntimeSettings, SETTINGS } from '#wasl/platform';
import { ReconnectingConnection } from '../../reconnecting-connection.js';
import { CollectMail } from './collect-mail.service.js';
import { type ImapAddress, imapAddress } from './imap-address.js';
import { MailboxHealth } from './mailbox-health.service.js';
import { MailboxSession } from './mailbox-session.js';

const LOCK = 7_246_030;
/** In addition to IDLE, which some servers lack and others drop. */
const POLL_MS = 20_000;
const RETRY_MS = 2_000;

/** Collects from the configured mailbox, in one process among many; when that process dies another takes over. */
@Injectable()
export class MailboxCollector implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Mailbox');
  private readonly address?: ImapAddress;
  private readonly leader?: Leader;
  private readonly connection?: ReconnectingConnection;
  private session?: MailboxSession;
  private collecting: Promise<void> = Promise.resolve();
  private fault: string | null = null;

  constructor(
    @Inject(SETTINGS) settings: RuntimeSettings,
    @Inject(CollectMail) private readonly mail: CollectMail,
    @Inject(MailboxHealth) private readonly health: MailboxHealth,
  ) {
    if (!settings.IMAP_URL) return;
    const address = (this.address = imapAddress(settings.IMAP_URL, settings));
    const connection = (this.connection = new ReconnectingConnection({
      name: 'Mailbox(IMAP)',
      open: (closed) => this.open(address, closed),
      changed: () => void this.report(),
    }));
    this.leader = new Leader({
      url: settings.DATABASE_URL,
      lock: LOCK,
      name: 'mailbox',
      listen: [],
      onLead: () => connection.start(),
      onNotify: () => undefined,
      onLost: () => connection.stop(),
    });
  }

  onApplicationBootstrap(): void {
    this.leader?.start();
  }

  /** Lets the mail that is being received be stored. */
  async onModuleDestroy(): Promise<void> {
    await this.leader?.stop();
    this.connection?.stop();
    await this.collecting;
  }

  private async open(address: ImapAddress, closed: () => void): Promise<() => void> {
    // The previous connection must finish first, so that one process never collects twice at once.
    await this.collecting;
    const session = await MailboxSession.open(address, closed);
    this.session = session;
    this.collecting = this.collect(session, address);
    return () => session.close();
  }

  private async collect(session: MailboxSession, address: ImapAddress): Promise<void> {
    while (session.usable && session === this.session) {
      try {
        await this.mail.collect(session, address);
        this.fault = null;
        await this.report();
        await session.waitForMail(POLL_MS);
      } catch (error) {
        if (!session.usable) return;
        this.reportFault((error as Error).message);
        await session.wait(RETRY_MS);
      }
    }
  }

  /** Logs a lasting fault only once. */
  private reportFault(fault: string): void {
    if (fault === this.fault) return;
    this.fault = fault;
    this.logger.warn(`not collected: ${fault}`);
    void this.report();
  }

  /** Stores, for administrators, whether the mailbox is reachable, and if not, why. */
  private async report(): Promise<void> {
    const { state, fault } = this.connection!;
    await this.health
      .report(this.address!.key, state, fault ?? this.fault)
      .catch((error: Error) => this.logger.warn(error.message));
  }
}
