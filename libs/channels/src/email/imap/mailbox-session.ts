import { ImapFlow } from 'imapflow';
import { ConnectionRefused } from '../../reconnecting-connection.js';
import type { ImapAddress } from './imap-address.js';
import type { ListedMail } from './domain/mail-selection.js';

const CONNECT_MS = 10_000;
/** A connection without traffic for this long is dead, because we poll more often. */
const SOCKET_TIMEOUT_MS = 45_000;

/**
 * One connection to one folder, from sign-in to its end. It is never reopened but replaced by a new session; after
 * its end every call throws.
 */
export class MailboxSession {
  private arrived = false;
  private wake?: () => void;

  private constructor(
    private readonly client: ImapFlow,
    readonly uidValidity: string,
    readonly uidNext: number,
  ) {}

  /** @throws ConnectionRefused when the sign-in or the folder is wrong */
  static async open(address: ImapAddress, closed: () => void): Promise<MailboxSession> {
    const client = clientFor(address);
    let session: MailboxSession | undefined;
    // Without a listener, a connection error would end the process.
    client.on('error', () => undefined);
    client.on('close', () => {
      session?.wake?.();
      closed();
    });
    client.on('exists', () => session?.noteArrival());
    try {
      await client.connect();
      const { uidValidity, uidNext } = await client.mailboxOpen(address.folder);
      return (session = new MailboxSession(client, String(uidValidity), uidNext));
    } catch (error) {
      client.close();
      throw refusal(error as ImapFault) ?? error;
    }
  }

  get usable(): boolean {
    return this.client.usable;
  }

  close(): void {
    this.client.close();
  }

  /** Waits until mail arrives, the time passes or the connection ends. */
  async waitForMail(withinMs: number): Promise<void> {
    if (!this.arrived && this.usable) {
      // Reports new mail at once where the server supports IDLE; otherwise the time passes.
      void this.client.idle().catch(() => undefined);
      await this.wait(withinMs);
    }
    this.arrived = false;
  }

  /** Waits; ends early when mail arrives or the connection ends. */
  async wait(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, ms);
    });
    clearTimeout(timer);
    this.wake = undefined;
  }

  /** @returns UIDs above this one, ascending */
  async uidsAfter(uid: number): Promise<number[]> {
    const found = await this.client.search({ uid: `${uid + 1}:*` }, { uid: true });
    // `n:*` always includes the last mail, even when n lies beyond it.
    return (found || []).filter((one) => one > uid).sort((a, b) => a - b);
  }

  async list(uids: number[]): Promise<ListedMail[]> {
    const query = { uid: true, flags: true, size: true, internalDate: true };
    const mails = await this.client.fetchAll(uids, query, { uid: true });
    return mails
      .map(({ uid, flags, size, internalDate }) => ({
        uid,
        seen: flags?.has('\\Seen') ?? false,
        size: size ?? 0,
        receivedAt: internalDate ? new Date(internalDate) : null,
      }))
      .sort((a, b) => a.uid - b.uid);
  }

  /** Whole mails by UID; removed ones are missing. */
  async contents(uids: number[]): Promise<Map<number, Buffer>> {
    const mails = await this.client.fetchAll(uids, { uid: true, source: true }, { uid: true });
    return new Map(mails.flatMap(({ uid, source }) => (source ? [[uid, source] as const] : [])));
  }

  /** The first bytes of a mail. */
  async readHead(uid: number, bytes: number): Promise<Buffer> {
    const query = { uid: true, source: { start: 0, maxLength: bytes } };
    const mail = await this.client.fetchOne(String(uid), query, { uid: true });
    return (mail && mail.source) || Buffer.alloc(0);
  }

  /** @param flags such as `\Seen` */
  async addFlags(uids: number[], flags: string[]): Promise<void> {
    if (uids.length > 0) await this.client.messageFlagsAdd(uids, flags, { uid: true });
  }

  private noteArrival(): void {
    this.arrived = true;
    this.wake?.();
  }
}

interface ImapFault extends Error {
  authenticationFailed?: boolean;
  mailboxMissing?: boolean;
  responseText?: string;
}

function clientFor({ host, port, secure, user, password, security }: ImapAddress): ImapFlow {
  return new ImapFlow({
    host,
    port,
    secure,
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    tls: security.tls,
    // An unencrypted connection is upgraded when the server supports it; where encryption is required, no password is
    // sent without it.
    ...(!secure && security.required && { doSTARTTLS: true }),
  });
}

function refusal(error: ImapFault): ConnectionRefused | null {
  if (error.authenticationFailed) return new ConnectionRefused('the mailbox refuses the sign-in');
  if (error.mailboxMissing) return new ConnectionRefused('the mailbox has no such folder');
  return null;
}
